// OpenSSL as the judge from outside: what we make it accepts, and what it makes we accept.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { concatBytes, encodeHex, encodeUtf8 } from "#lib/bytes.ts";
import { digest } from "./subtle.ts";
import { fixedRsaKey, hashOf } from "./test-keys.ts";
import { testVault, ways } from "./test-vault.ts";

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
if (!hasOpenssl) console.warn("SKIPPED: no `openssl` on this machine, so nobody outside judges our signatures.");

const message = encodeUtf8("signed here, judged there");
const SIGNING = [
  { spec: "RSA_2048", algorithm: "RSASSA_PKCS1_V1_5_SHA_256" },
  { spec: "RSA_3072", algorithm: "RSASSA_PKCS1_V1_5_SHA_384" },
  { spec: "RSA_4096", algorithm: "RSASSA_PKCS1_V1_5_SHA_512" },
  { spec: "RSA_2048", algorithm: "RSASSA_PSS_SHA_256" },
  { spec: "RSA_3072", algorithm: "RSASSA_PSS_SHA_384" },
  { spec: "RSA_4096", algorithm: "RSASSA_PSS_SHA_512" },
  { spec: "ECC_NIST_P256", algorithm: "ECDSA_SHA_256" },
  { spec: "ECC_NIST_P384", algorithm: "ECDSA_SHA_384" },
  { spec: "ECC_NIST_P521", algorithm: "ECDSA_SHA_512" },
  { spec: "ECC_SECG_P256K1", algorithm: "ECDSA_SHA_256" },
];

describe.skipIf(!hasOpenssl)("OpenSSL", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "kms-sandbox-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const digestArguments = (algorithm: string) => [
    `-${hashOf(algorithm).replace("-", "").toLowerCase()}`,
    ...(algorithm.includes("PSS") ? ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"] : []),
  ];
  const keyPair = async (vault: ReturnType<typeof testVault>, spec: string) => {
    if (!spec.startsWith("RSA")) return vault.generate(spec);
    const material = fixedRsaKey(spec);
    return { ref: vault.put(spec, material.secret), publicKey: material.publicKey, material };
  };

  test.each(SIGNING)("accepts our signatures with $spec $algorithm", async ({ spec, algorithm }) => {
    const vault = testVault();
    const { ref, publicKey } = await keyPair(vault, spec);
    const given = await digest(hashOf(algorithm), message);
    const key = file(`${spec}.pub`, publicKey);
    for (const [type, bytes] of [["RAW", message] as const, ["DIGEST", given] as const]) {
      const signature = file("signature", await vault.cryptography.sign(ref, algorithm, type, bytes));
      const answer = spawnSync(
        "openssl",
        [
          "dgst",
          ...digestArguments(algorithm),
          "-verify",
          key,
          "-keyform",
          "DER",
          "-signature",
          signature,
          file("m", message),
        ],
        { encoding: "utf8" },
      );
      expect(`${type}: ${answer.stdout.trim()}`).toBe(`${type}: Verified OK`);
    }
  });

  test.each(SIGNING)("makes signatures that we accept with $spec $algorithm", async ({ spec, algorithm }) => {
    const vault = testVault();
    const { publicKey, material } = await keyPair(vault, spec);
    const key = file(`${spec}.key`, material.secret);
    const signature = execFileSync("openssl", [
      ...["dgst", ...digestArguments(algorithm), "-sign", key, "-keyform", "DER", file("m", message)],
    ]);
    const given = await digest(hashOf(algorithm), message);
    const verify = (type: "RAW" | "DIGEST", bytes: Uint8Array) =>
      vault.cryptography.verify(publicKey, spec, algorithm, type, bytes, signature);
    expect(await verify("RAW", message)).toBe(true);
    expect(await verify("DIGEST", given)).toBe(true);
  });

  test.each(["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"])("decrypts what we encrypt with %s", async (algorithm) => {
    const { secret, publicKey } = fixedRsaKey("RSA_2048");
    const sealed = await testVault().cryptography.rsaEncrypt(publicKey, algorithm, message);
    const hash = algorithm === "RSAES_OAEP_SHA_1" ? "sha1" : "sha256";
    const options = ["rsa_padding_mode:oaep", `rsa_oaep_md:${hash}`, `rsa_mgf1_md:${hash}`].flatMap((o) => [
      "-pkeyopt",
      o,
    ]);
    const opened = execFileSync("openssl", [
      ...["pkeyutl", "-decrypt", "-keyform", "DER", "-inkey", file("oaep.key", secret)],
      ...[...options, "-in", file("sealed", sealed)],
    ]);
    expect(Uint8Array.from(opened)).toEqual(message);
  });

  const SPEC = "ECC_NIST_EDWARDS25519";
  const rawFlags = ["-rawin", "-keyform", "DER"];

  test.each(ways)("accepts our Ed25519 signatures by $way, and we accept its", async ({ ports }) => {
    const vault = testVault(ports);
    const { ref, publicKey, material } = await vault.generate(SPEC);
    const ours = file("ours", await vault.cryptography.sign(ref, "ED25519_SHA_512", "RAW", message));
    const judged = execFileSync("openssl", [
      ...["pkeyutl", "-verify", ...rawFlags, "-pubin", "-inkey", file("ed.pub", publicKey)],
      ...["-sigfile", ours, "-in", file("m", message)],
    ]);
    expect(String(judged)).toContain("Verified Successfully");
    const theirs = execFileSync("openssl", [
      ...["pkeyutl", "-sign", ...rawFlags, "-inkey", file("ed.key", material.secret), "-in", file("m", message)],
    ]);
    expect(await vault.cryptography.verify(publicKey, SPEC, "ED25519_SHA_512", "RAW", message, theirs)).toBe(true);
  });

  test("makes the same HMAC-SHA-224", async () => {
    const vault = testVault();
    const { ref, material } = await vault.generate("HMAC_224");
    const key = `hexkey:${encodeHex(material.secret)}`;
    const options = ["dgst", "-sha224", "-mac", "HMAC", "-macopt", key, "-binary", file("m", message)];
    const theirs = Uint8Array.from(execFileSync("openssl", options));
    expect(await vault.cryptography.mac(ref, "HMAC_SHA_224", message)).toEqual(theirs);
  });

  test.each(["ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"])("agrees on the same secret with %s", async (spec) => {
    const vault = testVault();
    const [own, peer] = [await vault.generate(spec), await vault.generate(spec)];
    const theirs = execFileSync("openssl", [
      ...["pkeyutl", "-derive", "-keyform", "DER", "-inkey", file("peer.key", peer.material.secret)],
      ...["-peerform", "DER", "-peerkey", file("own.pub", own.publicKey)],
    ]);
    expect(await vault.cryptography.deriveSharedSecret(own.ref, peer.publicKey)).toEqual(Uint8Array.from(theirs));
  });

  test.each([
    ["ECC_NIST_P256", ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"]],
    ["ECC_NIST_P521", ["EC", "-pkeyopt", "ec_paramgen_curve:P-521"]],
    ["ECC_SECG_P256K1", ["EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"]],
    [SPEC, ["ed25519"]],
    ["RSA_2048", ["RSA", "-pkeyopt", "rsa_keygen_bits:2048"]],
  ])("makes %s keys that we import, and reads what we keep of them", async (spec, options) => {
    const made = execFileSync("openssl", ["genpkey", "-algorithm", ...options], { stdio: "pipe" }); // it draws dots
    const pkcs8 = execFileSync("openssl", ["pkcs8", "-topk8", "-nocrypt", "-outform", "DER"], { input: made });
    const { material, publicKey } = await testVault().adopt(spec, Uint8Array.from(pkcs8));
    for (const key of [pkcs8, material.secret]) {
      const options = ["pkey", "-inform", "DER", "-in", file("adopted.key", key), "-pubout", "-outform", "DER"];
      expect(Uint8Array.from(execFileSync("openssl", options))).toEqual(publicKey);
    }
  });

  test.each(["SHA_1", "SHA_256"])("wraps a private key for import that we unwrap with %s", async (hash) => {
    const vault = testVault();
    const { secret, publicKey } = fixedRsaKey("RSA_3072");
    const { material } = await vault.generate("ECC_SECG_P256K1");
    const aesKey = new Uint8Array(32).fill(0x5a);
    const digestName = hash.replace("_", "").toLowerCase();
    const oaep = ["rsa_padding_mode:oaep", `rsa_oaep_md:${digestName}`, `rsa_mgf1_md:${digestName}`];
    const head = execFileSync("openssl", [
      ...["pkeyutl", "-encrypt", "-pubin", "-keyform", "DER", "-inkey", file("wrapping.pub", publicKey)],
      ...[...oaep.flatMap((option) => ["-pkeyopt", option]), "-in", file("aes.key", aesKey)],
    ]);
    const tail = execFileSync("openssl", [
      ...["enc", "-id-aes256-wrap-pad", "-K", encodeHex(aesKey), "-iv", "A65959A6"],
      ...["-in", file("imported.key", material.secret)],
    ]);
    const unwrapped = vault.cryptography.unwrapImported(
      ...([vault.put("RSA_3072", secret), `RSA_AES_KEY_WRAP_${hash}`, concatBytes(head, tail)] as const),
    );
    expect(await unwrapped).toEqual(material.secret);
  });
});
