import { expect, it } from "vitest";
import type { MapEdge } from "#features/explorer/model/layout.ts";
import { bandsInView, edgesIn } from "./edge-bands.ts";

const edge = (id: string, from: number, to: number): MapEdge => ({
  ...{ id, source: "a", target: "b", type: "target", count: 1 },
  path: `M 10 ${from} C 50 ${from}, 60 ${to}, 100 ${to}`,
});

it("draws the edges near the view, and those that pass through it from far to far", () => {
  const edges = [
    edge("far above", 0, 100),
    edge("near", 9100, 9900),
    edge("through", 0, 90_000),
    edge("below", 13_000, 12_500),
  ];
  expect(edgesIn(edges, bandsInView(10_200, 10_900)).map(({ id }) => id)).toEqual(["near", "through"]);
});

it("stays the same while the view moves within a band", () => {
  expect(bandsInView(10_200, 10_900)).toBe(bandsInView(10_050, 10_750));
  expect(bandsInView(10_200, 10_900)).not.toBe(bandsInView(11_200, 11_900));
  expect(bandsInView(-500, 300)).toBe("-2 1");
});
