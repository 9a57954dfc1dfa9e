// Exports lightsOf: which nodes and edges of the map are lit, where a request is on its way, and where it has failed.
import type { Layout, MapEdge, MapNode } from "#features/explorer/model/layout.ts";

export type Light = "passing" | "failed";

/** By node id. */
export type Lights = ReadonlyMap<string, Light>;

type Ids = ReadonlySet<string> | undefined;

/** An alias or key that stands in a group lights the group. What is both has failed. */
export function lightsOf({ nodes }: Layout, lit: Ids, failed: Ids): Lights {
  const lights = new Map<string, Light>();
  if (!lit?.size && !failed?.size) return lights;
  for (const node of nodes) {
    const ids = idsOf(node);
    if (failed && ids.some((id) => failed.has(id))) lights.set(node.id, "failed");
    else if (lit && ids.some((id) => lit.has(id))) lights.set(node.id, "passing");
  }
  return lights;
}

/** A request goes along a branch to the alias, and from a lit alias to its key. */
export function edgeLight(lights: Lights, { type, source, target }: MapEdge): Light | undefined {
  return type === "target" && !lights.has(source) ? undefined : lights.get(target);
}

function idsOf(node: MapNode): readonly string[] {
  switch (node.type) {
    case "aliasGroup":
      return node.group.aliases.map(({ id }) => id);
    case "keyGroup":
      return node.group.keys.map(({ id }) => id);
    default:
      return [node.id];
  }
}
