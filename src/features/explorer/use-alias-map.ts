// Exports useAliasMap and useFilteredMap: the map of a World, and the part of it that is asked for.
import { useCallback } from "react";
import type { World } from "#kms/index.ts";
import { aliasMapInSlices } from "./model/alias-map.ts";
import { type Criteria, filterInSlices } from "./model/filter.ts";
import { mapSize } from "./model/map-size.ts";
import type { Slices } from "./model/slices.ts";
import type { AliasMap, Scope } from "./types.ts";
import { useInSlices } from "./use-in-slices.ts";

/** So many records are read within a frame. */
const atOnce = 10_000;

/** Undefined while the first map is being made. `scope` keeps its identity while it means the same. */
export function useAliasMap(world: World, scope: Scope): AliasMap | undefined {
  const { aliases, keys } = world.tables;
  const make = useCallback(() => aliasMapInSlices({ tables: { aliases, keys } }, scope), [aliases, keys, scope]);
  return useInSlices(make, aliases.size + keys.size <= atOnce);
}

/** A part of a map, and what was asked for to get it: while the next is being made, both are those of the one before. */
interface FilteredMap {
  readonly map: AliasMap;
  readonly criteria: Criteria;
}

/** Undefined while the first is being made. `criteria` and `tagged` keep their identities while they mean the same. */
export function useFilteredMap(
  map: AliasMap | undefined,
  criteria: Criteria,
  tagged: ReadonlySet<string>,
): FilteredMap | undefined {
  const make = useCallback(() => filtering(map, criteria, tagged), [map, criteria, tagged]);
  return useInSlices(make, map === undefined || mapSize(map) <= atOnce);
}

function* filtering(
  map: AliasMap | undefined,
  criteria: Criteria,
  tagged: ReadonlySet<string>,
): Slices<FilteredMap | undefined> {
  return map && { map: yield* filterInSlices(map, criteria, tagged), criteria };
}
