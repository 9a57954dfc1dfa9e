// When a moment was: as short as it can be told apart.
import { expect, test } from "vitest";
import { formatTime, formatTimeToSecond } from "#lib/time-text.ts";
import { tickTime } from "./tick-time.ts";

const begin = 1_768_471_200_000; // a full minute
const ticksAt = (...seconds: readonly number[]) =>
  seconds.map((second, seq) => ({ seq, at: begin + second * 1000, text: `call ${seq}` }));

test("tells the seconds of moments that share a minute, and of no other", () => {
  const ticks = ticksAt(3, 40, 70, 200);
  expect(ticks.map((_, at) => tickTime(ticks, at))).toEqual([
    formatTimeToSecond(begin + 3_000),
    formatTimeToSecond(begin + 40_000),
    formatTime(begin + 70_000),
    formatTime(begin + 200_000),
  ]);
});

test("tells no seconds where they are the same: the first change, and the moment before it", () => {
  const ticks = ticksAt(3, 3);
  expect(tickTime(ticks, 0)).toBe(formatTime(begin + 3_000));
  expect(tickTime([], 0)).toBe("");
});
