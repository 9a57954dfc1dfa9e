import { expect, it } from "vitest";
import type { Layout, MapEdge } from "#features/explorer/model/layout.ts";
import { edgeLight, lightsOf } from "./lights.ts";

// Ids, kinds and what stands in groups are all that is looked at.
const layout = {
  nodes: [
    { id: "name:a", type: "name" },
    { id: "alias a", type: "alias" },
    { id: "gap:a", type: "gap" },
    { id: "key", type: "key" },
    { id: "group", type: "keyGroup", group: { keys: [{ id: "key inside" }] } },
  ],
} as unknown as Layout;
const edge = (type: MapEdge["type"], source: string, target: string): MapEdge => ({
  ...{ id: source, type, source, target, count: 1, path: "" },
});

it("lights what a request is at, a gap and the group of a key, too", () => {
  expect([...lightsOf(layout, new Set(["alias a", "gap:a", "key inside"]), undefined)]).toEqual([
    ["alias a", "passing"],
    ["gap:a", "passing"],
    ["group", "passing"],
  ]);
});

it("marks as failed what a request has failed at, wherever it is now", () => {
  const lights = lightsOf(layout, new Set(["alias a", "key"]), new Set(["key", "gap:a"]));
  expect(Object.fromEntries(lights)).toEqual({ "alias a": "passing", "gap:a": "failed", key: "failed" });
});

it("lights the way there: from the name to its alias or gap, and from a lit alias to its key", () => {
  const lights = lightsOf(layout, new Set(["alias a", "key"]), new Set(["gap:a"]));
  expect(edgeLight(lights, edge("branch", "name:a", "alias a"))).toBe("passing");
  expect(edgeLight(lights, edge("gap", "name:a", "gap:a"))).toBe("failed");
  expect(edgeLight(lights, edge("target", "alias a", "key"))).toBe("passing");
  expect(edgeLight(lights, edge("target", "another alias", "key"))).toBeUndefined();
});
