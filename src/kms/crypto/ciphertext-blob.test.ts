import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeHex } from "#lib/bytes.ts";
import { authenticatedData, decodeBlob, encodeBlob, encodeHeader, withIv } from "./ciphertext-blob.ts";

const hexDigits = (count: number) =>
  fc.uint8Array({ minLength: count / 2, maxLength: count / 2 }).map((bytes) => encodeHex(bytes));

const header = fc.record({
  account: fc.maxSafeNat().map((number) => String(number % 10 ** 12).padStart(12, "0")),
  keyId: fc.oneof(
    fc.uuid(),
    hexDigits(32).map((digits) => `mrk-${digits}`),
  ),
  materialId: hexDigits(64),
  iv: fc.uint8Array({ minLength: 12, maxLength: 12 }),
});

const sample = {
  account: "111122223333",
  keyId: "1234abcd-12ab-34cd-56ef-1234567890ab",
  materialId: "0f".repeat(32),
  iv: new Uint8Array(12).fill(9),
};
const blob = encodeBlob(encodeHeader(sample), new Uint8Array(17).fill(7));

describe("a ciphertext blob", () => {
  test("gives back what it was made of", () => {
    fc.assert(
      fc.property(header, fc.uint8Array({ minLength: 16, maxLength: 64 }), (parts, ciphertext) => {
        const encoded = encodeHeader(parts);
        expect(decodeBlob(encodeBlob(encoded, ciphertext))).toEqual({ ...parts, header: encoded, ciphertext });
      }),
    );
  });

  test("is laid out as written at the top of its file", () => {
    expect(encodeHex(encodeHeader(sample))).toBe(
      `010202007800${(111122223333).toString(16).padStart(12, "0")}1234abcd12ab34cd56ef1234567890ab${"0f".repeat(32)}${"09".repeat(12)}`,
    );
  });

  test("is read the same when it lies inside a larger buffer", () => {
    const larger = new Uint8Array(blob.length + 20);
    larger.set(blob, 13);
    expect(decodeBlob(larger.subarray(13, 13 + blob.length))).toEqual(decodeBlob(blob));
  });

  test("takes another iv into a header that is kept, and leaves the kept one alone", () => {
    const kept = encodeHeader(sample);
    const iv = new Uint8Array(12).fill(4);
    expect(withIv(kept, iv)).toEqual(encodeHeader({ ...sample, iv }));
    expect(kept).toEqual(encodeHeader(sample));
  });

  test("stays below the limit of the API for the largest plaintext", () => {
    expect(decodeBlob(encodeBlob(encodeHeader(sample), new Uint8Array(4096 + 16)))).toBeDefined();
  });

  test.each([
    ["nothing", new Uint8Array()],
    ["a blob without a whole tag", blob.subarray(0, 87)],
    ["another beginning", blob.with(4, 0x79)],
    ["unknown flags", blob.with(5, 2)],
    ["an account of thirteen digits", blob.with(6, 0xff)],
    ["more than the API allows", encodeBlob(encodeHeader(sample), new Uint8Array(6144))],
  ])("is not found in %s", (_, bytes) => {
    expect(decodeBlob(bytes)).toBeUndefined();
  });

  test("that parses at all is written the same again, so no two blobs mean the same", () => {
    const nearlyBlob = fc.tuple(fc.nat(blob.length - 1), fc.nat(255)).map(([at, value]) => blob.with(at, value));
    fc.assert(
      fc.property(fc.oneof(nearlyBlob, fc.uint8Array({ maxLength: 120 })), (bytes) => {
        const parts = decodeBlob(bytes);
        if (parts !== undefined)
          expect(encodeBlob(encodeHeader(parts), parts.ciphertext)).toEqual(Uint8Array.from(bytes));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["key ID", { keyId: "alias/finance" }],
    ["key material ID", { materialId: "0f" }],
    ["account ID", { account: "1111" }],
    ["iv", { iv: new Uint8Array(16) }],
  ])("is not made of a wrong %s", (what, wrong) => {
    expect(() => encodeHeader({ ...sample, ...wrong })).toThrow(what);
  });
});

describe("the authenticated data", () => {
  const encoded = encodeHeader(sample);
  const context = fc.dictionary(
    fc.string({ unit: "binary", maxLength: 6 }),
    fc.string({ unit: "binary", maxLength: 6 }),
  );

  test("does not depend on the order of the context", () => {
    fc.assert(
      fc.property(context, (given) => {
        const reversed = Object.fromEntries(Object.entries(given).reverse());
        expect(authenticatedData(encoded, reversed)).toEqual(authenticatedData(encoded, given));
      }),
    );
  });

  test("differs for every two contexts that differ", () => {
    const sorted = (given: Record<string, string>) => JSON.stringify(Object.entries(given).sort());
    const small = fc.dictionary(fc.constantFrom("", "a", "b", "ab"), fc.constantFrom("", "a", "b", "ab"));
    fc.assert(
      fc.property(small, small, (left, right) => {
        const same = encodeHex(authenticatedData(encoded, left)) === encodeHex(authenticatedData(encoded, right));
        expect(same).toBe(sorted(left) === sorted(right));
      }),
      { numRuns: 2000 },
    );
  });

  test("tells lone surrogates apart, which UTF-8 would not", () => {
    expect(authenticatedData(encoded, { a: "\ud800" })).not.toEqual(authenticatedData(encoded, { a: "\ufffd" }));
  });

  test("is the same without a context and with an empty one", () => {
    expect(authenticatedData(encoded, {})).toEqual(authenticatedData(encoded));
  });

  test("begins with the whole header", () => {
    expect(authenticatedData(encoded, { a: "b" }).subarray(0, encoded.length)).toEqual(encoded);
  });
});
