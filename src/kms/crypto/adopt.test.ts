import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concatBytes, decodeHex } from "#lib/bytes.ts";
import { DER_INTEGER, DER_OCTET_STRING, DER_SEQUENCE } from "./der.ts";
import { derElement, derUnsigned } from "./der-writer.ts";
import { ownPrivateKey, writePrivateKeyInfo } from "./key-info.ts";
import { rsaPrivateNumbers } from "./key-numbers.ts";
import { fixedRsaKey } from "./test-keys.ts";
import { testVault } from "./test-vault.ts";

const RSA_SPECS = ["RSA_2048", "RSA_3072", "RSA_4096"];
const OTHER_PAIRS = [
  ...["ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519"],
  ...["ML_DSA_44", "ML_DSA_65", "ML_DSA_87", "ML_KEM_512", "ML_KEM_768", "ML_KEM_1024"],
];
const PAIRS = [...RSA_SPECS, ...OTHER_PAIRS];
const { cryptography, generate } = testVault();

async function pairOf(spec: string): Promise<{ secret: Uint8Array; publicKey: Uint8Array }> {
  if (RSA_SPECS.includes(spec)) return fixedRsaKey(spec);
  const { material, publicKey } = await generate(spec);
  return { secret: material.secret, publicKey };
}

describe("material from outside", () => {
  test.each([
    ["SYMMETRIC_DEFAULT", 32],
    ["HMAC_224", 28],
    ["HMAC_256", 32],
    ["HMAC_384", 48],
    ["HMAC_512", 64],
  ])("for %s is %i bytes, whatever they are", async (spec, length) => {
    const secret = new Uint8Array(length).fill(9);
    expect(await cryptography.adopt(spec, secret)).toEqual({ secret });
    expect(await cryptography.adopt(spec, secret.subarray(1))).toBeUndefined();
    expect(await cryptography.adopt(spec, new Uint8Array(length + 1))).toBeUndefined();
  });

  test.each(PAIRS)("for %s is a private key, from which the public key is found", async (spec) => {
    const { secret, publicKey } = await pairOf(spec);
    const adopted = await cryptography.adopt(spec, secret);
    expect(adopted?.publicKey).toEqual(publicKey);
    expect(await cryptography.adopt(spec, adopted?.secret ?? new Uint8Array())).toEqual(adopted);
  });

  test.each(PAIRS)("for %s is no key of another spec", async (spec) => {
    const { secret } = await pairOf(spec);
    for (const other of PAIRS.filter((one) => one !== spec))
      expect(await cryptography.adopt(other, secret), other).toBeUndefined();
  });

  test.each(PAIRS)("for %s is not found in bytes cut or changed", async (spec) => {
    const { secret } = await pairOf(spec);
    const wrong = [
      new Uint8Array(),
      new Uint8Array(32),
      secret.subarray(1),
      secret.subarray(0, -1),
      concatBytes(secret, Uint8Array.of(0)),
    ];
    for (const bytes of wrong) expect(await cryptography.adopt(spec, bytes)).toBeUndefined();
  });

  // Each of these makes a fine key of the bytes or finds none; a throw would let an import end as a bug.
  test.each(["RSA_2048", "ECC_NIST_P521", "ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519"])(
    "for %s is taken or refused, and never stumbled over",
    async (spec) => {
      const { secret } = await pairOf(spec);
      const place = fc.tuple(fc.nat(secret.length - 1), fc.nat(255));
      await fc.assert(
        fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 3 }), async (changes) => {
          const bytes = Uint8Array.from(secret);
          for (const [at, value] of changes) bytes[at] = value;
          const adopted = await cryptography.adopt(spec, bytes);
          if (adopted) expect((await cryptography.adopt(spec, adopted.secret))?.publicKey).toEqual(adopted.publicKey);
        }),
        { numRuns: 150 },
      );
    },
  );

  test("that is an RSA key whose numbers do not belong together is refused", async () => {
    const { secret } = fixedRsaKey("RSA_2048");
    // Somewhere inside each of the eight numbers, which begin one after the other.
    for (const at of [60, 300, 320, 560, 690, 820, 950, 1080, secret.length - 1]) {
      const changed = Uint8Array.from(secret).with(at, (secret.at(at) ?? 0) ^ 4);
      expect(await cryptography.adopt("RSA_2048", changed), String(at)).toBeUndefined();
    }
  });

  // All their numbers belong together, and a platform may import them; signing is where they fail.
  test.each([
    ["an odd factor that is not prime", "RSA_2048", 2n, 65537n],
    ["an even factor", "RSA_2048", 1n, 65537n],
    ["an exponent that the platform does not take with so long a modulus", "RSA_4096", 0n, 2n ** 200n + 1n],
  ])("that is an RSA key with %s is refused", async (_, spec, offset, leastExponent) => {
    const { p, q } = rsaPrivateNumbers(fixedRsaKey(spec).secret);
    expect(await cryptography.adopt(spec, rsaKeyOf(p, q, 65537n))).toBeDefined();
    expect(await cryptography.adopt(spec, fittingKey(p + offset, q, leastExponent))).toBeUndefined();
  });

  test("that is an EC key need not tell its public key, but must not tell another", async () => {
    const spec = "ECC_NIST_P256";
    const { secret, publicKey } = await pairOf(spec);
    const scalar = ownPrivateKey("P-256", secret).subarray(7, 39);
    const bare = derElement(DER_SEQUENCE, Uint8Array.of(DER_INTEGER, 1, 1), derElement(DER_OCTET_STRING, scalar));
    expect((await cryptography.adopt(spec, writePrivateKeyInfo("P-256", bare)))?.publicKey).toEqual(publicKey);
    expect(await cryptography.adopt(spec, Uint8Array.from(secret).with(-1, (secret.at(-1) ?? 0) ^ 1))).toBeUndefined();
  });

  test.each(["ECC_NIST_P256", "ECC_SECG_P256K1"])(
    "that is a scalar beyond the order of %s is refused",
    async (spec) => {
      const curve = spec === "ECC_NIST_P256" ? "P-256" : "secp256k1";
      for (const value of [0, 0xff]) {
        const scalar = derElement(DER_OCTET_STRING, new Uint8Array(32).fill(value));
        const key = derElement(DER_SEQUENCE, Uint8Array.of(DER_INTEGER, 1, 1), scalar);
        expect(await cryptography.adopt(spec, writePrivateKeyInfo(curve, key))).toBeUndefined();
      }
    },
  );

  test.each([
    ["ML_DSA_44", "ML-DSA-44", 32],
    ["ML_KEM_512", "ML-KEM-512", 64],
  ] as const)("for %s may hold the expanded key beside its own seed", async (spec, set, seedBytes) => {
    const { secret, publicKey } = await pairOf(spec);
    const seed = secret.subarray(-seedBytes);
    const expanded = await expand(spec, seed);
    const write = (...parts: Uint8Array[]) =>
      writePrivateKeyInfo(set, derElement(DER_SEQUENCE, ...parts.map((part) => derElement(DER_OCTET_STRING, part))));
    expect(await cryptography.adopt(spec, write(seed, expanded))).toEqual({ secret, publicKey });
    expect(await cryptography.adopt(spec, write(seed, expanded.with(40, (expanded[40] ?? 0) ^ 1)))).toBeUndefined();
    const alone = writePrivateKeyInfo(set, derElement(DER_OCTET_STRING, expanded));
    expect(await cryptography.adopt(spec, alone)).toBeUndefined();
  });
});

/** The first RSA key at or after these numbers whose exponents have inverses; p keeps its parity. */
function fittingKey(p: bigint, q: bigint, e: bigint): Uint8Array {
  const fits = gcd(e, (p - 1n) * (q - 1n)) === 1n && gcd(p, q) === 1n;
  if (fits) return rsaKeyOf(p, q, e);
  return e === 65537n ? fittingKey(p + 2n, q, e) : fittingKey(p, q, e + 2n);
}

function rsaKeyOf(p: bigint, q: bigint, e: bigint): Uint8Array {
  const d = inverse(e, (p - 1n) * (q - 1n));
  const numbers = [p * q, e, d, p, q, d % (p - 1n), d % (q - 1n), inverse(q, p)];
  const bytesOf = (number: bigint) => {
    const digits = number.toString(16);
    return decodeHex(digits.padStart(digits.length + (digits.length % 2), "0")) ?? new Uint8Array();
  };
  const elements = numbers.map((number) => derUnsigned(bytesOf(number)));
  return writePrivateKeyInfo("RSA", derElement(DER_SEQUENCE, Uint8Array.of(DER_INTEGER, 1, 0), ...elements));
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** By the extended algorithm of Euclid. */
function inverse(number: bigint, modulus: bigint): bigint {
  let [rest, next, factor, nextFactor] = [number % modulus, modulus, 1n, 0n];
  while (next !== 0n) {
    const times = rest / next;
    [rest, next, factor, nextFactor] = [next, rest - times * next, nextFactor, factor - times * nextFactor];
  }
  return ((factor % modulus) + modulus) % modulus;
}

async function expand(spec: "ML_DSA_44" | "ML_KEM_512", seed: Uint8Array): Promise<Uint8Array> {
  if (spec === "ML_DSA_44") return (await import("@noble/post-quantum/ml-dsa.js")).ml_dsa44.keygen(seed).secretKey;
  return (await import("@noble/post-quantum/ml-kem.js")).ml_kem512.keygen(seed).secretKey;
}
