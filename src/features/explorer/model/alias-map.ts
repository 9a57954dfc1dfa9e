// Exports aliasMapInSlices: the map of aliases and keys, made from the tables of a World: one scan of each table per Region. It is
// made in slices, so that the page answers in between when there are 100,000 aliases.

import type { AliasMap, AliasNode, KeyNode, Lane, LogicalAlias, Scope } from "#features/explorer/types.ts";
import {
  type AliasRecord,
  endOf,
  isReservedAlias,
  type KeyRecord,
  type Place,
  placePrefix,
  recordId,
  type Table,
  type World,
} from "#kms/index.ts";
import { differenceOf } from "./difference.ts";
import { type Slices, sliceSize } from "./slices.ts";

type Tables = { readonly tables: Pick<World["tables"], "aliases" | "keys"> };

/** Pauses at each `yield`. The World is a value: nothing changes under it in between. */
export function* aliasMapInSlices({ tables }: Tables, { account, regions }: Scope): Slices<AliasMap> {
  const lanes: Lane[] = [];
  for (const region of regions) lanes.push(yield* laneOf(tables, { account, region }));
  return { lanes, names: yield* namesOver(lanes) };
}

/** A map of some of the lanes of another, with the names over these only. */
export function* mapOfLanes(lanes: readonly Lane[]): Slices<AliasMap> {
  return { lanes, names: yield* namesOver(lanes) };
}

/**
 * The Regions that the account uses: with a key or alias of its own; `always` is among them. Each Region brings
 * predefined aliases of AWS, which would make a lane of every Region there is.
 */
export function regionsInUse(
  { tables }: Tables,
  account: string,
  enabled: readonly string[],
  always: string,
): string[] {
  return enabled.filter((region) => {
    const place = { account, region };
    return region === always || holds(tables.keys, place, isCustomers) || holds(tables.aliases, place, isOwn);
  });
}

const isCustomers = ({ keyManager }: KeyRecord): boolean => keyManager === "CUSTOMER";
const isOwn = ({ aliasName }: AliasRecord): boolean => !isReservedAlias(aliasName);

function holds<R>(table: Table<R>, place: Place, counts: (record: R) => boolean): boolean {
  let found = false;
  const prefix = placePrefix(place);
  table.scan(prefix, endOf(prefix), (record) => {
    found = counts(record);
    return !found;
  });
  return found;
}

/** A key while its aliases are being found. */
interface Gathered {
  readonly id: string;
  readonly key: KeyRecord;
  readonly aliases: string[];
}

function* laneOf(tables: Tables["tables"], place: Place): Slices<Lane> {
  const byKeyId = new Map<string, Gathered>();
  const own: KeyNode[] = [];
  const awsKeys: KeyNode[] = [];
  yield* slices(tables.keys, place, (key, id) => {
    const node = { id, key, aliases: [] };
    byKeyId.set(key.keyId, node);
    (key.keyManager === "AWS" ? awsKeys : own).push(node);
  });
  const ownAliases: AliasNode[] = [];
  const awsAliases: AliasNode[] = [];
  yield* slices(tables.aliases, place, (alias, id) => {
    const target = alias.targetKeyId === undefined ? undefined : byKeyId.get(alias.targetKeyId);
    target?.aliases.push(alias.aliasName);
    (isReservedAlias(alias.aliasName) ? awsAliases : ownAliases).push({ id, alias, key: target?.key });
  });
  // Those of AWS are few: appending them copies next to nothing.
  for (const node of awsAliases) ownAliases.push(node);
  for (const node of awsKeys) own.push(node);
  return { region: place.region, aliases: ownAliases, keys: own };
}

/** Scans a table in slices: after each the scan stops and begins anew behind the last record. */
function* slices<R>(table: Table<R>, place: Place, visit: (record: R, id: string) => void): Slices<void> {
  const prefix = placePrefix(place);
  let from = prefix;
  for (;;) {
    let read = 0;
    table.scan(from, endOf(prefix), (record, id) => {
      visit(record, id);
      read += 1;
      from = `${id}\0`; // the first text behind it
      return read < sliceSize;
    });
    if (read < sliceSize) return;
    yield;
  }
}

function* namesOver(lanes: readonly Lane[]): Slices<LogicalAlias[]> {
  const names: LogicalAlias[] = [];
  const firstOfAws = lanes.map(firstReserved);
  // One's own, then those of AWS: each part of a lane is in name order, and merging is cheaper than looking up by name.
  yield* merge(
    lanes,
    lanes.map(() => 0),
    firstOfAws,
    names,
  );
  yield* merge(
    lanes,
    firstOfAws,
    lanes.map(({ aliases }) => aliases.length),
    names,
  );
  return names;
}

/** By bisection: one's own aliases are all before those of AWS. */
function firstReserved({ aliases }: Lane): number {
  let [from, to] = [0, aliases.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const node = aliases[middle];
    if (node && isReservedAlias(node.alias.aliasName)) to = middle;
    else from = middle + 1;
  }
  return from;
}

function* merge(
  lanes: readonly Lane[],
  starts: readonly number[],
  ends: readonly number[],
  into: LogicalAlias[],
): Slices<void> {
  const next = [...starts];
  const headOf = (lane: number): AliasNode | undefined => {
    const at = next[lane] ?? 0;
    return at < (ends[lane] ?? 0) ? lanes[lane]?.aliases[at] : undefined;
  };
  for (;;) {
    let first: string | undefined;
    for (let lane = 0; lane < lanes.length; lane += 1) {
      const name = headOf(lane)?.alias.aliasName;
      if (name !== undefined && (first === undefined || name < first)) first = name;
    }
    if (first === undefined) return;
    const byRegion = new Map<string, AliasNode>();
    for (let lane = 0; lane < lanes.length; lane += 1) {
      const node = headOf(lane);
      if (node?.alias.aliasName !== first) continue;
      byRegion.set(node.alias.region, node);
      next[lane] = (next[lane] ?? 0) + 1;
    }
    into.push({ aliasName: first, byRegion, difference: differenceOf(byRegion, lanes.length) });
    if (into.length % sliceSize === 0) yield;
  }
}

/** Whether a Region lacks this name: it has it neither in view nor hidden by a filter. */
export function isGap({ byRegion, hiddenIn }: LogicalAlias, region: string): boolean {
  return !byRegion.has(region) && hiddenIn?.has(region) !== true;
}

/** The node id of a key that an alias points to; undefined where no key stands behind it. */
export function targetIdOf({ key }: AliasNode): string | undefined {
  return key && recordId(key, key.keyId);
}
