// Sign and Verify with the algorithms that take their message in a way of their own, and HMAC_224; judged by OpenSSL
// (through Node) where it knows the algorithm.
import { createHash, createHmac, createPublicKey, verify as opensslVerify } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { KeySpec, MessageType, SigningAlgorithmSpec } from "#kms/contract/types.gen.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, type TestCall } from "#testing/test-engine.ts";

const message = encodeUtf8("I owe you one");
const nothing = new Uint8Array();
const hash = (name: string) => new Uint8Array(createHash(name).update(message).digest());
const mu = new Uint8Array(64).fill(9);

interface Signing {
  readonly KeyId: string;
  readonly SigningAlgorithm: SigningAlgorithmSpec;
  readonly MessageType?: MessageType;
  readonly Message: Uint8Array;
}

async function isVerified(call: TestCall, signing: Signing, Signature: Uint8Array): Promise<boolean> {
  const outcome = await call("Verify", { ...signing, Signature }).catch(({ code }: { code: string }) => code);
  if (outcome === "KMSInvalidSignatureException") return false;
  expect(outcome).toMatchObject({ SignatureValid: true });
  return true;
}

async function openSslKey(call: TestCall, KeyId: string) {
  const { PublicKey = nothing } = await call("GetPublicKey", { KeyId });
  return createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });
}

const goodTypes: readonly (readonly [KeySpec, SigningAlgorithmSpec, MessageType, Uint8Array])[] = [
  ["ECC_SECG_P256K1", "ECDSA_SHA_256", "RAW", message],
  ["ECC_SECG_P256K1", "ECDSA_SHA_256", "DIGEST", hash("sha256")],
  ["ECC_NIST_EDWARDS25519", "ED25519_SHA_512", "RAW", message],
  ["ECC_NIST_EDWARDS25519", "ED25519_PH_SHA_512", "DIGEST", hash("sha512")],
  ["ML_DSA_44", "ML_DSA_SHAKE_256", "RAW", message],
  ["ML_DSA_44", "ML_DSA_SHAKE_256", "EXTERNAL_MU", mu],
  ["ML_DSA_65", "ML_DSA_SHAKE_256", "RAW", message],
  ["ML_DSA_87", "ML_DSA_SHAKE_256", "EXTERNAL_MU", mu],
];

describe("Sign", () => {
  test.each(goodTypes)(
    "with %s by %s takes %s, and Verify agrees",
    async (spec, SigningAlgorithm, MessageType, Message) => {
      const call = createTestEngine().as();
      const { keyId, arn } = await createKey(call, spec, "SIGN_VERIFY");
      const signing = { KeyId: keyId, SigningAlgorithm, MessageType, Message };

      const { Signature = nothing, ...answer } = await call("Sign", signing);

      expect(answer).toEqual({ KeyId: arn, SigningAlgorithm });
      expect(await isVerified(call, signing, Signature)).toBe(true);
      const other = Uint8Array.from(Message, (byte, i) => (i === 0 ? byte ^ 1 : byte));
      expect(await isVerified(call, { ...signing, Message: other }, Signature)).toBe(false);
    },
  );

  test.each([
    ["ECC_SECG_P256K1", "ECDSA_SHA_256", "sha256"],
    ["ECC_NIST_EDWARDS25519", "ED25519_SHA_512", undefined],
  ] as const)("with %s by %s gives what OpenSSL verifies", async (spec, SigningAlgorithm, algorithm) => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call, spec, "SIGN_VERIFY");

    const { Signature = nothing } = await call("Sign", { KeyId: keyId, SigningAlgorithm, Message: message });

    expect(opensslVerify(algorithm, message, await openSslKey(call, keyId), Signature)).toBe(true);
  });

  test("by Ed25519ph is another signature than by Ed25519 over the same bytes", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call, "ECC_NIST_EDWARDS25519", "SIGN_VERIFY");
    const Message = hash("sha512");
    const pure = { KeyId: keyId, SigningAlgorithm: "ED25519_SHA_512", Message } as const;
    const prehashed = { KeyId: keyId, SigningAlgorithm: "ED25519_PH_SHA_512", MessageType: "DIGEST", Message } as const;

    const { Signature = nothing } = await call("Sign", pure);

    expect(await isVerified(call, pure, Signature)).toBe(true);
    expect(await isVerified(call, prehashed, Signature)).toBe(false);
  });

  test.each([
    ["ECC_NIST_EDWARDS25519", "ED25519_SHA_512", "DIGEST", "algorithm ED25519_SHA_512"],
    ["ECC_NIST_EDWARDS25519", "ED25519_PH_SHA_512", "RAW", "algorithm ED25519_PH_SHA_512"],
    ["ML_DSA_44", "ML_DSA_SHAKE_256", "DIGEST", "key spec ML_DSA_44"],
    ["ECC_SECG_P256K1", "ECDSA_SHA_256", "EXTERNAL_MU", "key spec ECC_SECG_P256K1"],
  ] as const)("with %s by %s refuses %s, and so does Verify", async (spec, SigningAlgorithm, MessageType, misfit) => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call, spec, "SIGN_VERIFY");
    const signing = { KeyId: keyId, SigningAlgorithm, MessageType, Message: mu };
    const refused = {
      code: "ValidationException",
      message: `Message type ${MessageType} is incompatible with ${misfit}.`,
    };

    expect(await refusal(call("Sign", signing))).toEqual(refused);
    expect(await refusal(call("Verify", { ...signing, Signature: mu }))).toEqual(refused);
  });
});

test("GenerateMac with HMAC_224 gives the MAC of OpenSSL, which VerifyMac takes", async () => {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const { keyId } = await createKey(call, "HMAC_224", "GENERATE_VERIFY_MAC");
  const request = { KeyId: keyId, MacAlgorithm: "HMAC_SHA_224", Message: message } as const;

  const { Mac = nothing } = await call("GenerateMac", request);

  const [secret = nothing] = sandbox.secrets.values();
  expect(Mac).toEqual(new Uint8Array(createHmac("sha224", secret).update(message).digest()));
  expect((await call("VerifyMac", { ...request, Mac })).MacValid).toBe(true);
});
