import { expect, it } from "vitest";
import { firstViewport, minZoom, panExtent, showing, wholeViewport, within } from "./viewport.ts";

const frame = { width: 1000, height: 600 };

it("shows a small map in the middle and no larger than it was made", () => {
  const small = { width: 400, height: 200 };
  expect(firstViewport(small, frame)).toEqual({ x: 300, y: 200, zoom: 1 });
  expect(wholeViewport(small, frame)).toEqual({ x: 300, y: 200, zoom: 1 });
});

it("shows all of a map at first that can be read so", () => {
  const tall = { width: 900, height: 736 };
  expect(firstViewport(tall, frame)).toEqual({ x: 162.5, y: 24, zoom: 0.75 });
});

it("begins a tall map at its top, in a size that can be read, and makes it smaller when all of it is asked for", () => {
  const tall = { width: 1000, height: 1104 };
  expect(firstViewport(tall, frame)).toEqual({ x: 75, y: 24, zoom: 0.85 });
  expect(wholeViewport(tall, frame)).toEqual({ x: 250, y: 24, zoom: 0.5 });
});

it("fits a map into the width of a narrow frame at first, so that no key is cut off", () => {
  const map = { width: 1000, height: 3000 };
  expect(firstViewport(map, { width: 648, height: 500 })).toEqual({ x: 24, y: 24, zoom: 0.6 });
});

it("never makes a map so small that nothing can be told apart", () => {
  expect(firstViewport({ width: 5000, height: 100 }, frame).zoom).toBe(0.55);
  expect(wholeViewport({ width: 900, height: 96_000 }, frame)).toEqual({ x: 455, y: 24, zoom: minZoom });
});

it("lets the map be moved a little beyond its ends and no further, and keeps a small one in the middle", () => {
  const tall = { width: 500, height: 2000 };
  expect(within({ x: -5000, y: -90_000, zoom: 1 }, tall, frame)).toEqual({ x: 250, y: -1480, zoom: 1 });
  expect(within({ x: 0, y: 90_000, zoom: 0.5 }, tall, frame)).toEqual({ x: 375, y: 40, zoom: 0.5 });
  expect(within({ x: 250, y: -700, zoom: 1 }, tall, frame)).toEqual({ x: 250, y: -700, zoom: 1 });
  expect(panExtent(tall)).toEqual([
    [-80, -80],
    [580, 2080],
  ]);
});

it("brings a part of the map into view by the shortest way, and moves nothing when it is there already", () => {
  const here = { x: 0, y: 0, zoom: 0.5 };
  expect(showing(here, { x: 200, y: 200, width: 100, height: 40 }, frame)).toEqual(here);
  expect(showing(here, { x: 200, y: 2000, width: 100, height: 40 }, frame)).toEqual({ x: 0, y: -460, zoom: 0.5 });
  expect(showing(here, { x: 0, y: 400, width: 9000, height: 40 }, frame)).toEqual({ x: 40, y: 0, zoom: 0.5 });
});
