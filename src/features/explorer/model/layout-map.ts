// Exports layoutMap: where everything on the map stands. Lanes lie under one another; in each, aliases left and keys right, and
// left of the lanes the names that several Regions have.
import type { AliasMap, LogicalAlias } from "#features/explorer/types.ts";
import { isGap } from "./alias-map.ts";
import { type FoldBy, foldInSlices } from "./group.ts";
import { type LaneBox, type Layout, type MapNode, nameId, sizes } from "./layout.ts";
import { lanePadding, layoutLane } from "./layout-lane.ts";
import { isShared } from "./outline.ts";
import { type ColumnItem, placeColumn } from "./place-column.ts";
import { edgesOf } from "./route-edges.ts";
import { atOnce, type Slices } from "./slices.ts";
import { sortedBy } from "./sorted-by.ts";

interface Options {
  /** The layout before a change: what is still there keeps its place. */
  readonly previous?: Layout | undefined;
  /** The full name of the alias that is focused: its gaps are shown even where one Region alone has it. */
  readonly focus?: string | undefined;
  readonly foldBy?: FoldBy | undefined;
}

const betweenLanes = 24;
const betweenColumns = { names: 120, one: 320, all: 220 } as const;

export function layoutMap(map: AliasMap, options: Options = {}): Layout {
  return atOnce(layoutInSlices(map, options));
}

/** The same, pausing at each `yield`. */
export function* layoutInSlices(map: AliasMap, options: Options = {}): Slices<Layout> {
  const { lanes, folding } = yield* foldInSlices(map, options.foldBy);
  yield;
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
    const gaps = branches.filter((name) => isGap(name, lane.region)).map(({ aliasName }) => aliasName);
    const placed = layoutLane(lane, gaps, { y, columns, before, last });
    for (const node of placed.nodes) nodes.push(node);
    laneBoxes.push({ id: `lane:${lane.region}`, region: lane.region, x: laneX, y, width: laneWidth, ...placed.box });
    y += placed.box.height + betweenLanes;
    yield;
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const names = placeNames(branches, byId, before);
  for (const node of names) {
    nodes.push(node);
    byId.set(node.id, node);
  }
  const nameEnd = names.reduce((end, node) => Math.max(end, node.y + node.height), 0);
  yield;
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
  return names.filter((name) => name.aliasName === focus || (!isFolded && isShared(name)));
}

function placeNames(
  names: readonly LogicalAlias[],
  byId: ReadonlyMap<string, MapNode>,
  before: ReadonlyMap<string, MapNode>,
): readonly MapNode[] {
  // Beside the first of their aliases, as far as there is room: in the middle of tall lanes they would be out of view at first.
  const wanted = sortedBy(
    names.map((name) => ({ name, at: firstOf(name, byId) })),
    ({ at }) => at,
  );
  const items = wanted.map(
    ({ name, at }): ColumnItem => ({
      id: nameId(name.aliasName),
      height: sizes.name.height,
      lastY: before.get(nameId(name.aliasName))?.y ?? Math.max(0, at - sizes.name.height / 2),
    }),
  );
  const { left } = placeColumn(items, [], { sourcesOf: new Map(), targetsOf: new Map() });
  const placed = wanted.map(({ name }): MapNode => {
    const id = nameId(name.aliasName);
    return { id, type: "name", name, x: 0, y: left.get(id) ?? 0, ...sizes.name };
  });
  return sortedBy(placed, ({ y }) => y);
}

function firstOf({ byRegion }: LogicalAlias, byId: ReadonlyMap<string, MapNode>): number {
  const middles = [...byRegion.values()].flatMap(({ id }) => {
    const node = byId.get(id);
    return node ? [node.y + node.height / 2] : [];
  });
  return middles.length === 0 ? 0 : Math.min(...middles);
}
