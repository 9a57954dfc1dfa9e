// Exports panAtBorder: while something is held near the border of the map, the map moves on under it.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** So near to the border of the map, in pixels, the map moves on: the nearer, the faster. */
const border = 36;
/** At the border itself, in pixels for a second. */
const fastest = 700;
/** After a pause the map must not jump. In milliseconds. */
const longestFrame = 50;

/** Looks at each frame where the hand is in the box, and asks to pan by so many pixels. */
export function panAtBorder(
  boxNow: () => DOMRect | undefined,
  handNow: () => Point,
  panBy: (dx: number, dy: number) => void,
): { start(): void; stop(): void } {
  let timer = 0;
  let last: number | undefined;
  const panOn = (now: number): void => {
    const box = boxNow();
    const step = (fastest * Math.min(longestFrame, now - (last ?? now))) / 1000;
    last = now;
    if (box) {
      const hand = handNow();
      const [dx, dy] = [towards(hand.x, box.left, box.right), towards(hand.y, box.top, box.bottom)];
      if (dx !== 0 || dy !== 0) panBy(-dx * step, -dy * step);
    }
    timer = requestAnimationFrame(panOn);
  };
  return {
    start() {
      timer = requestAnimationFrame(panOn);
    },
    stop: () => cancelAnimationFrame(timer),
  };
}

/** From -1 at the low end and beyond it to 1 at the high end, 0 between the borders. */
function towards(at: number, low: number, high: number): number {
  const depth = (inside: number): number => Math.min(1, Math.max(0, (border - inside) / border)) ** 2;
  return depth(high - at) - depth(at - low);
}
