// DeriveSharedSecret, with OpenSSL (through Node) as the other side.
import { createPublicKey, diffieHellman, generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, type TestCall } from "#testing/test-engine.ts";

const curves = { ECC_NIST_P256: "P-256", ECC_NIST_P384: "P-384", ECC_NIST_P521: "P-521" } as const;
const specs = Object.keys(curves) as (keyof typeof curves)[]; // an object literal has no other keys

function otherSide(namedCurve: string) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve });
  return { privateKey, spki: new Uint8Array(publicKey.export({ format: "der", type: "spki" })) };
}

const derive = (call: TestCall, KeyId: string, PublicKey: Uint8Array) =>
  call("DeriveSharedSecret", { KeyId, KeyAgreementAlgorithm: "ECDH", PublicKey });

describe("DeriveSharedSecret", () => {
  test.each(specs)("has the secret of %s in common with OpenSSL", async (spec) => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call, spec, "KEY_AGREEMENT");
    const { PublicKey = new Uint8Array() } = await call("GetPublicKey", { KeyId: keyId });
    const { privateKey, spki } = otherSide(curves[spec]);
    const publicKey = createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });

    expect(await derive(call, keyId, spki)).toEqual({
      KeyId: arn,
      SharedSecret: new Uint8Array(diffieHellman({ privateKey, publicKey })),
      KeyAgreementAlgorithm: "ECDH",
      KeyOrigin: "AWS_KMS",
    });
  });

  test("gives two KMS keys the same secret", async () => {
    const call = createTestEngine().as();
    const [one, two] = [
      await createKey(call, "ECC_NIST_P256", "KEY_AGREEMENT"),
      await createKey(call, "ECC_NIST_P256", "KEY_AGREEMENT"),
    ];
    const publicKeyOf = async (KeyId: string) => (await call("GetPublicKey", { KeyId })).PublicKey ?? new Uint8Array();

    const ofOne = await derive(call, one.keyId, await publicKeyOf(two.keyId));
    const ofTwo = await derive(call, two.keyId, await publicKeyOf(one.keyId));

    expect(ofOne.SharedSecret).toHaveLength(32);
    expect(ofOne.SharedSecret).toEqual(ofTwo.SharedSecret);
  });

  test("refuses what is no public key of the same curve, without a message", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call, "ECC_NIST_P256", "KEY_AGREEMENT");
    const { spki } = otherSide("P-256");
    const offTheCurve = Uint8Array.from(spki, (byte, i) => (i === spki.length - 1 ? byte ^ 1 : byte));

    for (const publicKey of [otherSide("P-384").spki, spki.slice(0, -1), offTheCurve, Uint8Array.of(1)])
      expect(await refusal(derive(call, keyId, publicKey))).toEqual({ code: "ValidationException", message: "" });
  });

  test("refuses a disabled key, and an enclave with a reason", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call, "ECC_NIST_P256", "KEY_AGREEMENT");
    const request = { KeyId: keyId, KeyAgreementAlgorithm: "ECDH", PublicKey: otherSide("P-256").spki } as const;

    const refused = await refusal(call("DeriveSharedSecret", { ...request, Recipient: {} }));
    expect(refused.code).toBe("UnsupportedOperationException");
    expect(refused.message).toContain("Recipient is not available in this sandbox");
    await call("DisableKey", { KeyId: keyId });
    expect(await refusal(call("DeriveSharedSecret", request))).toEqual({
      code: "DisabledException",
      message: `${arn} is disabled.`,
    });
  });

  test("says of a dry run that it would have succeeded, or why not", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call, "ECC_NIST_P256", "KEY_AGREEMENT");
    const request = { KeyId: keyId, KeyAgreementAlgorithm: "ECDH", DryRun: true } as const;

    const good = call("DeriveSharedSecret", { ...request, PublicKey: otherSide("P-256").spki });
    expect((await refusal(good)).code).toBe("DryRunOperationException");
    const bad = call("DeriveSharedSecret", { ...request, PublicKey: otherSide("P-384").spki });
    expect((await refusal(bad)).code).toBe("ValidationException");
  });
});
