import { ed25519, ed25519ph } from "@noble/curves/ed25519.js";
import { describe, expect, test } from "vitest";
import { concatBytes, encodeHex, encodeUtf8 } from "#lib/bytes.ts";
import { bigIntOf } from "./key-numbers.ts";
import { digest } from "./subtle.ts";
import { hexVector as hex } from "./test-keys.ts";
import { testVault, ways } from "./test-vault.ts";
import rfc from "./vectors/rfc8032-ed25519.json" with { type: "json" };

const SPEC = "ECC_NIST_EDWARDS25519";
const PURE = "ED25519_SHA_512";
const PREHASHED = "ED25519_PH_SHA_512";
const message = encodeUtf8("attack at dawn");
const pkcs8Of = (seed: string) => hex(`302e020100300506032b657004220420${seed}`);

/** Whether S*B = R + k*A, with k hashed as RFC 8032, section 5.1.7, says for Ed25519ph with an empty context. */
async function isPrehashedSignature(publicKey: Uint8Array, given: Uint8Array, signature: Uint8Array) {
  const { Point } = ed25519;
  const prefix = concatBytes(encodeUtf8("SigEd25519 no Ed25519 collisions"), Uint8Array.of(1, 0));
  const [r, s] = [signature.subarray(0, 32), signature.subarray(32)];
  const hashed = await digest("SHA-512", concatBytes(prefix, r, publicKey, await digest("SHA-512", given)));
  const number = (littleEndian: Uint8Array) => Point.Fn.create(bigIntOf(littleEndian.toReversed()));
  return Point.BASE.multiply(number(s)).equals(
    Point.fromBytes(r).add(Point.fromBytes(publicKey).multiply(number(hashed))),
  );
}

describe.each(ways)("Ed25519 by $way", ({ ports }) => {
  test.each(rfc.cases)("signs as in RFC 8032, $case", async (vector) => {
    const { cryptography, adopt } = testVault(ports);
    const { ref, publicKey } = await adopt(SPEC, pkcs8Of(vector.seed));
    const signature = await cryptography.sign(ref, PURE, "RAW", hex(vector.message));
    expect(encodeHex(signature)).toBe(vector.signature);
    expect(encodeHex(publicKey)).toBe(`302a300506032b6570032100${vector.publicKey}`);
    expect(await cryptography.verify(publicKey, SPEC, PURE, "RAW", hex(vector.message), signature)).toBe(true);
  });

  test("hashes a digest once more and keeps it apart from messages", async () => {
    const { cryptography, generate } = testVault(ports);
    const { ref, publicKey } = await generate(SPEC);
    const given = await digest("SHA-512", message);
    const signature = await cryptography.sign(ref, PREHASHED, "DIGEST", given);
    expect(await cryptography.verify(publicKey, SPEC, PREHASHED, "DIGEST", given, signature)).toBe(true);
    expect(await isPrehashedSignature(publicKey.subarray(-32), given, signature)).toBe(true);
    expect(await isPrehashedSignature(publicKey.subarray(-32), message, signature)).toBe(false);
    expect(await cryptography.verify(publicKey, SPEC, PURE, "RAW", given, signature)).toBe(false);
    expect(await cryptography.verify(publicKey, SPEC, PURE, "RAW", message, signature)).toBe(false);
  });

  test("makes keys and signatures that the other way takes", async () => {
    for (const { ports: others } of ways) {
      const { cryptography, generate } = testVault(ports);
      const other = testVault(others);
      const { material } = await generate(SPEC);
      const { ref, publicKey } = await other.adopt(SPEC, material.secret);
      expect(publicKey).toEqual(material.publicKey);
      const signature = await other.cryptography.sign(ref, PURE, "RAW", message);
      expect(await cryptography.verify(publicKey, SPEC, PURE, "RAW", message, signature)).toBe(true);
    }
  });

  test("finds no signature in damaged or malformed bytes", async () => {
    const { cryptography, generate } = testVault(ports);
    const { ref, publicKey } = await generate(SPEC);
    const given = await digest("SHA-512", message);
    const inputs = [[PURE, "RAW", message] as const, [PREHASHED, "DIGEST", given] as const];
    for (const [algorithm, messageType, bytes] of inputs) {
      const signature = await cryptography.sign(ref, algorithm, messageType, bytes);
      const wrong = [
        new Uint8Array(),
        new Uint8Array(64).fill(0xff),
        signature.subarray(1),
        concatBytes(signature, Uint8Array.of(0)),
        ...[0, 31, 32, 63].map((at) => Uint8Array.from(signature).with(at, (signature[at] ?? 0) ^ 1)),
      ];
      for (const bad of wrong)
        expect(await cryptography.verify(publicKey, SPEC, algorithm, messageType, bytes, bad)).toBe(false);
    }
  });

  test("signs no message as a digest and no digest as a message", async () => {
    const { cryptography, generate } = testVault(ports);
    const { ref, publicKey } = await generate(SPEC);
    const given = await digest("SHA-512", message);
    await expect(cryptography.sign(ref, PURE, "DIGEST", given)).rejects.toThrow("does not take");
    await expect(cryptography.sign(ref, PREHASHED, "RAW", message)).rejects.toThrow("does not take");
    await expect(cryptography.sign(ref, PREHASHED, "DIGEST", message)).rejects.toThrow("byte digests");
    const signature = await cryptography.sign(ref, PREHASHED, "DIGEST", given);
    expect(await cryptography.verify(publicKey, SPEC, PREHASHED, "DIGEST", message, signature)).toBe(false);
  });
});

test("noble's Ed25519ph, which signs the digests, is the one of RFC 8032", () => {
  const { seed, publicKey, message: abc, signature } = rfc.prehashed;
  expect(encodeHex(ed25519ph.getPublicKey(hex(seed)))).toBe(publicKey);
  expect(encodeHex(ed25519ph.sign(hex(abc), hex(seed)))).toBe(signature);
});
