import { beforeAll, describe, expect, test } from "vitest";
import { concatBytes, encodeUtf8 } from "#lib/bytes.ts";
import type { MaterialRef } from "./cryptography.ts";
import { isKeySpecBuilt } from "./key-specs.ts";
import { digest } from "./subtle.ts";
import { fixedRsaKey, hashOf } from "./test-keys.ts";
import { testVault } from "./test-vault.ts";

const RSA_SPECS = ["RSA_2048", "RSA_3072", "RSA_4096"];
const RSA_SIGNING = ["PKCS1_V1_5", "PSS"].flatMap((padding) =>
  [256, 384, 512].map((bits) => `RSASSA_${padding}_SHA_${bits}`),
);
const ECC_ALGORITHMS = {
  ECC_SECG_P256K1: "ECDSA_SHA_256",
  ECC_NIST_P256: "ECDSA_SHA_256",
  ECC_NIST_P384: "ECDSA_SHA_384",
  ECC_NIST_P521: "ECDSA_SHA_512",
} as const;
const SIGNING = [
  ...RSA_SPECS.flatMap((spec) => RSA_SIGNING.map((algorithm) => ({ spec, algorithm }))),
  ...Object.entries(ECC_ALGORITHMS).map(([spec, algorithm]) => ({ spec, algorithm })),
];
const message = encodeUtf8("attack at dawn");

describe("generated key material", () => {
  test.each([
    ["SYMMETRIC_DEFAULT", 32],
    ["HMAC_224", 28],
    ["HMAC_256", 32],
    ["HMAC_384", 48],
    ["HMAC_512", 64],
  ])("of %s is %i bytes from the port of randomness", async (spec, bytes) => {
    const { generate } = testVault({ random: (n) => new Uint8Array(n).fill(3) });
    expect((await generate(spec)).material).toEqual({ secret: new Uint8Array(bytes).fill(3) });
  });

  test.each<[spec: string, algorithm: string]>([
    ...RSA_SPECS.map((spec): [string, string] => [spec, "RSASSA_PSS_SHA_256"]),
    ...Object.entries(ECC_ALGORITHMS),
    ["ECC_NIST_EDWARDS25519", "ED25519_SHA_512"],
    ["ML_DSA_44", "ML_DSA_SHAKE_256"],
    ["ML_DSA_65", "ML_DSA_SHAKE_256"],
    ["ML_DSA_87", "ML_DSA_SHAKE_256"],
  ])("of %s signs, and its public key verifies", { timeout: 60_000 }, async (spec, algorithm) => {
    const { cryptography, generate } = testVault();
    const { ref, publicKey, material } = await generate(spec);
    const signature = await cryptography.sign(ref, algorithm, "RAW", message);
    expect(await cryptography.verify(publicKey, spec, algorithm, "RAW", message, signature)).toBe(true);
    expect(isKeySpecBuilt(spec)).toBe(true);
    expect(await cryptography.privateKeyInfo(spec, material.secret)).toEqual(material.secret);
  });

  test.each(["SM2", "", "__proto__"])("is refused for %j", async (spec) => {
    expect(isKeySpecBuilt(spec)).toBe(false);
    await expect(testVault().cryptography.generate(spec)).rejects.toThrow("no cryptography for key spec");
  });
});

describe("symmetric encryption", () => {
  const iv = new Uint8Array(12).fill(1);
  const aad = encodeUtf8("context");

  test("gives the plaintext back, and undefined when a bit anywhere is another", async () => {
    const { cryptography, generate } = testVault();
    const { ref } = await generate("SYMMETRIC_DEFAULT");
    const other = (await generate("SYMMETRIC_DEFAULT")).ref;
    const sealed = await cryptography.aesEncrypt(ref, iv, message, aad);
    expect(sealed.length).toBe(message.length + 16);
    expect(await cryptography.aesDecrypt(ref, iv, sealed, aad)).toEqual(message);
    const flip = (bytes: Uint8Array, at: number) => Uint8Array.from(bytes).with(at, (bytes[at] ?? 0) ^ 0x80);
    for (let at = 0; at < sealed.length; at++) {
      expect(await cryptography.aesDecrypt(ref, iv, flip(sealed, at), aad)).toBeUndefined();
    }
    expect(await cryptography.aesDecrypt(ref, flip(iv, 11), sealed, aad)).toBeUndefined();
    expect(await cryptography.aesDecrypt(ref, iv, sealed, flip(aad, 0))).toBeUndefined();
    expect(await cryptography.aesDecrypt(ref, iv, sealed.subarray(0, 5), aad)).toBeUndefined();
    expect(await cryptography.aesDecrypt(other, iv, sealed, aad)).toBeUndefined();
  });
});

describe("RSA encryption", () => {
  const cases = RSA_SPECS.flatMap((spec) =>
    ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"].map((algorithm) => ({ spec, algorithm })),
  );

  test.each(cases)("gives the plaintext back with $spec $algorithm, and undefined otherwise", async (row) => {
    const { spec, algorithm } = row;
    const { cryptography, put } = testVault();
    const { secret, publicKey } = fixedRsaKey(spec);
    const ref = put(spec, secret);
    const sealed = await cryptography.rsaEncrypt(publicKey, algorithm, message);
    expect(await cryptography.rsaDecrypt(ref, algorithm, sealed)).toEqual(message);
    const otherAlgorithm = cases.find((other) => other.algorithm !== algorithm)?.algorithm ?? "";
    expect(await cryptography.rsaDecrypt(ref, otherAlgorithm, sealed)).toBeUndefined();
    expect(await cryptography.rsaDecrypt(ref, algorithm, sealed.subarray(1))).toBeUndefined();
    expect(await cryptography.rsaDecrypt(ref, algorithm, new Uint8Array())).toBeUndefined();
  });

  test("refuses a ciphertext that lost a leading zero byte", async () => {
    const { cryptography, put } = testVault();
    const { secret, publicKey } = fixedRsaKey("RSA_2048");
    const ref = put("RSA_2048", secret);
    const algorithm = "RSAES_OAEP_SHA_256";
    let sealed = await cryptography.rsaEncrypt(publicKey, algorithm, message);
    while (sealed[0] !== 0) sealed = await cryptography.rsaEncrypt(publicKey, algorithm, message);
    expect(await cryptography.rsaDecrypt(ref, algorithm, sealed)).toEqual(message);
    expect(await cryptography.rsaDecrypt(ref, algorithm, sealed.subarray(1))).toBeUndefined();
  });

  test.each([
    ["RSA_2048", 214, 190],
    ["RSA_3072", 342, 318],
    ["RSA_4096", 470, 446],
  ])("with %s takes the plaintext lengths that KMS documents and no more", async (spec, withSha1, withSha256) => {
    const { cryptography } = testVault();
    const { publicKey } = fixedRsaKey(spec);
    for (const [algorithm, limit] of [
      ["RSAES_OAEP_SHA_1", withSha1],
      ["RSAES_OAEP_SHA_256", withSha256],
    ] as const) {
      await expect(cryptography.rsaEncrypt(publicKey, algorithm, new Uint8Array(limit))).resolves.toBeDefined();
      await expect(cryptography.rsaEncrypt(publicKey, algorithm, new Uint8Array(limit + 1))).rejects.toThrow();
    }
  });
});

describe("signatures", () => {
  const vault = testVault();
  const keys = new Map<string, { ref: MaterialRef; publicKey: Uint8Array }>();

  beforeAll(async () => {
    for (const spec of RSA_SPECS) {
      const { secret, publicKey } = fixedRsaKey(spec);
      keys.set(spec, { ref: vault.put(spec, secret), publicKey });
    }
    for (const spec of Object.keys(ECC_ALGORITHMS)) keys.set(spec, await vault.generate(spec));
  });

  const keyOf = (spec: string) => {
    const key = keys.get(spec);
    if (key === undefined) throw new Error(`no key of ${spec}`);
    return key;
  };

  // WebCrypto makes and checks the signatures over the message; ours and noble's are those over the digest.
  test.each(SIGNING)(
    "over message and digest are the same thing with $spec $algorithm",
    async ({ spec, algorithm }) => {
      const { ref, publicKey } = keyOf(spec);
      const given = await digest(hashOf(algorithm), message);
      const inputs = { RAW: message, DIGEST: given } as const;
      for (const signedAs of ["RAW", "DIGEST"] as const) {
        const signature = await vault.cryptography.sign(ref, algorithm, signedAs, inputs[signedAs]);
        for (const verifiedAs of ["RAW", "DIGEST"] as const) {
          const verify = (bytes: Uint8Array) =>
            vault.cryptography.verify(publicKey, spec, algorithm, verifiedAs, bytes, signature);
          expect(await verify(inputs[verifiedAs])).toBe(true);
          expect(await verify(inputs[verifiedAs].with(0, 0))).toBe(false);
        }
      }
    },
  );

  test.each(SIGNING)("that are damaged or malformed are false with $spec $algorithm", async ({ spec, algorithm }) => {
    const { ref, publicKey } = keyOf(spec);
    const given = await digest(hashOf(algorithm), message);
    const signature = await vault.cryptography.sign(ref, algorithm, "RAW", message);
    const malformed = [
      new Uint8Array(),
      new Uint8Array(signature.length),
      new Uint8Array(signature.length).fill(0xff),
      signature.subarray(1),
      concatBytes(signature, Uint8Array.of(0)),
      Uint8Array.of(0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x00),
      Uint8Array.from(signature).with(signature.length - 1, (signature.at(-1) ?? 0) ^ 1),
      Uint8Array.from(signature).with(9, (signature[9] ?? 0) ^ 1),
    ];
    for (const wrong of malformed) {
      expect(await vault.cryptography.verify(publicKey, spec, algorithm, "RAW", message, wrong)).toBe(false);
      expect(await vault.cryptography.verify(publicKey, spec, algorithm, "DIGEST", given, wrong)).toBe(false);
    }
  });

  test.each(SIGNING)(
    "over a digest of a wrong length are neither made nor found with $spec $algorithm",
    async (row) => {
      const { ref, publicKey } = keyOf(row.spec);
      const given = (await digest(hashOf(row.algorithm), message)).subarray(1);
      await expect(vault.cryptography.sign(ref, row.algorithm, "DIGEST", given)).rejects.toThrow("byte digests");
      const signature = await vault.cryptography.sign(ref, row.algorithm, "RAW", message);
      const found = vault.cryptography.verify(publicKey, row.spec, row.algorithm, "DIGEST", given, signature);
      expect(await found).toBe(false);
    },
  );

  test("of RSA that lost a leading zero byte are false", async () => {
    const { ref, publicKey } = keyOf("RSA_2048");
    const algorithm = "RSASSA_PSS_SHA_256";
    let signature = await vault.cryptography.sign(ref, algorithm, "RAW", message);
    while (signature[0] !== 0) signature = await vault.cryptography.sign(ref, algorithm, "RAW", message);
    const verify = (bytes: Uint8Array) =>
      vault.cryptography.verify(publicKey, "RSA_2048", algorithm, "RAW", message, bytes);
    expect(await verify(signature)).toBe(true);
    expect(await verify(signature.subarray(1))).toBe(false);
  });

  test("of PSS take their salt from the port of randomness", async () => {
    const { cryptography, put } = testVault({ random: (n) => new Uint8Array(n).fill(5) });
    const ref = put("RSA_2048", fixedRsaKey("RSA_2048").secret);
    const given = await digest("SHA-256", message);
    const sign = () => cryptography.sign(ref, "RSASSA_PSS_SHA_256", "DIGEST", given);
    expect(await sign()).toEqual(await sign());
  });

  test.each([
    ["RSA_2048", "ECDSA_SHA_256"],
    ["RSA_2048", "RSAES_OAEP_SHA_256"],
    ["ECC_NIST_P256", "ECDSA_SHA_384"],
    ["SYMMETRIC_DEFAULT", "ECDSA_SHA_256"],
    ["ML_KEM_512", "ML_DSA_SHAKE_256"],
    ["ECC_NIST_EDWARDS25519", "ECDSA_SHA_512"],
    ["ML_DSA_44", "ED25519_SHA_512"],
  ])("are not made by %s with %s", async (spec, algorithm) => {
    const ref = { materialId: "never opened", spec };
    await expect(vault.cryptography.sign(ref, algorithm, "RAW", message)).rejects.toThrow(
      /do(es)? not do|is not an|nothing/,
    );
  });
});

describe("MACs", () => {
  test.each([
    ["HMAC_224", "HMAC_SHA_224", 28],
    ["HMAC_256", "HMAC_SHA_256", 32],
    ["HMAC_384", "HMAC_SHA_384", 48],
    ["HMAC_512", "HMAC_SHA_512", 64],
  ])("of %s verify for their message and key only", async (spec, algorithm, length) => {
    const { cryptography, generate } = testVault();
    const { ref } = await generate(spec);
    const other = (await generate(spec)).ref;
    const mac = await cryptography.mac(ref, algorithm, message);
    expect(mac.length).toBe(length);
    expect(await cryptography.verifyMac(ref, algorithm, message, mac)).toBe(true);
    expect(await cryptography.verifyMac(ref, algorithm, message.subarray(1), mac)).toBe(false);
    expect(await cryptography.verifyMac(ref, algorithm, message, mac.subarray(1))).toBe(false);
    expect(await cryptography.verifyMac(ref, algorithm, message, new Uint8Array())).toBe(false);
    expect(await cryptography.verifyMac(other, algorithm, message, mac)).toBe(false);
  });

  test("are not made with the algorithm of another spec", async () => {
    const { cryptography, generate } = testVault();
    const { ref } = await generate("HMAC_256");
    await expect(cryptography.mac(ref, "HMAC_SHA_512", message)).rejects.toThrow("does not do");
  });
});

describe("kept keys", () => {
  const mac = (vault: ReturnType<typeof testVault>, ref: MaterialRef) =>
    vault.cryptography.mac(ref, "HMAC_SHA_256", message);

  test("are opened once for many calls, and again after being forgotten", async () => {
    const vault = testVault();
    const { ref } = await vault.generate("HMAC_256");
    await mac(vault, ref);
    await mac(vault, ref);
    expect(vault.opened).toEqual([ref.materialId]);
    vault.cryptography.forget(ref.materialId);
    vault.secrets.delete(ref.materialId);
    await expect(mac(vault, ref)).rejects.toThrow(`no material ${ref.materialId}`);
  });

  test("are no more than the cache may hold", async () => {
    const vault = testVault({ cacheSize: 1 });
    const first = (await vault.generate("HMAC_256")).ref;
    const second = (await vault.generate("HMAC_256")).ref;
    for (const ref of [first, second, first]) await mac(vault, ref);
    expect(vault.opened).toEqual([first.materialId, second.materialId, first.materialId]);
  });
});
