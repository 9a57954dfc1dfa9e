import { shake256 } from "@noble/hashes/sha3.js";
import { describe, expect, test } from "vitest";
import { concatBytes, encodeHex, encodeUtf8 } from "#lib/bytes.ts";
import { DER_CONTEXT_0 } from "./der.ts";
import { derElement } from "./der-writer.ts";
import { writePrivateKeyInfo } from "./key-info.ts";
import { keySpecEntry, type MlDsaSpec, type MlKemSpec } from "./key-specs.ts";
import { digest } from "./subtle.ts";
import { testVault, ways } from "./test-vault.ts";
import vectors from "./vectors/post-quantum.json" with { type: "json" };

const ML_DSA = "ML_DSA_SHAKE_256";
const message = encodeUtf8("attack at dawn");
const sha256 = async (bytes: Uint8Array) => encodeHex(await digest("SHA-256", bytes));
const counting = (length: number) => Uint8Array.from({ length }, (_, i) => i);

/** PKCS#8 of a seed for a spec of this table. */
function pkcs8Of(spec: string, seed: Uint8Array): Uint8Array {
  const { set } = keySpecEntry(spec) as MlDsaSpec | MlKemSpec; // the specs of these tests have no other family
  return writePrivateKeyInfo(set, derElement(DER_CONTEXT_0, seed));
}

/** FIPS 204, algorithms 2 and 7: what ML-DSA signs of a message with an empty context. */
function muOf(rawPublicKey: Uint8Array, bytes: Uint8Array): Uint8Array {
  const tr = shake256(rawPublicKey, { dkLen: 64 });
  return shake256(concatBytes(tr, Uint8Array.of(0, 0), bytes), { dkLen: 64 });
}

describe.each(ways)("ML-DSA by $way", ({ ports }) => {
  test.each([
    ["ML_DSA_44", 1334, 2420],
    ["ML_DSA_65", 1974, 3309],
    ["ML_DSA_87", 2614, 4627],
  ])("with %s has the sizes that KMS documents", async (spec, publicKeyBytes, signatureBytes) => {
    const { cryptography, generate } = testVault(ports);
    const { ref, publicKey, material } = await generate(spec);
    expect(publicKey.length).toBe(publicKeyBytes);
    expect(material.secret.length).toBe(54); // the seed alone, in PKCS#8
    expect((await cryptography.sign(ref, ML_DSA, "RAW", message)).length).toBe(signatureBytes);
  });

  test.each(vectors.mlDsa)("makes the published $spec key of a seed", async ({ spec, publicKeySha256 }) => {
    const { publicKey } = await testVault(ports).adopt(spec, pkcs8Of(spec, counting(32)));
    expect(await sha256(publicKey)).toBe(publicKeySha256);
  });

  test.each(vectors.mlDsa)("signs the same thing as message and as mu with $spec", async ({ spec }) => {
    const { cryptography, generate } = testVault(ports);
    const { ref, publicKey } = await generate(spec);
    const mu = muOf(publicKey.subarray(22), message);
    const inputs = { RAW: message, EXTERNAL_MU: mu };
    for (const signedAs of ["RAW", "EXTERNAL_MU"] as const) {
      const signature = await cryptography.sign(ref, ML_DSA, signedAs, inputs[signedAs]);
      for (const verifiedAs of ["RAW", "EXTERNAL_MU"] as const) {
        const verify = (bytes: Uint8Array, given: Uint8Array) =>
          cryptography.verify(publicKey, spec, ML_DSA, verifiedAs, bytes, given);
        expect(await verify(inputs[verifiedAs], signature)).toBe(true);
        expect(await verify(inputs[verifiedAs].with(3, 0), signature)).toBe(false);
        for (const at of [0, 1000, signature.length - 1])
          expect(await verify(inputs[verifiedAs], Uint8Array.from(signature).with(at, (signature[at] ?? 0) ^ 1))).toBe(
            false,
          );
        expect(await verify(inputs[verifiedAs], signature.subarray(1))).toBe(false);
        expect(await verify(inputs[verifiedAs], new Uint8Array(signature.length).fill(0xff))).toBe(false);
      }
    }
  });

  test("takes no digest and no mu of another length", async () => {
    const { cryptography, generate } = testVault(ports);
    const { ref, publicKey } = await generate("ML_DSA_44");
    await expect(cryptography.sign(ref, ML_DSA, "DIGEST", new Uint8Array(64))).rejects.toThrow("does not take");
    await expect(cryptography.sign(ref, ML_DSA, "EXTERNAL_MU", new Uint8Array(63))).rejects.toThrow("byte mu");
    const verified = cryptography.verify(
      ...([publicKey, "ML_DSA_44", ML_DSA, "EXTERNAL_MU", new Uint8Array(63), new Uint8Array(2420)] as const),
    );
    expect(await verified).toBe(false);
  });

  test.each(vectors.mlDsa)("makes $spec keys and signatures that the other way takes", async ({ spec }) => {
    for (const { ports: others } of ways) {
      const { cryptography, generate } = testVault(ports);
      const other = testVault(others);
      const { material } = await generate(spec);
      const { ref, publicKey } = await other.adopt(spec, material.secret);
      expect(publicKey).toEqual(material.publicKey);
      const signature = await other.cryptography.sign(ref, ML_DSA, "RAW", message);
      expect(await cryptography.verify(publicKey, spec, ML_DSA, "RAW", message, signature)).toBe(true);
    }
  });
});

describe("ML-DSA by noble", () => {
  test.each(vectors.mlDsa)("makes the published $spec signature when its randomness is zero", async (vector) => {
    const { cryptography, adopt } = testVault({
      hasNative: () => Promise.resolve(false),
      random: (n) => new Uint8Array(n),
    });
    const { ref } = await adopt(vector.spec, pkcs8Of(vector.spec, new Uint8Array(32).fill(0x2a)));
    const signature = await cryptography.sign(ref, ML_DSA, "RAW", encodeUtf8("Hello world"));
    expect(await sha256(signature)).toBe(vector.signatureSha256);
  });
});

describe.each(ways)("ML-KEM by $way", ({ ports }) => {
  test.each([
    ["ML_KEM_512", 822, 768],
    ["ML_KEM_768", 1206, 1088],
    ["ML_KEM_1024", 1590, 1568],
  ])("with %s has the sizes of FIPS 203", async (spec, publicKeyBytes, ciphertextBytes) => {
    const { cryptography, generate } = testVault(ports);
    const { publicKey, material } = await generate(spec);
    expect(publicKey.length).toBe(publicKeyBytes);
    expect(material.secret.length).toBe(86); // the seed alone, in PKCS#8
    const { sharedSecret, ciphertext } = await cryptography.encapsulate(publicKey, spec);
    expect([sharedSecret.length, ciphertext.length]).toEqual([32, ciphertextBytes]);
  });

  test.each(vectors.mlKem)("makes the published $spec key of a seed", async ({ spec, publicKeySha256 }) => {
    const { publicKey } = await testVault(ports).adopt(spec, pkcs8Of(spec, counting(64)));
    expect(await sha256(publicKey)).toBe(publicKeySha256);
  });

  test.each(vectors.mlKem)("gets the secret out of a $spec ciphertext, whoever made it", async ({ spec }) => {
    for (const { ports: others } of ways) {
      const { cryptography, generate } = testVault(ports);
      const { ref, publicKey } = await generate(spec);
      const { sharedSecret, ciphertext } = await testVault(others).cryptography.encapsulate(publicKey, spec);
      expect(await cryptography.decapsulate(ref, ciphertext)).toEqual(sharedSecret);
    }
  });

  test.each(vectors.mlKem)("gives the same other secret for a $spec ciphertext that was changed", async ({ spec }) => {
    const { cryptography, generate } = testVault(ports);
    const { ref, publicKey, material } = await generate(spec);
    const { sharedSecret, ciphertext } = await cryptography.encapsulate(publicKey, spec);
    const changed = Uint8Array.from(ciphertext).with(5, (ciphertext[5] ?? 0) ^ 1);
    const rejected = await cryptography.decapsulate(ref, changed);
    expect(rejected?.length).toBe(32);
    expect(rejected).not.toEqual(sharedSecret);
    for (const { ports: others } of ways) {
      const other = testVault(others);
      expect(await other.cryptography.decapsulate(other.put(spec, material.secret), changed)).toEqual(rejected);
    }
  });

  test("answers a ciphertext of another length with undefined", async () => {
    const { cryptography, generate } = testVault(ports);
    const { ref } = await generate("ML_KEM_768");
    for (const length of [0, 768, 1087, 1089])
      expect(await cryptography.decapsulate(ref, new Uint8Array(length))).toBeUndefined();
  });
});

test("keys of other kinds encapsulate and decapsulate nothing", async () => {
  const { cryptography } = testVault();
  const ref = { materialId: "never opened", spec: "RSA_2048" };
  await expect(cryptography.encapsulate(new Uint8Array(), "RSA_2048")).rejects.toThrow("encapsulate nothing");
  await expect(cryptography.decapsulate(ref, new Uint8Array())).rejects.toThrow("decapsulate nothing");
});
