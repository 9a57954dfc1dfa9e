import { expect, test } from "vitest";
import { timeAgo } from "./time-ago.ts";

const minute = 60_000;

test.each([
  [0, "Less than a minute ago"],
  [minute, "1 minute ago"],
  [90 * minute, "1 hour ago"],
  [5 * 24 * 60 * minute, "5 days ago"],
  [800 * 24 * 60 * minute, "2 years ago"],
])("tells that %i ms have passed in the largest whole unit", (passed, text) => {
  expect(timeAgo(1_768_471_200_000, 1_768_471_200_000 + passed)).toBe(text);
});
