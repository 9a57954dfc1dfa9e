// Exports where the map stands in its frame: at first, and when it is to be seen as a whole.
import type { Viewport } from "@xyflow/react";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Smaller, nothing on it tells anything any more; the whole of a tall map is what the mini-map is for. */
export const minZoom = 0.1;
/** Names can be read. */
const readable = 0.6;
const margin = 24;

/** At first: as wide as the frame, in a size that can be read, beginning at its beginning. */
export function firstViewport(map: Size, frame: Size): Viewport {
  return placed(map, frame, Math.max(readable, across(map, frame)));
}

/** All of it, as far as it can be made so small. */
export function wholeViewport(map: Size, frame: Size): Viewport {
  const down = (frame.height - 2 * margin) / Math.max(1, map.height);
  return placed(map, frame, Math.max(minZoom, Math.min(across(map, frame), down)));
}

/** Never larger than it was made. */
const across = (map: Size, frame: Size): number => Math.min(1, (frame.width - 2 * margin) / Math.max(1, map.width));

/** In the middle; what is too big for the frame begins at its beginning. */
function placed(map: Size, frame: Size, zoom: number): Viewport {
  const x = Math.max(margin, (frame.width - map.width * zoom) / 2);
  const y = Math.max(margin, (frame.height - map.height * zoom) / 2);
  return { x, y, zoom };
}
