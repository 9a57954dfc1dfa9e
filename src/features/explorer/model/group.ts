// Exports foldInSlices: what a map of too many edges is drawn as. Aliases are folded by the beginning of their names or by the key
// that they point to, keys by what they are; the map says so, and a search unfolds what it leaves.
import type { AliasMap, AliasNode, KeyNode, Lane } from "#features/explorer/types.ts";
import { displayAlias, isReservedAlias, type KeyRecord } from "#kms/index.ts";
import { lowerFirst } from "#lib/lower-first.ts";
import { statusText, usageText } from "#store/key-texts.ts";
import { targetIdOf } from "./alias-map.ts";
import { aliasCount, keyCount, shortKeyId } from "./outline.ts";
import { type NameRange, prefixRanges } from "./prefix-ranges.ts";
import { type Slices, sliceSize } from "./slices.ts";

/** How many edges are drawn one by one. */
export const maxEdges = 2000;

export type FoldBy = "prefix" | "key";

export interface AliasGroup {
  readonly type: "aliasGroup";
  readonly id: string;
  readonly region: string;
  /** "app/ (312 aliases)" */
  readonly text: string;
  readonly aliases: readonly AliasNode[];
  /** What to search for to see its aliases one by one. */
  readonly search: string;
}

export interface KeyGroup {
  readonly type: "keyGroup";
  readonly id: string;
  readonly region: string;
  readonly text: string;
  readonly keys: readonly KeyNode[];
}

export interface FoldedLane {
  readonly region: string;
  /** AWS's own last, as in the lane. */
  readonly left: readonly (AliasNode | AliasGroup)[];
  readonly right: readonly (KeyNode | KeyGroup)[];
  /** By the ids of both ends; `count` aliases are behind it. */
  readonly edges: readonly FoldedEdge[];
}

interface FoldedEdge {
  readonly source: string;
  readonly target: string;
  readonly count: number;
}

export interface FoldedMap {
  readonly lanes: readonly FoldedLane[];
  /** What stands in groups; undefined while everything is drawn one by one. */
  readonly folding: { readonly by: FoldBy; readonly aliases: number; readonly keys: number } | undefined;
}

/** Pauses at each `yield`. */
export function* foldInSlices({ lanes }: AliasMap, by: FoldBy = "prefix", limit = maxEdges): Slices<FoldedMap> {
  const weights = new Map<Lane, number>();
  for (const lane of lanes) weights.set(lane, yield* weightOf(lane));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (total <= limit) return { lanes: lanes.map(unfolded), folding: undefined };
  const share = Math.max(20, Math.floor(limit / lanes.length));
  const folded: FoldedLane[] = [];
  for (const lane of lanes) {
    yield;
    folded.push((weights.get(lane) ?? 0) > share ? yield* foldLane(lane, by, share) : unfolded(lane));
  }
  let [aliases, keys] = [0, 0];
  for (const { left, right } of folded) {
    for (const node of left) if ("type" in node) aliases += node.aliases.length;
    for (const node of right) if ("type" in node) keys += node.keys.length;
  }
  return { lanes: folded, folding: { by, aliases, keys } };
}

/** How many edges there are; keys without one want a place, too. The predefined names of AWS, mostly without a key, are few. */
function* weightOf({ aliases, keys }: Lane): Slices<number> {
  let [edges, read] = [0, 0];
  for (const { key } of aliases) {
    if (key) edges += 1;
    read += 1;
    if (read % sliceSize === 0) yield;
  }
  return Math.max(edges, keys.length);
}

function unfolded({ region, aliases, keys }: Lane): FoldedLane {
  return { region, left: aliases, right: keys, edges: edgesBetween(aliases, (node) => targetIdOf(node)) };
}

/** More rows than these are no picture any more. */
const mostRows = 160;
const fewestRows = 10;

function* foldLane(lane: Lane, by: FoldBy, share: number): Slices<FoldedLane> {
  for (let rows = Math.min(share, mostRows); ; rows = rows >> 1) {
    const isKeyFolded = lane.keys.length > rows;
    const right = isKeyFolded ? yield* keyGroups(lane) : lane.keys;
    // By the record itself: the ids of 100,000 targets would have to be put together first.
    const homes = new Map<KeyRecord | undefined, string>();
    for (const node of right)
      if ("type" in node) for (const { key } of node.keys) homes.set(key, node.id);
      else homes.set(node.key, node.id);
    yield;
    const home = ({ key }: AliasNode): string | undefined => homes.get(key);
    const left = by === "key" ? groupsByTarget(lane, right, home) : yield* groupsByPrefix(lane, rows);
    yield;
    const edges = edgesBetween(left, home);
    if (edges.length <= share || rows <= fewestRows) return { region: lane.region, left, right, edges };
  }
}

function* groupsByPrefix({ region, aliases }: Lane, rows: number): Slices<readonly (AliasNode | AliasGroup)[]> {
  const names: string[] = [];
  for (const { alias } of aliases) {
    names.push(displayAlias(alias.aliasName));
    if (names.length % sliceSize === 0) yield;
  }
  const firstOfAws = aliases.findIndex(({ alias }) => isReservedAlias(alias.aliasName));
  const end = firstOfAws < 0 ? aliases.length : firstOfAws;
  const ranges: readonly NameRange[] = [
    ...(yield* prefixRanges(names, { from: 0, to: end }, rows)),
    ...(yield* prefixRanges(names, { from: end, to: aliases.length }, 1)),
  ];
  return ranges.flatMap(({ from, to, prefix }): readonly (AliasNode | AliasGroup)[] => {
    const inside = aliases.slice(from, to);
    if (inside.length < 2) return inside;
    const text = `${prefix}${/[/_-]$/.test(prefix) ? "" : "..."} (${aliasCount(inside.length)})`;
    return [
      { type: "aliasGroup", id: `group:${region}/alias/${prefix}`, region, text, aliases: inside, search: prefix },
    ];
  });
}

function groupsByTarget(
  { region, aliases }: Lane,
  right: FoldedLane["right"],
  home: (node: AliasNode) => string | undefined,
): readonly (AliasNode | AliasGroup)[] {
  const ends = new Map(right.map((node) => [node.id, node]));
  const byTarget = new Map<string, AliasNode[]>();
  for (const node of aliases) {
    const target = home(node) ?? "";
    const known = byTarget.get(target);
    if (known) known.push(node);
    else byTarget.set(target, [node]);
  }
  return [...byTarget].flatMap(([target, inside]): readonly (AliasNode | AliasGroup)[] => {
    if (inside.length < 2) return inside;
    const end = ends.get(target);
    const of =
      end === undefined ? "without a key" : "type" in end ? `of ${end.text}` : `of ${shortKeyId(end.key.keyId)}`;
    const search = end !== undefined && !("type" in end) ? end.key.keyId : "";
    const text = `${aliasCount(inside.length)} ${of}`;
    return [{ type: "aliasGroup", id: `group:${region}/of/${target}`, region, text, aliases: inside, search }];
  });
}

/** Keys of one kind are one group: what can be done with them is the same. */
function* keyGroups({ region, keys }: Lane): Slices<readonly (KeyNode | KeyGroup)[]> {
  const byKind = new Map<string, KeyNode[]>();
  let read = 0;
  for (const node of keys) {
    const { key } = node;
    const aws = key.keyManager === "AWS" ? "AWS managed, " : "";
    const kind = `${aws}${key.keySpec}, ${lowerFirst(usageText(key.keyUsage))}, ${lowerFirst(statusText(key))}`;
    const known = byKind.get(kind);
    if (known) known.push(node);
    else byKind.set(kind, [node]);
    read += 1;
    if (read % sliceSize === 0) yield;
  }
  return [...byKind].flatMap(([kind, inside]): readonly (KeyNode | KeyGroup)[] => {
    if (inside.length < 2) return inside;
    return [
      {
        type: "keyGroup",
        id: `group:${region}/keys/${kind}`,
        region,
        text: `${kind} (${keyCount(inside.length)})`,
        keys: inside,
      },
    ];
  });
}

function edgesBetween(
  left: readonly (AliasNode | AliasGroup)[],
  home: (node: AliasNode) => string | undefined,
): readonly FoldedEdge[] {
  const edges: FoldedEdge[] = [];
  for (const node of left) {
    if (!("type" in node)) {
      const target = home(node);
      if (target !== undefined) edges.push({ source: node.id, target, count: 1 });
      continue;
    }
    const counts = new Map<string, number>();
    for (const alias of node.aliases) {
      const target = home(alias);
      if (target !== undefined) counts.set(target, (counts.get(target) ?? 0) + 1);
    }
    for (const [target, count] of counts) edges.push({ source: node.id, target, count });
  }
  return edges;
}
