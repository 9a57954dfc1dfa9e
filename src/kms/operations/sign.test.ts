// Sign, judged by OpenSSL (through Node), and Verify, which must agree with it.
import { constants, createHash, createPublicKey, type KeyObject, verify as opensslVerify } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { KeySpec, SigningAlgorithmSpec } from "#kms/contract/types.gen.ts";
import rsa from "#kms/crypto/vectors/openssl-rsa.json" with { type: "json" };
import { algorithmsOf } from "#kms/model/key-spec.ts";
import { decodeBase64 } from "#lib/base64.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createKey, plantKey, type TestKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, type TestEngine } from "#testing/test-engine.ts";

const message = encodeUtf8("I owe you one");
const bytesOf = (text: string) => decodeBase64(text) ?? new Uint8Array();

async function signingKey(sandbox: TestEngine, keySpec: KeySpec): Promise<TestKey> {
  if (!keySpec.startsWith("RSA_")) return createKey(sandbox.as(), keySpec, "SIGN_VERIFY");
  const { pkcs8, spki } = rsa.keys[keySpec as keyof typeof rsa.keys]; // the vector has every RSA spec
  return plantKey(sandbox, { keySpec, keyUsage: "SIGN_VERIFY", secret: bytesOf(pkcs8), publicKey: bytesOf(spki) });
}

const hashOf = (algorithm: string) => `sha${algorithm.slice(-3)}`;
const digestOf = (algorithm: string) => new Uint8Array(createHash(hashOf(algorithm)).update(message).digest());

function isGood(key: KeyObject, algorithm: string, signature: Uint8Array): boolean {
  const padding = algorithm.includes("PSS") ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const options = algorithm.startsWith("RSA") ? { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : key;
  return opensslVerify(hashOf(algorithm), message, options, signature);
}

const specs = [
  ...(["RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"] as const),
  "ECC_SECG_P256K1",
] as const;
const cases = specs.flatMap((keySpec) =>
  algorithmsOf({ keySpec, keyUsage: "SIGN_VERIFY" }).map(
    (algorithm) => [keySpec, algorithm as SigningAlgorithmSpec] as const,
  ),
);

describe("Sign", () => {
  test.each(cases)("signs with %s by %s, message or digest, as OpenSSL verifies", async (keySpec, SigningAlgorithm) => {
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const { keyId, arn } = await signingKey(sandbox, keySpec);
    const { PublicKey = new Uint8Array() } = await call("GetPublicKey", { KeyId: keyId });
    const publicKey = createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });
    const raw = { Message: message, MessageType: "RAW" } as const;
    const digest = { Message: digestOf(SigningAlgorithm), MessageType: "DIGEST" } as const;

    for (const signed of [raw, digest]) {
      const { Signature = new Uint8Array(), ...answer } = await call("Sign", {
        KeyId: keyId,
        SigningAlgorithm,
        ...signed,
      });
      expect(answer).toEqual({ KeyId: arn, SigningAlgorithm });
      expect(isGood(publicKey, SigningAlgorithm, Signature)).toBe(true);
      for (const verified of [raw, digest])
        expect(await call("Verify", { KeyId: keyId, SigningAlgorithm, Signature, ...verified })).toEqual({
          KeyId: arn,
          SignatureValid: true,
          SigningAlgorithm,
        });
    }
  });

  test.each([
    ["ECC_NIST_EDWARDS25519", "ED25519_SHA_512", "RAW", 64],
    ["ECC_NIST_EDWARDS25519", "ED25519_PH_SHA_512", "DIGEST", 64],
    ["ML_DSA_44", "ML_DSA_SHAKE_256", "RAW", 2420],
    ["ML_DSA_44", "ML_DSA_SHAKE_256", "EXTERNAL_MU", 2420],
  ] as const)("signs with %s by %s a message given as %s", async (keySpec, SigningAlgorithm, MessageType, bytes) => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call, keySpec, "SIGN_VERIFY");
    const request = { KeyId: keyId, SigningAlgorithm, MessageType, Message: new Uint8Array(64).fill(7) };

    const { Signature = new Uint8Array() } = await call("Sign", request);

    expect(Signature).toHaveLength(bytes);
    expect((await call("Verify", { ...request, Signature })).SignatureValid).toBe(true);
    const other = { ...request, Message: new Uint8Array(64).fill(8) };
    expect((await refusal(call("Verify", { ...other, Signature }))).code).toBe("KMSInvalidSignatureException");
  });

  test("takes the message for a raw one when the type is not named", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY");
    const request = { KeyId: keyId, SigningAlgorithm: "ECDSA_SHA_256", Message: message } as const;

    const { Signature = new Uint8Array() } = await call("Sign", request);

    expect((await call("Verify", { ...request, MessageType: "RAW", Signature })).SignatureValid).toBe(true);
  });

  test("refuses an external mu, which only ML-DSA knows", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY");

    const refused = await refusal(
      call("Sign", {
        KeyId: keyId,
        SigningAlgorithm: "ECDSA_SHA_256",
        MessageType: "EXTERNAL_MU",
        Message: new Uint8Array(64),
      }),
    );

    expect(refused).toEqual({
      code: "ValidationException",
      message: "Message type EXTERNAL_MU is incompatible with key spec ECC_NIST_P256.",
    });
  });

  test("takes grant tokens, which change nothing", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY");
    const request = { KeyId: keyId, SigningAlgorithm: "ECDSA_SHA_256", Message: message } as const;

    const { GrantToken = "" } = await call("CreateGrant", {
      KeyId: keyId,
      GranteePrincipal: "arn:aws:iam::444455556666:user/Bob",
      Operations: ["Verify"],
    });

    expect(await call("Sign", { ...request, GrantTokens: [GrantToken] })).toHaveProperty("Signature");
  });
});
