import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concatBytes, decodeHex, decodeUtf8, encodeHex, encodeUtf8, equalBytes } from "./bytes.ts";

const bytes = fc.uint8Array({ maxLength: 64 });

describe("bytes", () => {
  test("joins parts in order, empty ones included", () => {
    expect(concatBytes(Uint8Array.of(1, 2), new Uint8Array(), Uint8Array.of(3))).toEqual(Uint8Array.of(1, 2, 3));
  });

  test("calls two arrays equal exactly when their bytes are", () => {
    fc.assert(
      fc.property(bytes, bytes, (left, right) => {
        expect(equalBytes(left, right)).toBe(Buffer.from(left).equals(right));
        expect(equalBytes(left, left.slice())).toBe(true);
      }),
    );
  });

  test("writes the hexadecimal that Node writes, and reads it in either case", () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const text = Buffer.from(given).toString("hex");
        expect(encodeHex(given)).toBe(text);
        expect(decodeHex(text)).toEqual(given);
        expect(decodeHex(text.toUpperCase())).toEqual(given);
      }),
    );
  });

  test.each(["0", "0g", "@0", "0x00", " 0", "é0", "1\u{1d7da}"])("refuses %j as hexadecimal", (text) => {
    expect(decodeHex(text)).toBeUndefined();
  });

  test("reads back as UTF-8 what it wrote, a byte order mark included", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
      }),
    );
    expect(decodeUtf8(encodeUtf8("\ufeffx"))).toBe("\ufeffx");
  });

  test("refuses bytes that are not UTF-8", () => {
    expect(decodeUtf8(Uint8Array.of(0x61, 0xff))).toBeUndefined();
  });
});
