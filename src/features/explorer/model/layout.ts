// Exports layoutMap: where everything on the map stands. Lanes lie under one another; in each, aliases left and keys right. What
// was there before stays where it was, so that a retarget moves an edge and nothing else.
import type { AliasMap, AliasNode, KeyNode, LogicalAlias } from "#features/explorer/types.ts";
import { isReservedAlias } from "#kms/index.ts";
import { type AliasGroup, type FoldBy, type FoldedLane, type FoldedMap, foldMap, type KeyGroup } from "./group.ts";
import { type ColumnItem, placeColumn } from "./place-column.ts";

interface Box {
  /** Of an alias or a key the id of its record. */
  readonly id: string;
  /** The upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type MapNode = Box &
  (
    | { readonly type: "alias"; readonly region: string; readonly node: AliasNode }
    | { readonly type: "key"; readonly region: string; readonly node: KeyNode }
    | { readonly type: "aliasGroup"; readonly region: string; readonly group: AliasGroup }
    | { readonly type: "keyGroup"; readonly region: string; readonly group: KeyGroup }
    /** A name that several Regions have, left of the lanes. */
    | { readonly type: "name"; readonly name: LogicalAlias }
    /** The place of an alias in a Region that has none of this name. */
    | { readonly type: "gap"; readonly region: string; readonly aliasName: string }
  );

export interface MapEdge {
  /** Stays the same when the alias moves to another key. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** An alias and its key; a name and its alias in a Region; a name and its gap. */
  readonly type: "target" | "branch" | "gap";
  /** How many aliases it stands for. */
  readonly count: number;
  /** As SVG draws it. */
  readonly path: string;
}

export interface LaneBox extends Box {
  readonly region: string;
  /** Where the aliases and keys of AWS begin; equal to the lane's end where there are none. */
  readonly awsY: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly lanes: readonly LaneBox[];
  /** What stands in groups because it is too much to be drawn one by one. */
  readonly folding: FoldedMap["folding"];
}

interface Options {
  /** The layout before a change: what is still there keeps its place. */
  readonly previous?: Layout | undefined;
  /** The full name of the alias that is focused: its gaps are shown even where one Region alone has it. */
  readonly focus?: string | undefined;
  readonly foldBy?: FoldBy | undefined;
}

export const sizes = {
  name: { width: 200, height: 44 },
  alias: { width: 240, height: 40 },
  key: { width: 280, height: 76 },
} as const;

const gapBetween = { left: 8, right: 12 } as const;
const lanePadding = 16;
/** Room for the Region's name. */
const laneHeader = 40;
const betweenLanes = 24;
const beforeAws = 28;
const betweenColumns = { names: 120, one: 320, all: 220 } as const;

export function layoutMap(map: AliasMap, options: Options = {}): Layout {
  const { lanes, folding } = foldMap(map, options.foldBy);
  const branches = branchingNames(map, folding !== undefined, options.focus);
  const laneX = branches.length > 0 ? sizes.name.width + betweenColumns.names : 0;
  const between = map.lanes.length > 1 ? betweenColumns.all : betweenColumns.one;
  const columns = { left: laneX + lanePadding, right: laneX + lanePadding + sizes.alias.width + between };
  const laneWidth = columns.right + sizes.key.width + lanePadding - laneX;
  const before = new Map(options.previous?.nodes.map((node) => [node.id, node]));
  const nodes: MapNode[] = [];
  const laneBoxes: LaneBox[] = [];
  let y = 0;
  for (const lane of lanes) {
    const last = options.previous?.lanes.find(({ region }) => region === lane.region);
    const gaps = branches.filter(({ byRegion }) => !byRegion.has(lane.region)).map(({ aliasName }) => aliasName);
    const placed = layoutLane(lane, gaps, { y, columns, before, last });
    for (const node of placed.nodes) nodes.push(node);
    laneBoxes.push({ id: `lane:${lane.region}`, region: lane.region, x: laneX, y, width: laneWidth, ...placed.box });
    y += placed.box.height + betweenLanes;
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const names = placeNames(branches, byId, before);
  for (const node of names) {
    nodes.push(node);
    byId.set(node.id, node);
  }
  const nameEnd = names.reduce((end, node) => Math.max(end, node.y + node.height), 0);
  return {
    width: laneX + laneWidth,
    height: Math.max(0, y - betweenLanes, nameEnd),
    nodes,
    edges: edgesOf(lanes, branches, byId),
    lanes: laneBoxes,
    folding,
  };
}

/** One's own names that several Regions have; of a folded map only the focused one, since its aliases are not drawn. */
function branchingNames(
  { lanes, names }: AliasMap,
  isFolded: boolean,
  focus: string | undefined,
): readonly LogicalAlias[] {
  if (lanes.length < 2) return [];
  return names.filter(
    ({ aliasName, byRegion }) => aliasName === focus || (!isFolded && byRegion.size > 1 && !isReservedAlias(aliasName)),
  );
}

interface LaneFrame {
  readonly y: number;
  readonly columns: { readonly left: number; readonly right: number };
  readonly before: ReadonlyMap<string, MapNode>;
  /** The lane in the layout before. */
  readonly last: LaneBox | undefined;
}

type Left = FoldedLane["left"][number];
type Right = FoldedLane["right"][number];
/** An alias, a group of them, or the gap where one could be. */
type LeftItem = Left | { readonly id: string; readonly gap: string };

export const gapId = (region: string, aliasName: string): string => `gap:${region}/${aliasName}`;
export const nameId = (aliasName: string): string => `name:${aliasName}`;

function layoutLane(
  lane: FoldedLane,
  gaps: readonly string[],
  frame: LaneFrame,
): { readonly nodes: readonly MapNode[]; readonly box: Pick<LaneBox, "height" | "awsY"> } {
  const top = frame.y + laneHeader;
  const own = layoutBlock(
    lane,
    {
      left: withGaps(
        lane.left.filter((node) => !isAwsLeft(node)),
        lane.region,
        gaps,
      ),
      right: lane.right.filter((node) => !isAwsRight(node)),
    },
    { top, before: frame.before, lastTop: frame.last && frame.last.y + laneHeader, columns: frame.columns },
  );
  const awsTop = own.end + (own.end > top ? beforeAws : 0);
  const lastRoom = frame.last ? frame.last.awsY - frame.last.y : 0;
  const awsY = Math.max(awsTop, frame.y + lastRoom);
  const aws = layoutBlock(
    lane,
    { left: lane.left.filter(isAwsLeft), right: lane.right.filter(isAwsRight) },
    { top: awsY, before: frame.before, lastTop: frame.last?.awsY, columns: frame.columns },
  );
  const hasAws = aws.nodes.length > 0;
  const end = hasAws ? aws.end : own.end;
  // An emptied lane keeps room for a sentence.
  const height = Math.max(end - frame.y, laneHeader + sizes.alias.height) + lanePadding;
  return { nodes: [...own.nodes, ...aws.nodes], box: { height, awsY: hasAws ? awsY : frame.y + height } };
}

const isAwsLeft = (node: Left): boolean => {
  const first = "type" in node ? node.aliases[0] : node;
  return first !== undefined && isReservedAlias(first.alias.aliasName);
};
const isAwsRight = (node: Right): boolean => {
  const first = "type" in node ? node.keys[0] : node;
  return first?.key.keyManager === "AWS";
};

/** Gaps stand where the name would. */
function withGaps(left: readonly Left[], region: string, gaps: readonly string[]): readonly LeftItem[] {
  if (gaps.length === 0) return left;
  const items = left.map((node): { readonly sort: string; readonly item: LeftItem } => ({
    sort: ("type" in node ? node.aliases[0] : node)?.alias.aliasName ?? "",
    item: node,
  }));
  for (const gap of gaps) items.push({ sort: gap, item: { id: gapId(region, gap), gap } });
  items.sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  return items.map(({ item }) => item);
}

interface BlockFrame {
  readonly top: number;
  readonly before: ReadonlyMap<string, MapNode>;
  /** Where the block began in the layout before. */
  readonly lastTop: number | undefined;
  readonly columns: { readonly left: number; readonly right: number };
}

function layoutBlock(
  { region, edges }: FoldedLane,
  { left, right }: { readonly left: readonly LeftItem[]; readonly right: readonly Right[] },
  { top, before, lastTop, columns }: BlockFrame,
): { readonly nodes: readonly MapNode[]; readonly end: number } {
  const lastY = (id: string): number | undefined => {
    const node = lastTop === undefined ? undefined : before.get(id);
    return node && node.y - (lastTop ?? 0);
  };
  const leftIds = new Set(left.map(({ id }) => id));
  const sourcesOf = new Map<string, string[]>();
  const targetsOf = new Map<string, string[]>();
  for (const { source, target } of edges)
    if (leftIds.has(source)) {
      push(sourcesOf, target, source);
      push(targetsOf, source, target);
    }
  // Keys in the order of their first aliases' names, then aliases beside their keys: at first no two edges cross.
  const rank = new Map(left.map(({ id }, i) => [id, i]));
  const rankOf = (ids: readonly string[] | undefined, of: ReadonlyMap<string, number>): number =>
    ids?.length ? ids.reduce((sum, id) => sum + (of.get(id) ?? 0), 0) / ids.length : Number.POSITIVE_INFINITY;
  const rightOrder = sortedBy(right, ({ id }) => rankOf(sourcesOf.get(id), rank));
  const rightRank = new Map(rightOrder.map(({ id }, i) => [id, i]));
  const leftOrder = sortedBy(left, ({ id }) => rankOf(targetsOf.get(id), rightRank));

  const leftItems = leftOrder.map(
    (item): ColumnItem => ({ id: item.id, height: sizes.alias.height, lastY: lastY(item.id) }),
  );
  const rightItems = rightOrder.map(
    (item): ColumnItem => ({ id: item.id, height: sizes.key.height, lastY: lastY(item.id) }),
  );
  const { left: leftY, right: rightY } = placeColumn(leftItems, rightItems, { sourcesOf, targetsOf }, gapBetween);

  const nodes: MapNode[] = [];
  let end = top;
  const add = (node: MapNode): void => {
    nodes.push(node);
    end = Math.max(end, node.y + node.height);
  };
  for (const item of inOrder(left, leftY)) {
    const box = { id: item.id, x: columns.left, y: top + (leftY.get(item.id) ?? 0), ...sizes.alias };
    if ("gap" in item) add({ ...box, type: "gap", region, aliasName: item.gap });
    else if ("type" in item) add({ ...box, type: "aliasGroup", region, group: item });
    else add({ ...box, type: "alias", region, node: item });
  }
  for (const item of inOrder(right, rightY)) {
    const box = { id: item.id, x: columns.right, y: top + (rightY.get(item.id) ?? 0), ...sizes.key };
    if ("type" in item) add({ ...box, type: "keyGroup", region, group: item });
    else add({ ...box, type: "key", region, node: item });
  }
  return { nodes, end };
}

function push(map: Map<string, string[]>, id: string, other: string): void {
  const known = map.get(id);
  if (known) known.push(other);
  else map.set(id, [other]);
}

/** Equal ranks keep their order. */
function sortedBy<T>(items: readonly T[], rank: (item: T) => number): readonly T[] {
  const ranked = items.map((item) => ({ item, at: rank(item) }));
  // Two infinities have no difference.
  ranked.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
  return ranked.map(({ item }) => item);
}

/** From top to bottom, which is the order that keyboard and screen readers go in. */
const inOrder = <T extends { readonly id: string }>(
  items: readonly T[],
  y: ReadonlyMap<string, number>,
): readonly T[] => sortedBy(items, ({ id }) => y.get(id) ?? 0);

function placeNames(
  names: readonly LogicalAlias[],
  byId: ReadonlyMap<string, MapNode>,
  before: ReadonlyMap<string, MapNode>,
): readonly MapNode[] {
  // Beside the middle of their aliases, as far as there is room.
  const wanted = sortedBy(
    names.map((name) => ({ name, at: middleOf(name, byId) })),
    ({ at }) => at,
  );
  const items = wanted.map(
    ({ name, at }): ColumnItem => ({
      id: nameId(name.aliasName),
      height: sizes.name.height,
      lastY: before.get(nameId(name.aliasName))?.y ?? Math.max(0, at - sizes.name.height / 2),
    }),
  );
  const { left } = placeColumn(items, [], { sourcesOf: new Map(), targetsOf: new Map() }, gapBetween);
  const placed = wanted.map(({ name }): MapNode => {
    const id = nameId(name.aliasName);
    return { id, type: "name", name, x: 0, y: left.get(id) ?? 0, ...sizes.name };
  });
  return sortedBy(placed, ({ y }) => y);
}

function middleOf({ byRegion }: LogicalAlias, byId: ReadonlyMap<string, MapNode>): number {
  const found = [...byRegion.values()].flatMap(({ id }) => byId.get(id) ?? []);
  return found.length === 0 ? 0 : found.reduce((sum, node) => sum + node.y + node.height / 2, 0) / found.length;
}

function edgesOf(
  lanes: readonly FoldedLane[],
  branches: readonly LogicalAlias[],
  byId: ReadonlyMap<string, MapNode>,
): readonly MapEdge[] {
  const edges: MapEdge[] = [];
  const add = (edge: Omit<MapEdge, "path">): void => {
    const [from, to] = [byId.get(edge.source), byId.get(edge.target)];
    if (from && to) edges.push({ ...edge, path: pathBetween(from, to) });
  };
  for (const { left, edges: own } of lanes) {
    const groups = new Set(left.flatMap((node) => ("type" in node ? [node.id] : [])));
    for (const { source, target, count } of own) {
      const id = groups.has(source) ? `edge:${source}>${target}` : `edge:${source}`;
      add({ id, source, target, count, type: "target" });
    }
  }
  for (const { aliasName, byRegion } of branches)
    for (const { region } of lanes) {
      const source = nameId(aliasName);
      const alias = byRegion.get(region);
      const target = alias ? alias.id : gapId(region, aliasName);
      add({ id: `edge:${source}>${region}`, source, target, count: 1, type: alias ? "branch" : "gap" });
    }
  return edges;
}

/** From the right side of one to the left side of the other, level at both ends. */
function pathBetween(from: Box, to: Box): string {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  const bend = Math.round((x2 - x1) / 2);
  return `M ${x1} ${y1} C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`;
}
