// The waiting period as it is typed.
import { expect, test } from "vitest";
import { parseWaitingDays, waitingDaysProblem } from "./waiting-period.ts";

test.each(["7", "30", "14"])("takes %s days", (typed) => {
  expect(parseWaitingDays(typed)).toBe(Number(typed));
  expect(waitingDaysProblem(typed)).toBeUndefined();
});

test.each(["6", "31", "", "7.5", "-7", "1e1", "abc"])("refuses %j", (typed) => {
  expect(parseWaitingDays(typed)).toBeUndefined();
  expect(waitingDaysProblem(typed)).toBeDefined();
});
