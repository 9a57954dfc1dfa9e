import { describe, expect, it } from "vitest";
import { lineRange } from "./line-range.ts";

const lineOf = (text: string, line: number) => text.slice(...lineRange(text, line));

describe("lineRange", () => {
  it("finds each line without its end", () => {
    expect(["{", '  "a": 1', "}"].map((_line, at) => lineOf('{\n  "a": 1\n}', at + 1))).toEqual(["{", '  "a": 1', "}"]);
    expect(lineRange("a\n\nb", 2)).toEqual([2, 2]);
  });

  it("takes the last line for one behind it", () => {
    expect(lineOf("a\nb", 9)).toBe("b");
    expect(lineRange("", 1)).toEqual([0, 0]);
  });
});
