import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as base64 from "./base64.ts";

const portable = { encodeBase64: base64.encodePortably, decodeBase64: base64.decodePortably };

describe.each([
  ["with Node's Buffer", base64],
  ["in any runtime", portable],
])("base64 %s", (_kind, { encodeBase64, decodeBase64 }) => {
  test("writes what Node writes and reads it back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = Buffer.from(bytes).toString("base64");
        expect(encodeBase64(bytes)).toBe(text);
        expect(decodeBase64(text)).toEqual(bytes);
      }),
    );
  });

  test("takes a mebibyte", () => {
    const bytes = Uint8Array.from({ length: 1 << 20 }, (_, i) => i * 31 + (i >> 8));
    const text = encodeBase64(bytes);
    expect(text).toBe(Buffer.from(bytes).toString("base64"));
    expect(Buffer.from(bytes).equals(decodeBase64(text) ?? new Uint8Array())).toBe(true);
  });

  test.each([
    ["no padding", "QQ"],
    ["too little padding", "QQ="],
    ["nothing but padding", "===="],
    ["three signs of padding", "Q==="],
    ["padding in the middle", "QQ==QQ=="],
    ["padding before the last digit", "QQ=Q"],
    ["white space", "QUJD RA="],
    ["a line break", "QUJD\nQQ=="],
    ["the URL alphabet", "-_-_"],
    ["a character beyond ASCII", "QUJé"],
    ["a character whose low byte is a digit", "QUJ\u0141"],
    ["stray bits before one sign of padding", "QUJ="],
    ["stray bits before two signs of padding", "QR=="],
  ])("refuses %s", (_, text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });

  test("accepts of all texts only those that it would write itself", () => {
    const digit = fc.constantFrom(..."ABQZabz019+/=");
    fc.assert(
      fc.property(fc.string({ unit: digit, maxLength: 12 }), (text) => {
        const bytes = decodeBase64(text);
        if (bytes !== undefined) expect(encodeBase64(bytes)).toBe(text);
        else expect(Buffer.from(text, "base64").toString("base64")).not.toBe(text);
      }),
    );
  });
});
