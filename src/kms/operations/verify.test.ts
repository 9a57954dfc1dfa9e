import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";

const message = encodeUtf8("I owe you one");
const SigningAlgorithm = "ECDSA_SHA_256";
const invalidSignature = { code: "KMSInvalidSignatureException", message: "" };

async function signed() {
  const call = createTestEngine().as();
  const { keyId } = await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY");
  const { Signature = new Uint8Array() } = await call("Sign", { KeyId: keyId, SigningAlgorithm, Message: message });
  return { call, keyId, Signature };
}

describe("Verify", () => {
  test("answers a bad signature with an error and never with SignatureValid: false", async () => {
    const { call, keyId, Signature } = await signed();
    const other = encodeUtf8("I owe you two");

    expect(await refusal(call("Verify", { KeyId: keyId, SigningAlgorithm, Message: other, Signature }))).toEqual(
      invalidSignature,
    );
  });

  test("answers any bytes at all as a bad signature", async () => {
    const { call, keyId } = await signed();

    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 100 }), async (Signature) => {
        const attempt = call("Verify", { KeyId: keyId, SigningAlgorithm, Message: message, Signature });
        expect(await refusal(attempt)).toEqual(invalidSignature);
      }),
    );
  });

  test("does not verify with another key", async () => {
    const { call, Signature } = await signed();
    const { keyId } = await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY");

    expect(await refusal(call("Verify", { KeyId: keyId, SigningAlgorithm, Message: message, Signature }))).toEqual(
      invalidSignature,
    );
  });

  test("refuses a disabled key", async () => {
    const { call, keyId, Signature } = await signed();
    await call("DisableKey", { KeyId: keyId });

    expect((await refusal(call("Verify", { KeyId: keyId, SigningAlgorithm, Message: message, Signature }))).code).toBe(
      "DisabledException",
    );
  });

  test("tells in a dry run that a bad signature would fail", async () => {
    const { call, keyId, Signature } = await signed();
    const request = { KeyId: keyId, SigningAlgorithm, Signature, DryRun: true } as const;

    expect((await refusal(call("Verify", { ...request, Message: message }))).code).toBe("DryRunOperationException");
    expect(await refusal(call("Verify", { ...request, Message: encodeUtf8("no") }))).toEqual(invalidSignature);
  });
});
