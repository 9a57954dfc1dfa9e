// How a typed alias name is read.
import { expect, test } from "vitest";
import { fullName, isAliasName, namePart } from "./alias-text.ts";

test("fullName puts the prefix before what was typed, once", () => {
  expect(fullName(" new-app ")).toBe("alias/new-app");
  expect(fullName("alias/new-app")).toBe("alias/new-app");
});

test.each([
  ["PAYM", true],
  [" ments ", true],
  ["", true],
  ["alias/pay", true],
  ["alias/", true],
  ["alias/ments", false],
  // Parts of the prefix, which would find every name there is.
  ["li", false],
  ["as", false],
  ["s/P", false],
])("the text %j finds alias/Payments: %s", (typed, isFound) => {
  expect(namePart(typed)("alias/Payments")).toBe(isFound);
});

test("takes for an alias name only what an alias can be called", () => {
  expect(["alias/a", "alias/a/B_c-9", `alias/${"x".repeat(250)}`].map(isAliasName)).toEqual([true, true, true]);
  const others = ["alias/", "a", "alias/<b>", "alias/a b", `alias/${"x".repeat(251)}`];
  expect(others.filter(isAliasName)).toEqual([]);
});
