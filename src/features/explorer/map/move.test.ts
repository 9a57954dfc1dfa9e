import { expect, it } from "vitest";
import type { Layout, MapNode } from "#features/explorer/model/layout.ts";
import { edgeEnd } from "./edge-end.ts";
import { nodeTowards } from "./move.ts";

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
const edge = (source: string, target: string) => ({ source, target }) as Layout["edges"][number]; // the ends are enough
const layout = {
  nodes,
  edges: [edge("n", "a"), edge("a", "k2"), edge("b", "k2")],
} as unknown as Layout;

const go = (from: string, key: string): string | undefined => {
  const start = nodes.find(({ id }) => id === from);
  if (!start) throw new Error(`no node ${from}`);
  return nodeTowards(layout, start, key)?.id;
};

it("goes up and down within a column, and stops at its ends", () => {
  expect(go("a", "ArrowDown")).toBe("b");
  expect(go("b", "ArrowUp")).toBe("a");
  expect(go("a", "ArrowUp")).toBeUndefined();
  expect(go("k1", "ArrowDown")).toBe("k2");
  expect(go("a", "End")).toBe("keyless");
  expect(go("k2", "Home")).toBe("k1");
});

it("goes across along an edge, to the topmost of several", () => {
  expect(go("a", "ArrowRight")).toBe("k2");
  expect(go("k2", "ArrowLeft")).toBe("a");
  expect(go("n", "ArrowRight")).toBe("a");
  expect(go("a", "ArrowLeft")).toBe("n");
  expect(go("k2", "ArrowRight")).toBeUndefined();
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
