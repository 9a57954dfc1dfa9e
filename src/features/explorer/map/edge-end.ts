// Exports edgeEnd: the part of an edge that can be taken hold of, before its key.

/** Where the end begins, of the whole of 1. Before it an edge lets the hand through, so that the map can be moved. */
const beginning = 0.6;

/** The last part of a cubic curve `M x y C x y, x y, x y`, in the same words. */
export function edgeEnd(path: string): string {
  const numbers = path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
  const [x1 = 0, y1 = 0, ax = 0, ay = 0, bx = 0, by = 0, x2 = 0, y2 = 0] = numbers;
  const [fromX, c1x, c2x] = lastPart(x1, ax, bx, x2);
  const [fromY, c1y, c2y] = lastPart(y1, ay, by, y2);
  return `M ${fromX} ${fromY} C ${c1x} ${c1y}, ${c2x} ${c2y}, ${x2} ${y2}`;
}

/** De Casteljau's division of one coordinate; the end itself stays. */
function lastPart(start: number, a: number, b: number, end: number): readonly [number, number, number] {
  const between = (from: number, to: number): number => from + (to - from) * beginning;
  const [first, middle, last] = [between(start, a), between(a, b), between(b, end)];
  const [left, right] = [between(first, middle), between(middle, last)];
  return [round(between(left, right)), round(right), round(last)];
}

const round = (value: number): number => Math.round(value * 10) / 10;
