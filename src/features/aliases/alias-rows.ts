// Exports the rows of the page: the aliases of a Region or of all Regions of the account, each with the key behind it. One scan
// per table; a row costs nothing more when it is shown.
import { useMemo } from "react";
import { type AliasRecord, isReservedAlias, type KeyRecord, type Place, type Table } from "#kms/index.ts";
import { usePlace } from "#store/location.ts";
import { useWorld } from "#store/sandbox.ts";
import { scanPlace } from "#store/scan-place.ts";

export interface AliasRow {
  /** The record id: unique over accounts and Regions. */
  readonly id: string;
  readonly alias: AliasRecord;
  /** Undefined for a predefined name that no key stands behind yet. */
  readonly key: KeyRecord | undefined;
}

export type Scope = "this-region" | "all-regions";

export function useAliasRows(scope: Scope): readonly AliasRow[] {
  const place = usePlace();
  const keys = useWorld((world) => world.tables.keys);
  const aliases = useWorld((world) => world.tables.aliases);
  const account = useWorld((world) => world.tables.accounts.get(place.account));
  return useMemo(() => {
    const regions = scope === "all-regions" ? (account?.enabledRegions ?? []) : [place.region];
    return rowsOf(
      keys,
      aliases,
      regions.map((region) => ({ account: place.account, region })),
    );
  }, [scope, account, place, keys, aliases]);
}

/**
 * The customer's own aliases by name, one name's Regions side by side, before those of AWS: every Region brings 14 of them,
 * and they would push one's own off the page.
 */
export function rowsOf(
  keys: Table<KeyRecord>,
  aliases: Table<AliasRecord>,
  places: readonly Place[],
): readonly AliasRow[] {
  const own: AliasRow[] = [];
  const reserved: AliasRow[] = [];
  for (const place of places) {
    const byId = new Map<string, KeyRecord>();
    scanPlace(keys, place, (key) => byId.set(key.keyId, key));
    scanPlace(aliases, place, (alias, id) => {
      const key = alias.targetKeyId === undefined ? undefined : byId.get(alias.targetKeyId);
      (isReservedAlias(alias.aliasName) ? reserved : own).push({ id, alias, key });
    });
  }
  // A scan is in name order; only several of them have to be merged.
  if (places.length > 1) for (const rows of [own, reserved]) rows.sort(byNameThenRegion);
  for (const row of reserved) own.push(row);
  return own;
}

function byNameThenRegion({ alias: a }: AliasRow, { alias: b }: AliasRow): number {
  if (a.aliasName !== b.aliasName) return a.aliasName < b.aliasName ? -1 : 1;
  return a.region < b.region ? -1 : 1;
}
