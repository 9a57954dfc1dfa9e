// What storage says of its failures.
import { expect, test } from "vitest";
import { storageFailure } from "./storage-failure.ts";

const blocked = new DOMException("access denied.", "SecurityError");

test.each([
  ["open", "The browser did not open its storage for this site (SecurityError: access denied)."],
  ["save", "The browser could not save to the workspace, and nothing was changed (SecurityError: access denied)."],
  ["read", "The browser could not read what it has saved of the workspace (SecurityError: access denied)."],
] as const)("tells a failure to %s in words of its own", (attempt, text) => {
  expect(storageFailure(blocked, attempt).message).toBe(text);
});
