import { expect, test } from "vitest";
import { eventTime, secondsOfEventTime } from "./event-time.ts";

const times = [
  ...[
    0, 951_782_400_000, 1_709_164_799_999, 1_709_164_800_000, 1_798_761_599_000, 4_102_444_800_123, 4_107_542_399_000,
  ],
  253_402_300_799_999,
];

test("an event time is the ISO text of the second, as Date has it", () => {
  for (const at of times) expect(eventTime(at)).toBe(new Date(at).toISOString().replace(/\.\d+/, ""));
});

test("the text of an event time leads back to its second", () => {
  for (const at of times) expect(secondsOfEventTime(eventTime(at))).toBe(Math.floor(at / 1000));
});
