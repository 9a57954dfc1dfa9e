import { expect, test } from "vitest";
import { daysProblem, daysText } from "./clock-days.ts";

test.each(["1", "7", "3650"])("the clock can be moved by %s days", (typed) => {
  expect(daysProblem(typed)).toBeUndefined();
});

test.each(["", "0", "-1", "1.5", "1e2", "3651", "seven", " "])("%j is no number of days to move by", (typed) => {
  expect(daysProblem(typed)).toBe("Enter a whole number of days, 1 to 3,650.");
});

test("days are worded with one decimal at most", () => {
  expect([1, 2, 7.04, 7.06, 1000].map(daysText)).toEqual(["1 day", "2 days", "7 days", "7.1 days", "1,000 days"]);
});
