// Exports the related keys of a multi-Region key as the tab "Regionality" needs them, and the words for what they are.
import { useMemo } from "react";
import { findRegion, isPrimary, type KeyRecord, relatedKeys } from "#kms/index.ts";
import { useSandbox, useWorld } from "#store/sandbox.ts";

/** All but the key itself, in the order of Region codes. */
export function useOtherRelatedKeys(key: KeyRecord): readonly KeyRecord[] {
  const { worldStore } = useSandbox();
  const keys = useWorld((world) => world.tables.keys);
  const accounts = useWorld((world) => world.tables.accounts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tables are the part of the World that is read
  return useMemo(
    () => relatedKeys(worldStore.getState().world, key).filter(({ region }) => region !== key.region),
    [worldStore, keys, accounts, key],
  );
}

export function roleText(key: KeyRecord): "Primary" | "Replica" {
  return isPrimary(key) ? "Primary" : "Replica";
}

export function regionText(code: string): string {
  return findRegion(code)?.name ?? code;
}
