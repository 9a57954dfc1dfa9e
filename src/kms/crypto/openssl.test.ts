// OpenSSL as the judge from outside: what we make it accepts, and what it makes we accept.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeUtf8 } from "#lib/bytes.ts";
import { digest } from "./subtle.ts";
import { fixedRsaKey, hashOf } from "./test-keys.ts";
import { testVault } from "./test-vault.ts";

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
});
