import { expect, test } from "vitest";
import { inUserLines } from "./user-lines.ts";

test("a stack speaks of the user's file alone", () => {
  const url = "blob:null/6b1f0c3e";
  const stack = `Error: no (really)
    at SDK.send (blob:null/other:1:99)
    at verify (${url}:12:34)
    at async ${url}:3:1`;
  expect(inUserLines(stack, url)).toBe(`Error: no (really)
    at verify (main.ts:12)
    at async main.ts:3`);
});
