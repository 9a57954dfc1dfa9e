import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DER_INTEGER, DER_OCTET_STRING, DER_SEQUENCE, DerReader } from "./der.ts";

const reader = (...bytes: number[]) => new DerReader(Uint8Array.from(bytes));

describe("DerReader", () => {
  test("reads elements one after the other and knows when it is done", () => {
    const outer = reader(0x30, 0x06, 0x02, 0x01, 0x05, 0x04, 0x01, 0x07);
    const inner = outer.inside(DER_SEQUENCE);
    expect(outer.atEnd).toBe(true);
    expect(inner?.unsigned()).toEqual(Uint8Array.of(5));
    expect(inner?.atEnd).toBe(false);
    expect(inner?.content(DER_OCTET_STRING)).toEqual(Uint8Array.of(7));
    expect(inner?.atEnd).toBe(true);
  });

  test.each([0, 1, 0x7f, 0x80, 0xff, 0x100, 0xffff])("reads a content of %i bytes", (length) => {
    const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
    const bytes = new Uint8Array(1 + head.length + length);
    bytes.set([DER_OCTET_STRING, ...head]);
    expect(new DerReader(bytes).content(DER_OCTET_STRING)?.length).toBe(length);
    expect(new DerReader(bytes.subarray(0, -1)).content(DER_OCTET_STRING)).toBeUndefined();
  });

  test.each([
    ["a length in two bytes that fits one", [0x02, 0x81, 0x01, 0x05]],
    ["a length in three bytes that fits two", [0x02, 0x82, 0x00, 0x01, 0x05]],
    ["an indefinite length", [0x02, 0x80, 0x05, 0x00, 0x00]],
    ["a length of four bytes", [0x02, 0x84, 0x00, 0x00, 0x00, 0x01, 0x05]],
    ["another tag", [0x04, 0x01, 0x05]],
    ["no bytes", []],
    ["no length", [0x02]],
    ["an empty integer", [0x02, 0x00]],
    ["a negative integer", [0x02, 0x01, 0x80]],
    ["an integer with a needless zero", [0x02, 0x02, 0x00, 0x7f]],
  ])("refuses %s", (_, bytes) => {
    expect(reader(...bytes).unsigned()).toBeUndefined();
  });

  test("never throws and never reads past the bytes, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        for (const tag of [DER_INTEGER, DER_SEQUENCE, bytes[0] ?? 0]) {
          const content = new DerReader(bytes).content(tag);
          if (content !== undefined) expect(content.length).toBeLessThan(bytes.length);
        }
        new DerReader(bytes).unsigned();
      }),
      { numRuns: 1000 },
    );
  });
});
