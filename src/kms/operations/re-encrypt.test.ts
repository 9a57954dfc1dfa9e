import { describe, expect, test } from "vitest";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, type TestCall } from "#testing/test-engine.ts";

const plaintext = encodeUtf8("pay to the bearer");

async function encryptedBy(call: TestCall, KeyId: string, more: { EncryptionContext?: Record<string, string> } = {}) {
  const { CiphertextBlob } = await call("Encrypt", { KeyId, Plaintext: plaintext, ...more });
  if (!CiphertextBlob) throw new Error("Encrypt answered no ciphertext");
  return CiphertextBlob;
}

describe("ReEncrypt", () => {
  test("moves a ciphertext to another key and names both keys and their material", async () => {
    const call = createTestEngine().as();
    const [from, to] = [await createKey(call), await createKey(call)];
    const CiphertextBlob = await encryptedBy(call, from.keyId);

    const answer = await call("ReEncrypt", { CiphertextBlob, DestinationKeyId: to.keyId });

    expect(answer).toEqual({
      CiphertextBlob: expect.any(Uint8Array),
      SourceKeyId: from.arn,
      KeyId: to.arn,
      SourceEncryptionAlgorithm: "SYMMETRIC_DEFAULT",
      DestinationEncryptionAlgorithm: "SYMMETRIC_DEFAULT",
      SourceKeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
      DestinationKeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(answer.SourceKeyMaterialId).not.toBe(answer.DestinationKeyMaterialId);
    expect(await call("Decrypt", { CiphertextBlob: answer.CiphertextBlob ?? plaintext })).toMatchObject({
      KeyId: to.arn,
      Plaintext: plaintext,
    });
  });

  test("changes the encryption context under one and the same key", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    const blob = await encryptedBy(call, keyId, { EncryptionContext: { stage: "old" } });

    const { CiphertextBlob = blob } = await call("ReEncrypt", {
      CiphertextBlob: blob,
      SourceEncryptionContext: { stage: "old" },
      DestinationKeyId: keyId,
      DestinationEncryptionContext: { stage: "new" },
    });

    const decrypt = (stage: string) => call("Decrypt", { CiphertextBlob, EncryptionContext: { stage } });
    expect((await decrypt("new")).Plaintext).toEqual(plaintext);
    expect((await refusal(decrypt("old"))).code).toBe("InvalidCiphertextException");
  });

  test("goes to an RSA key and back, and tells material only of the symmetric one", async () => {
    const call = createTestEngine().as();
    const symmetric = await createKey(call);
    const rsa = await createKey(call, "RSA_2048", "ENCRYPT_DECRYPT");
    const algorithm = "RSAES_OAEP_SHA_256";

    const there = await call("ReEncrypt", {
      CiphertextBlob: await encryptedBy(call, symmetric.keyId),
      DestinationKeyId: rsa.keyId,
      DestinationEncryptionAlgorithm: algorithm,
    });
    expect(there).not.toHaveProperty("DestinationKeyMaterialId");
    const back = await call("ReEncrypt", {
      CiphertextBlob: there.CiphertextBlob ?? plaintext,
      SourceKeyId: rsa.keyId,
      SourceEncryptionAlgorithm: algorithm,
      DestinationKeyId: symmetric.keyId,
    });

    expect(back).not.toHaveProperty("SourceKeyMaterialId");
    expect((await call("Decrypt", { CiphertextBlob: back.CiphertextBlob ?? plaintext })).Plaintext).toEqual(plaintext);
  });

  test("asks for ReEncryptFrom on the source and ReEncryptTo on the destination", async () => {
    const sandbox = createTestEngine();
    const [owner, guest] = [sandbox.as(), sandbox.as("us-east-1", "444455556666")];
    const [shared, mine] = [await createKey(owner), await createKey(guest)];
    const [theirBlob, myBlob] = [await encryptedBy(owner, shared.keyId), await encryptedBy(guest, mine.keyId)];
    const from = () => guest("ReEncrypt", { CiphertextBlob: theirBlob, DestinationKeyId: mine.arn });
    const to = () => guest("ReEncrypt", { CiphertextBlob: myBlob, DestinationKeyId: shared.arn });
    const allow = (account: string, Action: string) => ({
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action,
      Resource: "*",
    });
    const permit = (action: string) =>
      owner("PutKeyPolicy", {
        KeyId: shared.keyId,
        Policy: JSON.stringify({ Statement: [allow("111122223333", "kms:*"), allow("444455556666", action)] }),
      });

    await permit("kms:ReEncryptTo");
    expect((await refusal(from())).message).toContain(
      "kms:ReEncryptFrom on the resource associated with this ciphertext",
    );
    expect(await to()).toMatchObject({ SourceKeyId: mine.arn, KeyId: shared.arn });
    await permit("kms:ReEncryptFrom");
    expect((await refusal(to())).message).toContain("kms:ReEncryptTo on this resource");
    expect(await from()).toMatchObject({ SourceKeyId: shared.arn, KeyId: mine.arn });
  });

  test("refuses a disabled destination", async () => {
    const call = createTestEngine().as();
    const [from, to] = [await createKey(call), await createKey(call)];
    const CiphertextBlob = await encryptedBy(call, from.keyId);
    await call("DisableKey", { KeyId: to.keyId });

    expect(await refusal(call("ReEncrypt", { CiphertextBlob, DestinationKeyId: to.keyId }))).toEqual({
      code: "DisabledException",
      message: `${to.arn} is disabled.`,
    });
  });

  test("makes nothing in a dry run", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    const CiphertextBlob = await encryptedBy(call, keyId);

    expect((await refusal(call("ReEncrypt", { CiphertextBlob, DestinationKeyId: keyId, DryRun: true }))).code).toBe(
      "DryRunOperationException",
    );
  });
});
