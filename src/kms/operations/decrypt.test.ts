import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBlob, encodeBlob, encodeHeader } from "#kms/crypto/ciphertext-blob.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, homeRegion, otherAccount, type TestCall } from "#testing/test-engine.ts";

const plaintext = encodeUtf8("pay to the bearer");

async function encryptedBy(call: TestCall, KeyId: string, EncryptionContext?: Readonly<Record<string, string>>) {
  const { CiphertextBlob } = await call("Encrypt", {
    KeyId,
    Plaintext: plaintext,
    ...(EncryptionContext && { EncryptionContext }),
  });
  if (!CiphertextBlob) throw new Error("Encrypt answered no ciphertext");
  return CiphertextBlob;
}

const openTo = (...accounts: readonly string[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: accounts.map((account) => ({
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: "kms:*",
      Resource: "*",
    })),
  });

const deniedToCiphertext = {
  code: "AccessDeniedException",
  message: expect.stringContaining("kms:Decrypt on the resource associated with this ciphertext because"),
};

describe("Decrypt", () => {
  test("finds the key by the ciphertext when no KeyId is sent", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call);
    const { KeyMetadata } = await call("DescribeKey", { KeyId: keyId });

    expect(await call("Decrypt", { CiphertextBlob: await encryptedBy(call, keyId) })).toEqual({
      KeyId: arn,
      Plaintext: plaintext,
      EncryptionAlgorithm: "SYMMETRIC_DEFAULT",
      KeyMaterialId: KeyMetadata?.CurrentKeyMaterialId,
    });
  });

  test("takes the encryption context in any order, and no other", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    const CiphertextBlob = await encryptedBy(call, keyId, { a: "1", b: "2" });
    const decrypt = (EncryptionContext: Record<string, string>) =>
      call("Decrypt", { CiphertextBlob, EncryptionContext });

    expect((await decrypt({ b: "2", a: "1" })).Plaintext).toEqual(plaintext);
    for (const wrong of [{ a: "1", b: "3" }, { a: "1" }, { A: "1", b: "2" }, { a: "1", b: "2", c: "" }])
      expect(await refusal(decrypt(wrong))).toEqual({ code: "InvalidCiphertextException", message: "" });
  });

  test("still decrypts after the alias has moved, but not in the name of the alias", async () => {
    const call = createTestEngine().as();
    const [old, next] = [await createKey(call), await createKey(call)];
    await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: old.keyId });
    const CiphertextBlob = await encryptedBy(call, "alias/finance");
    await call("UpdateAlias", { AliasName: "alias/finance", TargetKeyId: next.keyId });

    expect(await call("Decrypt", { CiphertextBlob })).toMatchObject({ KeyId: old.arn });
    expect((await refusal(call("Decrypt", { KeyId: "alias/finance", CiphertextBlob }))).code).toBe(
      "IncorrectKeyException",
    );
  });

  test("never answers when any bit of the ciphertext has been changed", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    const blob = await encryptedBy(call, keyId);

    await fc.assert(
      fc.asyncProperty(fc.nat(blob.length * 8 - 1), async (bit) => {
        const damaged = Uint8Array.from(blob);
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const { code } = await refusal(call("Decrypt", { CiphertextBlob: damaged }));
        expect(["InvalidCiphertextException", "AccessDeniedException"]).toContain(code);
      }),
    );
  });

  test("opens no key material but the key's own, whatever the ciphertext names", async () => {
    const opened: string[] = [];
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const [mine, other] = [await createKey(call), await createKey(call)];
    const blob = decodeBlob(await encryptedBy(call, other.keyId));
    if (!blob) throw new Error("no blob");
    const open = (materialId: string) => {
      opened.push(materialId);
      return sandbox.ports.vault.open(materialId);
    };
    const watched = createTestEngine({
      world: sandbox.world(),
      secrets: sandbox.secrets,
      ports: { vault: { open } },
    }).as();
    const forged = encodeBlob(encodeHeader({ ...blob, keyId: mine.keyId }), blob.ciphertext);

    expect((await refusal(watched("Decrypt", { CiphertextBlob: forged }))).code).toBe("InvalidCiphertextException");
    expect(opened).toEqual([]);
  });

  test("finds the key by the ciphertext in whatever Region the call is made", async () => {
    const call = createTestEngine().as("eu-west-1");
    const { keyId, arn } = await createKey(call);

    expect(await call("Decrypt", { CiphertextBlob: await encryptedBy(call, keyId) })).toMatchObject({ KeyId: arn });
  });

  test("does not find a key of another Region", async () => {
    const sandbox = createTestEngine();
    const { keyId } = await createKey(sandbox.as("eu-west-1"));
    const CiphertextBlob = await encryptedBy(sandbox.as("eu-west-1"), keyId);

    expect(await refusal(sandbox.as(homeRegion)("Decrypt", { CiphertextBlob }))).toEqual(deniedToCiphertext);
  });

  test("lets another account in by key policy, without KeyId and with the bare key ID", async () => {
    const sandbox = createTestEngine();
    const [owner, guest] = [sandbox.as(), sandbox.as(homeRegion, otherAccount)];
    const { keyId, arn } = await createKey(owner);
    const CiphertextBlob = await encryptedBy(owner, keyId);
    expect(await refusal(guest("Decrypt", { CiphertextBlob }))).toEqual(deniedToCiphertext);

    await owner("PutKeyPolicy", { KeyId: keyId, Policy: openTo(homeAccount, otherAccount) });

    expect(await guest("Decrypt", { CiphertextBlob })).toMatchObject({ KeyId: arn, Plaintext: plaintext });
    expect(await guest("Decrypt", { CiphertextBlob, KeyId: keyId })).toMatchObject({ KeyId: arn });
  });

  test("is over for good when the key has been deleted", async () => {
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const { keyId } = await createKey(call);
    const CiphertextBlob = await encryptedBy(call, keyId);
    await call("ScheduleKeyDeletion", { KeyId: keyId, PendingWindowInDays: 7 });
    sandbox.clock.advance(7 * 24 * 60 * 60 * 1000);

    expect(await refusal(call("Decrypt", { CiphertextBlob }))).toEqual(deniedToCiphertext);
  });

  test("refuses bytes that are no ciphertext, without a text", async () => {
    const call = createTestEngine().as();
    const CiphertextBlob = encodeUtf8("not a ciphertext");

    expect(await refusal(call("Decrypt", { CiphertextBlob }))).toEqual({
      code: "InvalidCiphertextException",
      message: "",
    });
  });

  test("ends a dry run with DryRunOperationException only where the call would have succeeded", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    const CiphertextBlob = await encryptedBy(call, keyId);

    expect(await refusal(call("Decrypt", { CiphertextBlob, DryRun: true }))).toEqual({
      code: "DryRunOperationException",
      message: "The request would have succeeded, but the DryRun option is set.",
    });
    const damaged = CiphertextBlob.slice(0, -1);
    expect((await refusal(call("Decrypt", { CiphertextBlob: damaged, DryRun: true }))).code).toBe(
      "InvalidCiphertextException",
    );
  });

  test("can do without the ciphertext only in a dry run that says so and names the key", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    const modifiers = { DryRunModifiers: ["IGNORE_CIPHERTEXT"] } as const;

    const attempts = [
      { KeyId: keyId, DryRun: true, ...modifiers },
      { DryRun: true, ...modifiers },
      { KeyId: keyId, ...modifiers },
      { KeyId: keyId, DryRun: true },
    ];
    const codes = [];
    for (const attempt of attempts) codes.push((await refusal(call("Decrypt", attempt))).code);

    expect(codes).toEqual([
      "DryRunOperationException",
      "ValidationException",
      "ValidationException",
      "ValidationException",
    ]);
  });

  test("says that it cannot answer an enclave", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    const CiphertextBlob = await encryptedBy(call, keyId);

    expect((await refusal(call("Decrypt", { CiphertextBlob, Recipient: {} }))).code).toBe(
      "UnsupportedOperationException",
    );
  });
});
