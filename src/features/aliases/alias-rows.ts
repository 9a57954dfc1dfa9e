// Exports the rows of the page: the aliases of a Region or of all Regions of the account, each with the key behind it. One scan
// per table; a row costs nothing more when it is shown.
import { useMemo } from "react";
import {
  type AliasRecord,
  isReservedAlias,
  type KeyRecord,
  type Place,
  placePrefix,
  recordId,
  type Table,
} from "#kms/index.ts";
import { usePlace } from "#store/location.ts";
import { useWorld } from "#store/sandbox.ts";

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
    return ownFirst(regions.map((region) => rowsOf(keys, aliases, { account: place.account, region })));
  }, [scope, account, place, keys, aliases]);
}

/**
 * The customer's own aliases by name, one name's Regions side by side, before those of AWS: every Region brings 14 of them,
 * and they would push one's own off the page.
 */
export function ownFirst(byRegion: readonly (readonly AliasRow[])[]): readonly AliasRow[] {
  const own: AliasRow[] = [];
  const reserved: AliasRow[] = [];
  for (const rows of byRegion)
    for (const row of rows) (isReservedAlias(row.alias.aliasName) ? reserved : own).push(row);
  return byRegion.length === 1
    ? [...own, ...reserved]
    : [...own.sort(byNameThenRegion), ...reserved.sort(byNameThenRegion)];
}

function byNameThenRegion({ alias: a }: AliasRow, { alias: b }: AliasRow): number {
  if (a.aliasName !== b.aliasName) return a.aliasName < b.aliasName ? -1 : 1;
  return a.region < b.region ? -1 : 1;
}

/** The aliases of an account and Region in name order. */
export function rowsOf(keys: Table<KeyRecord>, aliases: Table<AliasRecord>, place: Place): AliasRow[] {
  const byId = new Map<string, KeyRecord>();
  for (const key of recordsOf(keys, place)) byId.set(key.keyId, key);
  return recordsOf(aliases, place).map((alias) => ({
    id: recordId(alias, alias.aliasName),
    alias,
    key: alias.targetKeyId === undefined ? undefined : byId.get(alias.targetKeyId),
  }));
}

/** The records of an account and Region, in id order. */
export function recordsOf<R>(table: Table<R>, place: Place): readonly R[] {
  const records: R[] = [];
  const prefix = placePrefix(place);
  table.scan(prefix, `${prefix}\uffff`, (record) => {
    records.push(record);
    return true;
  });
  return records;
}
