import { aeskwp } from "@noble/ciphers/aes.js";
import { describe, expect, test } from "vitest";
import { concatBytes, encodeHex, encodeUtf8 } from "#lib/bytes.ts";
import { fixedRsaKey, hexVector as hex } from "./test-keys.ts";
import { testVault } from "./test-vault.ts";
import rfc from "./vectors/rfc5649-key-wrap.json" with { type: "json" };

const SPECS = ["RSA_2048", "RSA_3072", "RSA_4096"];
const HASHES = ["SHA_1", "SHA_256"];
const cases = SPECS.flatMap((spec) => HASHES.map((hash) => ({ spec, hash })));
const flip = (bytes: Uint8Array, at: number) => Uint8Array.from(bytes).with(at, (bytes[at] ?? 0) ^ 1);

function wrappingKey(spec: string) {
  const vault = testVault();
  const { secret, publicKey } = fixedRsaKey(spec);
  return { ref: vault.put(spec, secret), publicKey, cryptography: vault.cryptography };
}

describe("imported material", () => {
  test.each(cases)("comes out of RSAES_OAEP_$hash under $spec", async ({ spec, hash }) => {
    const { ref, publicKey, cryptography } = wrappingKey(spec);
    const algorithm = `RSAES_OAEP_${hash}`;
    const material = new Uint8Array(32).fill(7);
    const wrapped = await cryptography.rsaEncrypt(publicKey, algorithm, material);
    expect(await cryptography.unwrapImported(ref, algorithm, wrapped)).toEqual(material);
    expect(await cryptography.unwrapImported(ref, algorithm, flip(wrapped, 9))).toBeUndefined();
    expect(await cryptography.unwrapImported(ref, algorithm, wrapped.subarray(1))).toBeUndefined();
  });

  test.each(cases)("of any length comes out of RSA_AES_KEY_WRAP_$hash under $spec", async ({ spec, hash }) => {
    const { ref, publicKey, cryptography } = wrappingKey(spec);
    const aesKey = new Uint8Array(32).fill(3);
    const head = await cryptography.rsaEncrypt(publicKey, `RSAES_OAEP_${hash}`, aesKey);
    for (const length of [1, 7, 8, 9, 32, 1217, 2374]) {
      const material = new Uint8Array(length).fill(5);
      const wrapped = concatBytes(head, aeskwp(aesKey).encrypt(material));
      expect(await cryptography.unwrapImported(ref, `RSA_AES_KEY_WRAP_${hash}`, wrapped)).toEqual(material);
    }
  });

  test("does not come out of bytes that are damaged or cut anywhere", async () => {
    const { ref, publicKey, cryptography } = wrappingKey("RSA_2048");
    const aesKey = new Uint8Array(32).fill(3);
    const head = await cryptography.rsaEncrypt(publicKey, "RSAES_OAEP_SHA_256", aesKey);
    const wrapped = concatBytes(head, aeskwp(aesKey).encrypt(encodeUtf8("key material")));
    const wrong = [
      ...[0, 100, 255, 256, 264, wrapped.length - 1].map((at) => flip(wrapped, at)),
      ...[0, 8, 255, 256, 264, wrapped.length - 8, wrapped.length - 1].map((end) => wrapped.subarray(0, end)),
      concatBytes(wrapped, new Uint8Array(8)),
    ];
    for (const bytes of wrong)
      expect(await cryptography.unwrapImported(ref, "RSA_AES_KEY_WRAP_SHA_256", bytes)).toBeUndefined();
    expect(await cryptography.unwrapImported(ref, "RSA_AES_KEY_WRAP_SHA_1", wrapped)).toBeUndefined();
  });

  test("does not come from under an AES key of another length than 256 bits", async () => {
    const { ref, publicKey, cryptography } = wrappingKey("RSA_2048");
    const aesKey = new Uint8Array(16).fill(3);
    const head = await cryptography.rsaEncrypt(publicKey, "RSAES_OAEP_SHA_256", aesKey);
    const wrapped = concatBytes(head, aeskwp(aesKey).encrypt(new Uint8Array(32)));
    expect(await cryptography.unwrapImported(ref, "RSA_AES_KEY_WRAP_SHA_256", wrapped)).toBeUndefined();
  });

  test.each([
    ["RSA_2048", "RSAES_PKCS1_V1_5"],
    ["ECC_NIST_P256", "RSAES_OAEP_SHA_256"],
  ])("is not unwrapped by %s with %s", async (spec, algorithm) => {
    const ref = { materialId: "never opened", spec };
    const unwrapped = testVault().cryptography.unwrapImported(ref, algorithm, new Uint8Array(256));
    await expect(unwrapped).rejects.toThrow("do not unwrap");
  });
});

test.each(rfc.cases)("noble's key wrap with padding, which does the unwrapping, is RFC 5649's: $key", (vector) => {
  const wrap = () => aeskwp(hex(rfc.kek)); // good for one use
  expect(encodeHex(wrap().encrypt(hex(vector.key)))).toBe(vector.wrapped);
  expect(encodeHex(wrap().decrypt(hex(vector.wrapped)))).toBe(vector.key);
});
