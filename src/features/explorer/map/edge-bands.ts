// Exports which edges have to be drawn: those near the part of the map that is in view. The view is told in bands, so that
// moving the map draws edges anew only now and then.
import type { MapEdge } from "#features/explorer/model/layout.ts";

/** Of the map's own units, from the first band to the last. */
export type Bands = `${number} ${number}`;

const bandHeight = 1000;

/** The bands in view, and one more on each side. */
export function bandsInView(top: number, bottom: number): Bands {
  return `${Math.floor(top / bandHeight) - 1} ${Math.floor(bottom / bandHeight) + 1}`;
}

export function edgesIn(edges: readonly MapEdge[], bands: Bands): readonly MapEdge[] {
  const [first = 0, last = 0] = bands.split(" ").map(Number);
  const [top, bottom] = [first * bandHeight, (last + 1) * bandHeight];
  return edges.filter(({ path }) => {
    const [y1, y2] = heightsOf(path);
    return Math.max(y1, y2) >= top && Math.min(y1, y2) <= bottom;
  });
}

/** Where a curve `M x y C x y, x y, x y` that is level at both ends begins and ends. */
function heightsOf(path: string): readonly [number, number] {
  const start = path.indexOf(" ", 2);
  return [Number.parseFloat(path.slice(start)), Number.parseFloat(path.slice(path.lastIndexOf(" ")))];
}
