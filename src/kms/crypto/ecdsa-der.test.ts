import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { derToRaw, rawToDer } from "./ecdsa-der.ts";

const SCALAR_BYTES = [32, 48, 66];

/** A number of `length` bytes, often with leading zeros or a high first bit, where encoders go wrong. */
function scalar(length: number) {
  return fc.tuple(fc.nat(length), fc.uint8Array({ minLength: length, maxLength: length })).map(([zeros, bytes]) => {
    return bytes.fill(0, 0, zeros);
  });
}

const rawSignature = fc.constantFrom(...SCALAR_BYTES).chain((length) => {
  return fc.tuple(scalar(length), scalar(length)).map(([r, s]) => Uint8Array.from([...r, ...s]));
});

describe("the DER form of an ECDSA signature", () => {
  test("comes back as it went in, for numbers of every length", () => {
    fc.assert(
      fc.property(rawSignature, (raw) => {
        expect(derToRaw(rawToDer(raw), raw.length / 2)).toEqual(raw);
      }),
      { numRuns: 1000 },
    );
  });

  test("drops leading zeros and adds one before a high bit", () => {
    const raw = new Uint8Array(64);
    raw[31] = 0x80;
    raw[63] = 0x7f;
    expect(rawToDer(raw)).toEqual(Uint8Array.of(0x30, 0x07, 0x02, 0x02, 0x00, 0x80, 0x02, 0x01, 0x7f));
  });

  test("takes the long form of the length for large P-521 numbers", () => {
    const der = rawToDer(new Uint8Array(132).fill(0x01));
    expect(der.subarray(0, 5)).toEqual(Uint8Array.of(0x30, 0x81, 0x88, 0x02, 0x42));
  });

  test("is the only form accepted: any bytes that parse are written the same again", () => {
    const nearlyDer = fc.tuple(rawSignature, fc.nat(140), fc.nat(255)).map(([raw, at, value]) => {
      const der = rawToDer(raw);
      der[at % der.length] = value;
      return der;
    });
    fc.assert(
      fc.property(fc.oneof(nearlyDer, fc.uint8Array({ maxLength: 80 })), (bytes) => {
        for (const length of SCALAR_BYTES) {
          const raw = derToRaw(bytes, length);
          if (raw !== undefined) expect(rawToDer(raw)).toEqual(Uint8Array.from(bytes));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("is refused with bytes after it, inside or outside, or cut short", () => {
    expect(derToRaw(Uint8Array.of(0x30, 0x06, 2, 1, 1, 2, 1, 1), 32)).toBeDefined();
    expect(derToRaw(Uint8Array.of(0x30, 0x06, 2, 1, 1, 2, 1, 1, 0), 32)).toBeUndefined();
    expect(derToRaw(Uint8Array.of(0x30, 0x08, 2, 1, 1, 2, 1, 1, 5, 0), 32)).toBeUndefined();
    expect(derToRaw(Uint8Array.of(0x30, 0x06, 2, 1, 1, 2, 1), 32)).toBeUndefined();
    expect(derToRaw(Uint8Array.of(0x30, 0x03, 2, 1, 1), 32)).toBeUndefined();
  });

  test("is refused when a number does not fit the curve", () => {
    const forP384 = rawToDer(new Uint8Array(96).fill(0x01));
    expect(derToRaw(forP384, 32)).toBeUndefined();
  });
});
