import { createPublicKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";

describe("GetPublicKey", () => {
  test("answers every member of a signing key, its key readable by OpenSSL", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call, "ECC_NIST_P384", "SIGN_VERIFY");
    await call("CreateAlias", { AliasName: "alias/new-app", TargetKeyId: keyId });

    const { PublicKey = new Uint8Array(), ...answer } = await call("GetPublicKey", { KeyId: "alias/new-app" });

    expect(answer).toEqual({
      KeyId: arn,
      CustomerMasterKeySpec: "ECC_NIST_P384",
      KeySpec: "ECC_NIST_P384",
      KeyUsage: "SIGN_VERIFY",
      SigningAlgorithms: ["ECDSA_SHA_384"],
    });
    const key = createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });
    expect(key.asymmetricKeyDetails).toEqual({ namedCurve: "secp384r1" });
  });

  test("lists the encryption algorithms of an encryption key", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call, "RSA_2048", "ENCRYPT_DECRYPT");

    expect(await call("GetPublicKey", { KeyId: keyId })).toMatchObject({
      EncryptionAlgorithms: ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"],
    });
  });

  test("works on a disabled key", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY");
    await call("DisableKey", { KeyId: keyId });

    expect(await call("GetPublicKey", { KeyId: keyId })).toMatchObject({ KeyId: arn });
  });

  test("judges the state of a symmetric key before it says that such a key has no public key", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    expect(await refusal(call("GetPublicKey", { KeyId: keyId }))).toEqual({
      code: "UnsupportedOperationException",
      message: "",
    });

    await call("ScheduleKeyDeletion", { KeyId: keyId });

    expect((await refusal(call("GetPublicKey", { KeyId: keyId }))).code).toBe("KMSInvalidStateException");
  });
});
