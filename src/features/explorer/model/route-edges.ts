// Exports edgesOf: the edges of the map and the ways that they take, from the right side of one thing to the left side of another.
import type { LogicalAlias } from "#features/explorer/types.ts";
import type { FoldedLane } from "./group.ts";
import { type Box, gapId, type MapEdge, type MapNode, nameId } from "./layout.ts";

export function edgesOf(
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
  // Where a filter hides the alias neither it nor a gap stands, and there is nothing to lead to.
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
