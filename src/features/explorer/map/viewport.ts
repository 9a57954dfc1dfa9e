// Exports where the map stands in its frame: at first, when it is to be seen as a whole, when something on it is to be seen, and
// how far it can be moved.
import type { Viewport } from "@xyflow/react";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of the map, in its own units. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** Smaller, nothing on it tells anything any more; the whole of a tall map is what the mini-map is for. */
export const minZoom = 0.1;
/** Everything on it can be read. */
const readable = 0.7;
/** Names and states can be read, larger than they stand: what a narrow frame has to do with. */
const narrow = 0.55;
/** And without effort: a map that cannot be seen as a whole anyway gains little from being smaller. */
const comfortable = 0.85;
/** In pixels, around the whole map. */
const margin = 24;
/** In pixels, around what is brought into view. */
const around = 40;
/** Of the map's own units: so far beyond what is on it the map can be moved, and no further. */
const beyond = 80;

/** At first: all of it, if it can be read so; else as wide as the frame, beginning at its beginning, where no key is cut off. */
export function firstViewport(map: Size, frame: Size): Viewport {
  const whole = Math.min(across(map, frame), down(map, frame));
  if (whole >= readable) return placed(map, frame, whole);
  return placed(map, frame, Math.max(narrow, Math.min(comfortable, across(map, frame))));
}

/** All of it, as far as it can be made so small. */
export function wholeViewport(map: Size, frame: Size): Viewport {
  return placed(map, frame, Math.max(minZoom, Math.min(across(map, frame), down(map, frame))));
}

/** The two corners that React Flow keeps the map by hand within. */
export function panExtent({ width, height }: Size): [[number, number], [number, number]] {
  return [
    [-beyond, -beyond],
    [width + beyond, height + beyond],
  ];
}

/** The nearest place that moving by hand could reach, too: React Flow leaves alone what it is told by program. */
export function within({ x, y, zoom }: Viewport, map: Size, frame: Size): Viewport {
  const spare = beyond * zoom;
  return {
    x: kept(x, map.width * zoom, frame.width, spare),
    y: kept(y, map.height * zoom, frame.height, spare),
    zoom,
  };
}

/** The shortest way to where `box` is in view; of one too big for the frame, its beginning. */
export function showing({ x, y, zoom }: Viewport, box: Box, frame: Size): Viewport {
  return {
    x: shifted(x, box.x * zoom, box.width * zoom, frame.width),
    y: shifted(y, box.y * zoom, box.height * zoom, frame.height),
    zoom,
  };
}

/** Never larger than it was made. */
const across = (map: Size, frame: Size): number => Math.min(1, (frame.width - 2 * margin) / Math.max(1, map.width));
const down = (map: Size, frame: Size): number => Math.min(1, (frame.height - 2 * margin) / Math.max(1, map.height));

/** In the middle; what is too big for the frame begins at its beginning. */
function placed(map: Size, frame: Size, zoom: number): Viewport {
  const x = Math.max(margin, (frame.width - map.width * zoom) / 2);
  const y = Math.max(margin, (frame.height - map.height * zoom) / 2);
  return { x, y, zoom };
}

function kept(at: number, length: number, room: number, spare: number): number {
  const least = room - length - spare;
  return least > spare ? (room - length) / 2 : Math.min(spare, Math.max(least, at));
}

function shifted(at: number, start: number, length: number, room: number): number {
  const [first, last] = [around - start, room - around - start - length];
  if (first > last) return first;
  return Math.min(last, Math.max(first, at));
}
