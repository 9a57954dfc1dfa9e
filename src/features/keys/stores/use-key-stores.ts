// Exports the custom key stores of the page's account and Region, and how many KMS keys each holds.
import { useEffect, useMemo } from "react";
import { type CustomKeyStoreRecord, endOf, KmsError, recordId } from "#kms/index.ts";
import { refusalText } from "#store/batch-outcome.ts";
import { showFlash } from "#store/flashes.ts";
import { usePlace } from "#store/location.ts";
import { useSandbox, useWorld } from "#store/sandbox.ts";
import { scanPlace } from "#store/scan-place.ts";
import { useAction } from "#store/use-call.ts";

export interface StoreRow {
  readonly store: CustomKeyStoreRecord;
  readonly keyCount: number;
}

export function useKeyStores(): readonly CustomKeyStoreRecord[] {
  const table = useWorld((world) => world.tables.customKeyStores);
  const place = usePlace();
  return useMemo(() => {
    const stores: CustomKeyStoreRecord[] = [];
    scanPlace(table, place, (store) => stores.push(store));
    return stores;
  }, [table, place]);
}

export function useStoreRows(kind: CustomKeyStoreRecord["type"]): readonly StoreRow[] {
  const stores = useKeyStores();
  const keysByStore = useWorld((world) => world.indexes.keysByStore);
  return useMemo(() => {
    const keysIn = (store: CustomKeyStoreRecord): number => {
      const prefix = `${recordId(store, store.customKeyStoreId)}/`;
      let count = 0;
      keysByStore.scan(prefix, endOf(prefix), () => {
        count += 1;
        return true;
      });
      return count;
    };
    return stores.filter(({ type }) => type === kind).map((store) => ({ store, keyCount: keysIn(store) }));
  }, [stores, keysByStore, kind]);
}

/** A timer may come a moment early; then nothing would be due yet. */
const marginMs = 50;

/** Asks again when a store is due to be connected or disconnected, as the real console does time and again. */
export function useFollowConnections(rows: readonly StoreRow[]): void {
  const { engine } = useSandbox();
  const begin = useAction();
  const dates = rows.flatMap(({ store }) => store.connectionChangeDate ?? []);
  const next = dates.length === 0 ? undefined : Math.min(...dates);
  useEffect(() => {
    if (next === undefined) return;
    const timer = setTimeout(
      () => {
        begin()
          .call("DescribeCustomKeyStores", {})
          .catch((error: unknown) => {
            if (!(error instanceof KmsError)) throw error;
            showFlash({ id: "key-stores", type: "error", text: [refusalText(error)] });
          });
      },
      Math.max(0, next - engine.now()) + marginMs,
    );
    return () => clearTimeout(timer);
  }, [next, engine, begin]);
}
