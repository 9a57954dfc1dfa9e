import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonError } from "./find-json-error.ts";

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("findJsonError", () => {
  it("agrees with JSON.parse on what is JSON", () => {
    fc.assert(fc.property(fc.json(), (text) => findJsonError(text) === undefined));
  });

  it("agrees with JSON.parse on damaged JSON", () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.nat(3), fc.constantFrom("", ",", '"', "}", "]", ":", "1", "\\", "\u0001", " "))
      .map(([text, at, length, put]) => {
        const start = at % (text.length + 1);
        return text.slice(0, start) + put + text.slice(start + length);
      });
    fc.assert(
      fc.property(damaged, (text) => (findJsonError(text) === undefined) === parses(text)),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['{\n  "a": 1,\n}', 2, "there is a comma before }"],
    ['{\n  "a": 1\n  "b": 2\n}', 2, 'expected a comma or }, found "'],
    ['{\n  "a": x\n}', 2, "expected a value, found x"],
    ['{\n  "a" 1\n}', 2, "expected a colon, found 1"],
    ["{\n  a: 1\n}", 2, "expected a member name in double quotes, found a"],
    ['{\n  "a": [1,\n', 3, "expected a value, found the end of the text"],
    ["{}\n\n{}", 3, "there is text after the end of the policy"],
  ])("names the line of the slip in %j", (text, line, problem) => {
    expect(findJsonError(text)).toEqual({ line, problem });
  });

  it("refuses a text that is nested without end, and keeps standing", () => {
    expect(findJsonError("[".repeat(100_000))?.problem).toBe("the policy is nested too deeply");
  });
});
