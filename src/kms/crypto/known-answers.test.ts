// Answers published by others, and answers of OpenSSL, against ours.

import { createPrivateKey, createPublicKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import { concatBytes, encodeHex, encodeUtf8 } from "#lib/bytes.ts";
import { ecKeyPair } from "./ec-keys.ts";
import { rawToDer } from "./ecdsa-der.ts";
import { keySpecEntry } from "./key-specs.ts";
import { digest } from "./subtle.ts";
import { base64Vector, fixedRsaKey, hashOf, hexVector as hex } from "./test-keys.ts";
import { testVault } from "./test-vault.ts";
import bitcoin from "./vectors/bitcoin-secp256k1.json" with { type: "json" };
import gcm from "./vectors/gcm-spec-aes-256.json" with { type: "json" };
import rsa from "./vectors/openssl-rsa.json" with { type: "json" };
import hmac from "./vectors/rfc4231-hmac.json" with { type: "json" };
import ecdsa from "./vectors/rfc6979-ecdsa.json" with { type: "json" };

describe("AES-256-GCM as in the specification of GCM", () => {
  test.each(gcm.cases)("encrypts and decrypts test case $case", async (vector) => {
    const { cryptography, put } = testVault();
    const ref = put("SYMMETRIC_DEFAULT", hex(vector.key));
    const [iv, plaintext, aad] = [hex(vector.iv), hex(vector.plaintext), hex(vector.aad)];
    const sealed = await cryptography.aesEncrypt(ref, iv, plaintext, aad);
    expect(encodeHex(sealed)).toBe(vector.ciphertext + vector.tag);
    expect(await cryptography.aesDecrypt(ref, iv, sealed, aad)).toEqual(plaintext);
  });
});

describe("HMAC as in RFC 4231", () => {
  const specs = {
    HMAC_SHA_224: "HMAC_224",
    HMAC_SHA_256: "HMAC_256",
    HMAC_SHA_384: "HMAC_384",
    HMAC_SHA_512: "HMAC_512",
  } as const;
  const rows = hmac.cases.flatMap((vector) =>
    Object.entries(specs).map(([algorithm, spec]) => ({
      ...vector,
      algorithm: algorithm as keyof typeof specs, // entries() forgets the names that it goes through
      spec,
    })),
  );

  test.each(rows)("computes $algorithm of test case $case", async ({ key, data, macs, algorithm, spec }) => {
    const { cryptography, put } = testVault();
    const ref = put(spec, hex(key));
    const mac = await cryptography.mac(ref, algorithm, hex(data));
    expect(encodeHex(mac)).toBe(macs[algorithm]);
    expect(await cryptography.verifyMac(ref, algorithm, hex(data), mac)).toBe(true);
  });
});

describe("ECDSA as in RFC 6979", () => {
  const curves: Record<string, string> = { ECC_NIST_P256: "P-256", ECC_NIST_P384: "P-384", ECC_NIST_P521: "P-521" };

  test.each(ecdsa.cases)("signs the digest with $spec to the published signature", async (vector) => {
    const { cryptography, put } = testVault();
    const jwk = {
      kty: "EC",
      crv: curves[vector.spec] ?? "",
      x: Buffer.from(vector.ux, "hex").toString("base64url"),
      y: Buffer.from(vector.uy, "hex").toString("base64url"),
      d: Buffer.from(vector.x, "hex").toString("base64url"),
    };
    const privateKey = createPrivateKey({ key: jwk, format: "jwk" });
    const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" });
    const ref = put(vector.spec, Uint8Array.from(privateKey.export({ type: "pkcs8", format: "der" })));
    const message = encodeUtf8(ecdsa.message);
    const given = await digest(hashOf(vector.algorithm), message);
    const signature = await cryptography.sign(ref, vector.algorithm, "DIGEST", given);
    expect(signature).toEqual(rawToDer(concatBytes(hex(vector.r), hex(vector.s))));
    const spki = Uint8Array.from(publicKey);
    expect(await cryptography.verify(spki, vector.spec, vector.algorithm, "RAW", message, signature)).toBe(true);
  });
});

describe("ECDSA on secp256k1 as Bitcoin's libraries do it", () => {
  const SPEC = "ECC_SECG_P256K1";
  const message = encodeUtf8(bitcoin.message);

  test.each(["RAW", "DIGEST"] as const)(
    "signs a %s to the published r, with the s that is not halved",
    async (type) => {
      const { cryptography, put } = testVault();
      const entry = keySpecEntry(SPEC);
      if (entry.family !== "ecdsa") throw new Error(`${SPEC} has no curve`);
      const { secret, publicKey } = await ecKeyPair(entry, hex(bitcoin.privateScalar));
      const given = type === "RAW" ? message : await digest("SHA-256", message);
      const signature = await cryptography.sign(put(SPEC, secret), "ECDSA_SHA_256", type, given);
      expect(signature).toEqual(rawToDer(hex(bitcoin.r + bitcoin.highS)));
      for (const s of [bitcoin.lowS, bitcoin.highS]) {
        const published = rawToDer(hex(bitcoin.r + s));
        const verified = cryptography.verify(
          publicKey ?? new Uint8Array(),
          SPEC,
          "ECDSA_SHA_256",
          type,
          given,
          published,
        );
        expect(await verified).toBe(true);
      }
    },
  );
});

describe("RSA as OpenSSL does it", () => {
  const message = encodeUtf8(rsa.message);
  const pkcs1 = rsa.signatures.filter(({ algorithm }) => algorithm.includes("PKCS1"));

  test.each(pkcs1)("signs message and digest with $spec $algorithm to the same bytes", async (vector) => {
    const { cryptography, put } = testVault();
    const ref = put(vector.spec, fixedRsaKey(vector.spec).secret);
    const given = await digest(hashOf(vector.algorithm), message);
    expect(await cryptography.sign(ref, vector.algorithm, "RAW", message)).toEqual(base64Vector(vector.signature));
    expect(await cryptography.sign(ref, vector.algorithm, "DIGEST", given)).toEqual(base64Vector(vector.signature));
  });

  test.each(rsa.signatures)(
    "verifies message and digest with $spec $algorithm",
    async ({ spec, algorithm, signature }) => {
      const { cryptography } = testVault();
      const { publicKey } = fixedRsaKey(spec);
      const given = await digest(hashOf(algorithm), message);
      const verify = (type: "RAW" | "DIGEST", bytes: Uint8Array) =>
        cryptography.verify(publicKey, spec, algorithm, type, bytes, base64Vector(signature));
      expect(await verify("RAW", message)).toBe(true);
      expect(await verify("DIGEST", given)).toBe(true);
      expect(await verify("RAW", given)).toBe(false);
      expect(await verify("DIGEST", given.with(0, (given[0] ?? 0) ^ 1))).toBe(false);
    },
  );

  test.each(rsa.ciphertexts)("decrypts with $spec $algorithm", async ({ spec, algorithm, ciphertext }) => {
    const { cryptography, put } = testVault();
    const ref = put(spec, fixedRsaKey(spec).secret);
    expect(await cryptography.rsaDecrypt(ref, algorithm, base64Vector(ciphertext))).toEqual(encodeUtf8(rsa.plaintext));
  });
});
