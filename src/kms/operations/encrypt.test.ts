import { describe, expect, test } from "vitest";
import { decodeBlob } from "#kms/crypto/ciphertext-blob.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";

const plaintext = encodeUtf8("pay to the bearer");

describe("Encrypt", () => {
  test("answers with the key ARN and the algorithm when an alias was sent", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call);
    await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: keyId });

    const answer = await call("Encrypt", { KeyId: "alias/finance", Plaintext: plaintext });

    expect(answer).toEqual({
      CiphertextBlob: expect.any(Uint8Array),
      KeyId: arn,
      EncryptionAlgorithm: "SYMMETRIC_DEFAULT",
    });
  });

  test("names account, key and key material in the ciphertext, and hides the plaintext", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    const { KeyMetadata } = await call("DescribeKey", { KeyId: keyId });

    const { CiphertextBlob = new Uint8Array() } = await call("Encrypt", { KeyId: keyId, Plaintext: plaintext });

    expect(decodeBlob(CiphertextBlob)).toMatchObject({
      account: "111122223333",
      keyId,
      materialId: KeyMetadata?.CurrentKeyMaterialId,
    });
    expect(Buffer.from(CiphertextBlob).includes(Buffer.from(plaintext))).toBe(false);
  });

  test("never gives the same ciphertext twice", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    const request = { KeyId: keyId, Plaintext: plaintext };

    const first = await call("Encrypt", request);
    const second = await call("Encrypt", request);

    expect(first.CiphertextBlob).not.toEqual(second.CiphertextBlob);
  });

  test("encrypts under RSA when the algorithm is named", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call, "RSA_2048", "ENCRYPT_DECRYPT");
    const EncryptionAlgorithm = "RSAES_OAEP_SHA_256";

    const { CiphertextBlob = new Uint8Array() } = await call("Encrypt", {
      KeyId: keyId,
      Plaintext: plaintext,
      EncryptionAlgorithm,
    });

    expect(CiphertextBlob).toHaveLength(256);
    expect(await call("Decrypt", { KeyId: keyId, CiphertextBlob, EncryptionAlgorithm })).toMatchObject({
      Plaintext: plaintext,
      EncryptionAlgorithm,
    });
  });

  test("refuses an RSA key when no algorithm is named, since the default is the symmetric one", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call, "RSA_2048", "ENCRYPT_DECRYPT");

    expect(await refusal(call("Encrypt", { KeyId: keyId, Plaintext: plaintext }))).toEqual({
      code: "InvalidKeyUsageException",
      message: "Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048.",
    });
  });

  test("refuses an encryption context for an asymmetric key", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call, "RSA_2048", "ENCRYPT_DECRYPT");

    const refused = await refusal(
      call("Encrypt", {
        KeyId: keyId,
        Plaintext: plaintext,
        EncryptionAlgorithm: "RSAES_OAEP_SHA_1",
        EncryptionContext: { purpose: "test" },
      }),
    );

    expect(refused.code).toBe("ValidationException");
  });

  test("judges the usage before the state", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call, "HMAC_256", "GENERATE_VERIFY_MAC");
    await call("DisableKey", { KeyId: keyId });

    expect((await refusal(call("Encrypt", { KeyId: keyId, Plaintext: plaintext }))).message).toBe(
      `${arn} key usage is GENERATE_VERIFY_MAC which is not valid for Encrypt.`,
    );
  });

  test("lets another account in when the key policy names it, and by key ARN only", async () => {
    const sandbox = createTestEngine();
    const [owner, guest] = [sandbox.as(), sandbox.as("us-east-1", "444455556666")];
    const { keyId, arn } = await createKey(owner);
    const request = { KeyId: arn, Plaintext: plaintext };
    expect((await refusal(guest("Encrypt", request))).code).toBe("AccessDeniedException");
    const allow = (account: string) => ({
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: "kms:*",
      Resource: "*",
    });

    await owner("PutKeyPolicy", {
      KeyId: keyId,
      Policy: JSON.stringify({ Version: "2012-10-17", Statement: [allow("111122223333"), allow("444455556666")] }),
    });

    expect(await guest("Encrypt", request)).toMatchObject({ KeyId: arn });
    expect((await refusal(guest("Encrypt", { ...request, KeyId: keyId }))).code).toBe("NotFoundException");
  });

  test("refuses to encrypt under an AWS managed key", async () => {
    const call = createTestEngine().as();
    await call("DescribeKey", { KeyId: "alias/aws/s3" });

    expect((await refusal(call("Encrypt", { KeyId: "alias/aws/s3", Plaintext: plaintext }))).code).toBe(
      "AccessDeniedException",
    );
  });
});
