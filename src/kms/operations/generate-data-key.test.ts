import { describe, expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";

const nothing = new Uint8Array();

describe("GenerateDataKey", () => {
  test("answers the data key in the clear and encrypted, so that Decrypt gives the same", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call);
    const EncryptionContext = { file: "1" };

    const answer = await call("GenerateDataKey", { KeyId: keyId, KeySpec: "AES_256", EncryptionContext });

    expect(answer).toEqual({
      CiphertextBlob: expect.any(Uint8Array),
      Plaintext: expect.any(Uint8Array),
      KeyId: arn,
      KeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const { Plaintext } = await call("Decrypt", {
      CiphertextBlob: answer.CiphertextBlob ?? nothing,
      EncryptionContext,
    });
    expect(Plaintext).toEqual(answer.Plaintext);
  });

  test.each([
    [{ KeySpec: "AES_128" }, 16],
    [{ KeySpec: "AES_256" }, 32],
    [{ NumberOfBytes: 1 }, 1],
    [{ NumberOfBytes: 1024 }, 1024],
  ] as const)("answers %o with %i bytes", async (size, length) => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);

    expect((await call("GenerateDataKey", { KeyId: keyId, ...size })).Plaintext).toHaveLength(length);
  });

  test("refuses a request without a size after it has found the key, and before it looks at it", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call, "HMAC_256", "GENERATE_VERIFY_MAC");

    expect((await refusal(call("GenerateDataKey", { KeyId: "alias/missing" }))).code).toBe("NotFoundException");
    expect(await refusal(call("GenerateDataKey", { KeyId: keyId }))).toEqual({
      code: "ValidationException",
      message: "Please specify either number of bytes or key spec.",
    });
  });

  test("says that it cannot answer an enclave", async () => {
    const call = createTestEngine().as();
    const { keyId } = await createKey(call);
    const request = { KeyId: keyId, KeySpec: "AES_256", Recipient: {} } as const;

    expect((await refusal(call("GenerateDataKey", request))).code).toBe("UnsupportedOperationException");
  });
});

describe("GenerateDataKeyWithoutPlaintext", () => {
  test("answers the data key encrypted only", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call);

    const answer = await call("GenerateDataKeyWithoutPlaintext", { KeyId: keyId, NumberOfBytes: 64 });

    expect(answer).toEqual({
      CiphertextBlob: expect.any(Uint8Array),
      KeyId: arn,
      KeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect((await call("Decrypt", { CiphertextBlob: answer.CiphertextBlob ?? nothing })).Plaintext).toHaveLength(64);
  });

  test("names itself when the key is of another usage", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY");

    expect(await refusal(call("GenerateDataKeyWithoutPlaintext", { KeyId: keyId, KeySpec: "AES_128" }))).toEqual({
      code: "InvalidKeyUsageException",
      message: `${arn} key usage is SIGN_VERIFY which is not valid for GenerateDataKeyWithoutPlaintext.`,
    });
  });
});
