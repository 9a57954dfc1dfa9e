import { expect, test } from "vitest";
import { matchesWildcard } from "./wildcard.ts";

test.each([
  ["kms:*", "kms:PutKeyPolicy", true],
  ["KMS:putkeypolicy", "kms:PutKeyPolicy", true],
  ["kms:Put*", "kms:GetKeyPolicy", false],
  ["kms:?utKeyPolicy", "kms:PutKeyPolicy", true],
  ["*Key*", "kms:PutKeyPolicy", true],
  ["*Key", "kms:PutKeyPolicy", false],
  ["kms:PutKeyPolicy.", "kms:PutKeyPolicy", false],
  ["", "kms:PutKeyPolicy", false],
  ["**", "", true],
])("%s against %s is %s", (pattern, text, fits) => {
  expect(matchesWildcard(pattern, text)).toBe(fits);
});

test("ends at once for a pattern made to be slow", () => {
  expect(matchesWildcard(`kms:${"*a".repeat(15_000)}!`, `kms:${"a".repeat(100)}`)).toBe(false);
});
