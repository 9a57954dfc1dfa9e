// Which moment a URL names, if any.
import { expect, test } from "vitest";
import { parseMoment } from "./use-moment.ts";

test.each([
  ["0", 0],
  ["17", 17],
])("reads the moment %s", (text, seq) => {
  expect(parseMoment(text)).toBe(seq);
});

test.each([undefined, "", "1e1", "0x1", "-1", "1.5", " 3", "9".repeat(16)])("reads no moment out of %j", (text) => {
  expect(parseMoment(text)).toBeUndefined();
});
