import { expect, it } from "vitest";
import { firstViewport, minZoom, wholeViewport } from "./viewport.ts";

const frame = { width: 1000, height: 600 };

it("shows a small map in the middle and no larger than it was made", () => {
  const small = { width: 400, height: 200 };
  expect(firstViewport(small, frame)).toEqual({ x: 300, y: 200, zoom: 1 });
  expect(wholeViewport(small, frame)).toEqual({ x: 300, y: 200, zoom: 1 });
});

it("begins a tall map at its top, and makes it smaller only when all of it is asked for", () => {
  const tall = { width: 952, height: 1104 };
  expect(firstViewport(tall, frame)).toEqual({ x: 24, y: 24, zoom: 1 });
  expect(wholeViewport(tall, frame)).toEqual({ x: 262, y: 24, zoom: 0.5 });
});

it("never makes a map so small that nothing can be told apart", () => {
  expect(firstViewport({ width: 5000, height: 100 }, frame).zoom).toBe(0.6);
  expect(wholeViewport({ width: 900, height: 96_000 }, frame)).toEqual({ x: 455, y: 24, zoom: minZoom });
});
