import { expect, it } from "vitest";
import type { Layout, MapNode } from "#features/explorer/model/layout.ts";
import { edgeEnd } from "./edge-end.ts";
import { stopTowards } from "./move.ts";

/** Places and kinds are all that moving looks at. */
function node(type: "alias" | "key" | "name", id: string, y: number): MapNode {
  return { type, id, x: 0, y, width: 10, height: 10 } as unknown as MapNode;
}

const nodes = [
  node("name", "n", 5),
  node("alias", "a", 0),
  node("alias", "b", 20),
  node("alias", "keyless", 100),
  node("key", "k2", 90),
  node("key", "k1", 0),
];
/** Its ends and its kind are enough. */
const edge = (source: string, target: string, type: "target" | "branch" = "target") =>
  ({ id: `${source}-${target}`, type, source, target, path: "" }) as Layout["edges"][number];
const layout = {
  nodes,
  edges: [edge("n", "b", "branch"), edge("b", "k2"), edge("n", "a", "branch"), edge("a", "k2")],
} as unknown as Layout;

const go = (from: string, key: string): string | undefined => {
  const start = [...layout.nodes, ...layout.edges].find(({ id }) => id === from);
  if (!start) throw new Error(`no stop ${from}`);
  return stopTowards(layout, start, key)?.id;
};

it("goes up and down within a column, and stops at its ends", () => {
  expect(go("a", "ArrowDown")).toBe("b");
  expect(go("b", "ArrowUp")).toBe("a");
  expect(go("a", "ArrowUp")).toBeUndefined();
  expect(go("k1", "ArrowDown")).toBe("k2");
  expect(go("a", "End")).toBe("keyless");
  expect(go("k2", "Home")).toBe("k1");
});

it("goes across from a node to the topmost of its edges, and on to the other end", () => {
  expect(go("n", "ArrowRight")).toBe("n-a");
  expect(go("n-a", "ArrowRight")).toBe("a");
  expect(go("a", "ArrowRight")).toBe("a-k2");
  expect(go("a-k2", "ArrowRight")).toBe("k2");
  expect(go("k2", "ArrowRight")).toBeUndefined();
  expect(go("k2", "ArrowLeft")).toBe("a-k2");
  expect(go("a-k2", "ArrowLeft")).toBe("a");
  expect(go("a", "ArrowLeft")).toBe("n-a");
});

it("goes up and down among the edges between two columns", () => {
  expect(go("n-a", "ArrowDown")).toBe("n-b");
  expect(go("n-b", "ArrowDown")).toBeUndefined();
  expect(go("b-k2", "ArrowUp")).toBe("a-k2");
  expect(go("b-k2", "Home")).toBe("a-k2");
});

it("goes to what stands beside a node without an edge", () => {
  expect(go("keyless", "ArrowRight")).toBe("k2");
  expect(go("k1", "ArrowLeft")).toBe("a");
});

it("leaves other keys alone", () => {
  expect(go("a", "x")).toBeUndefined();
});

it("takes the last part of an edge, which ends where the edge ends", () => {
  // At 0.6 of the way: 3·0.4²·0.6·100 + 3·0.4·0.6²·100 + 0.6³·200 = 115.2 across, and 32.4 down.
  expect(edgeEnd("M 0 0 C 100 0, 100 50, 200 50")).toBe("M 115.2 32.4 C 136 42, 160 50, 200 50");
});
