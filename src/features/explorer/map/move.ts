// Exports how the arrow keys go over the map: up and down among what stands in one column, across from a node to its edge and on
// to the node at the other end. The nodes are columns, and so are the edges between two of them.
import type { Layout, MapEdge, MapNode } from "#features/explorer/model/layout.ts";

/** What the keyboard can stop at. */
export type MapStop = MapNode | MapEdge;

/** Names, their branches, aliases, their edges, keys. */
type Column = 0 | 1 | 2 | 3 | 4;

export const isEdge = (stop: MapStop): stop is MapEdge => "path" in stop;

/** The stop in the direction of a key of the keyboard; undefined where there is none or the key moves nothing. */
export function stopTowards(layout: Layout, from: MapStop, key: string): MapStop | undefined {
  switch (key) {
    case "ArrowDown":
      return below(layout, from, 1);
    case "ArrowUp":
      return below(layout, from, -1);
    case "ArrowRight":
      return across(layout, from, 1);
    case "ArrowLeft":
      return across(layout, from, -1);
    case "Home":
      return columnOf(layout, column(from))[0];
    case "End":
      return columnOf(layout, column(from)).at(-1);
    default:
      return undefined;
  }
}

function column(stop: MapStop): Column {
  switch (stop.type) {
    case "name":
      return 0;
    case "branch":
    case "gap":
      return isEdge(stop) ? 1 : 2;
    case "alias":
    case "aliasGroup":
      return 2;
    case "target":
      return 3;
    case "key":
    case "keyGroup":
      return 4;
  }
}

/** From top to bottom, over all lanes; edges by where they begin, then by where they end. */
function columnOf({ nodes, edges }: Layout, of: Column): readonly MapStop[] {
  if (of % 2 === 0) return nodes.filter((node) => column(node) === of).sort((a, b) => a.y - b.y);
  const tops = new Map(nodes.map(({ id, y }) => [id, y]));
  const difference = (a: string, b: string): number => (tops.get(a) ?? 0) - (tops.get(b) ?? 0);
  return edges
    .filter((edge) => column(edge) === of)
    .sort((a, b) => difference(a.source, b.source) || difference(a.target, b.target));
}

function below(layout: Layout, from: MapStop, step: 1 | -1): MapStop | undefined {
  const all = columnOf(layout, column(from));
  const at = all.findIndex(({ id }) => id === from.id);
  return all[at + step];
}

/** From a node to the topmost of its edges, from an edge to its end; from a node without an edge to what stands beside it. */
function across(layout: Layout, from: MapStop, step: 1 | -1): MapStop | undefined {
  const [here, there] = step === 1 ? (["source", "target"] as const) : (["target", "source"] as const);
  if (isEdge(from)) return layout.nodes.find(({ id }) => id === from[there]);
  const edges = columnOf(layout, 1).concat(columnOf(layout, 3));
  const own = edges.find((edge) => isEdge(edge) && edge[here] === from.id);
  if (own) return own;
  const next = column(from) + 2 * step;
  return layout.nodes
    .filter((node) => column(node) === next)
    .reduce<MapNode | undefined>(
      (near, node) => (near && Math.abs(near.y - from.y) <= Math.abs(node.y - from.y) ? near : node),
      undefined,
    );
}
