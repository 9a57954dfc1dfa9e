import { expect, test } from "vitest";
import { invariant } from "./invariant.ts";

test("invariant throws its message for a false claim and for nothing else", () => {
  expect(() => invariant(1 > 2, "one is more")).toThrow("Invariant broken: one is more");
  expect(() => invariant("x", "never seen")).not.toThrow();
});
