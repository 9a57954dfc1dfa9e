// Exports tickTime: when a moment was, told apart from its neighbours.
import { formatTime, formatTimeToSecond } from "#lib/time-text.ts";
import type { Tick } from "./history.ts";

const second = 1_000;
const minute = 60 * second;

/**
 * To the minute, as everywhere; to the second where the tick before or after it was at another second of that minute.
 * @param at where the tick stands among the ticks
 */
export function tickTime(ticks: readonly Tick[], at: number): string {
  const tick = ticks[at];
  if (!tick) return "";
  const isSameMinute = (other: Tick | undefined): boolean =>
    other !== undefined &&
    Math.floor(other.at / minute) === Math.floor(tick.at / minute) &&
    Math.floor(other.at / second) !== Math.floor(tick.at / second);
  const needsSeconds = isSameMinute(ticks[at - 1]) || isSameMinute(ticks[at + 1]);
  return needsSeconds ? formatTimeToSecond(tick.at) : formatTime(tick.at);
}
