// Exports how the arrow keys go over the map: up and down in a column, across along an edge.
import type { Layout, MapNode } from "#features/explorer/model/layout.ts";

type Column = 0 | 1 | 2;

/** The node in the direction of a key of the keyboard; undefined where there is none or the key moves nothing. */
export function nodeTowards(layout: Layout, from: MapNode, key: string): MapNode | undefined {
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

function column(node: MapNode): Column {
  switch (node.type) {
    case "name":
      return 0;
    case "alias":
    case "aliasGroup":
    case "gap":
      return 1;
    case "key":
    case "keyGroup":
      return 2;
  }
}

/** From top to bottom, over all lanes. */
function columnOf({ nodes }: Layout, of: Column): readonly MapNode[] {
  return nodes.filter((node) => column(node) === of).sort((a, b) => a.y - b.y);
}

function below(layout: Layout, from: MapNode, step: 1 | -1): MapNode | undefined {
  const all = columnOf(layout, column(from));
  return all[all.indexOf(from) + step];
}

/** The other end of its topmost edge; without an edge, what stands beside it. */
function across(layout: Layout, from: MapNode, step: 1 | -1): MapNode | undefined {
  const [here, there] = step === 1 ? (["source", "target"] as const) : (["target", "source"] as const);
  const ends = new Set(layout.edges.filter((edge) => edge[here] === from.id).map((edge) => edge[there]));
  const next = column(from) + step;
  const beside = layout.nodes.filter((node) => column(node) === next);
  const linked = beside.filter(({ id }) => ends.has(id));
  if (linked.length > 0) return linked.reduce((top, node) => (node.y < top.y ? node : top));
  return beside.reduce<MapNode | undefined>(
    (near, node) => (near && Math.abs(near.y - from.y) <= Math.abs(node.y - from.y) ? near : node),
    undefined,
  );
}
