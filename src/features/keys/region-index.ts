// Exports the aliases and tags of the page's account and Region, by key: one scan each, made again only when their table
// changes, so that a row of a list finds its own in constant time.
import { useMemo } from "react";
import {
  type AliasRecord,
  aliasNamesOf,
  displayAlias,
  type KeyRecord,
  type Place,
  type Table,
  type TagRecord,
  tagsOf,
} from "#kms/index.ts";
import { usePlace } from "#store/location.ts";
import { useSandbox, useWorld } from "#store/sandbox.ts";
import { scanPlace } from "#store/scan-place.ts";

/** Key ID -> what belongs to that key, in name order. Keys without any are absent. */
export type ByKey<Value> = ReadonlyMap<string, readonly Value[]>;

function add<Value>(map: Map<string, Value[]>, keyId: string, value: Value): void {
  const values = map.get(keyId);
  if (values) values.push(value);
  else map.set(keyId, [value]);
}

/** The aliases of each key as the console shows them, without `alias/`. */
export function aliasesByKey(aliases: Table<AliasRecord>, place: Place): ByKey<string> {
  const byKey = new Map<string, string[]>();
  scanPlace(aliases, place, ({ aliasName, targetKeyId }) => {
    if (targetKeyId !== undefined) add(byKey, targetKeyId, displayAlias(aliasName));
  });
  return byKey;
}

export function tagsByKey(tags: Table<TagRecord>, place: Place): ByKey<TagRecord> {
  const byKey = new Map<string, TagRecord[]>();
  scanPlace(tags, place, (tag) => add(byKey, tag.keyId, tag));
  return byKey;
}

export function useAliasesByKey(): ByKey<string> {
  const aliases = useWorld((world) => world.tables.aliases);
  const place = usePlace();
  return useMemo(() => aliasesByKey(aliases, place), [aliases, place]);
}

/** The full names of one key's aliases, from the World's index, in name order. */
export function useAliasesOf(key: KeyRecord): readonly string[] {
  const { worldStore } = useSandbox();
  const index = useWorld((world) => world.indexes.aliasesByKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the index is the part of the World that is read
  return useMemo(() => aliasNamesOf(worldStore.getState().world, key), [worldStore, index, key]);
}

/** One key's tags, in tag-key order. */
export function useTagsOf(key: KeyRecord): readonly TagRecord[] {
  const { worldStore } = useSandbox();
  const tags = useWorld((world) => world.tables.tags);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table is the part of the World that is read
  return useMemo(() => tagsOf(worldStore.getState().world, key), [worldStore, tags, key]);
}
