// Data key pairs, judged by OpenSSL (through Node) where it knows the kind of key.
import { createPrivateKey, createPublicKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { DataKeyPairSpec } from "#kms/contract/types.gen.ts";
import { createCryptography } from "#kms/crypto/cryptography.ts";
import { createKey, plantKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";

const nothing = new Uint8Array();
const { adopt } = createCryptography({
  open: () => expect.fail("nothing is opened"),
  random: () => expect.fail("nothing is made"),
});

/** SubjectPublicKeyInfo of a private key. */
async function publicKeyBy(spec: DataKeyPairSpec, pkcs8: Uint8Array): Promise<Uint8Array | undefined> {
  if (spec.startsWith("ML_KEM")) return (await adopt(spec, pkcs8))?.publicKey;
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });
  const pem = privateKey.export({ format: "pem", type: "pkcs8" });
  return new Uint8Array(createPublicKey(pem).export({ format: "der", type: "spki" }));
}

const specs = [
  ...(["RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521"] as const),
  ...(["ECC_SECG_P256K1", "ECC_NIST_EDWARDS25519", "ML_KEM_512", "ML_KEM_768", "ML_KEM_1024"] as const),
];

describe("GenerateDataKeyPair", () => {
  // To find the primes of RSA_4096 may take seconds on a busy machine.
  test.each(specs)("answers a pair of %s whose private key Decrypt gives again", { timeout: 60_000 }, async (spec) => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call);
    const EncryptionContext = { file: "1" };

    const answer = await call("GenerateDataKeyPair", { KeyId: keyId, KeyPairSpec: spec, EncryptionContext });

    expect(answer).toEqual({
      PrivateKeyCiphertextBlob: expect.any(Uint8Array),
      PrivateKeyPlaintext: expect.any(Uint8Array),
      PublicKey: expect.any(Uint8Array),
      KeyId: arn,
      KeyPairSpec: spec,
      KeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const { PrivateKeyCiphertextBlob = nothing, PrivateKeyPlaintext = nothing, PublicKey = nothing } = answer;
    expect(await publicKeyBy(spec, PrivateKeyPlaintext)).toEqual(new Uint8Array(PublicKey));
    const decrypted = await call("Decrypt", { CiphertextBlob: PrivateKeyCiphertextBlob, EncryptionContext });
    expect(decrypted.Plaintext).toEqual(PrivateKeyPlaintext);
    expect((await refusal(call("Decrypt", { CiphertextBlob: PrivateKeyCiphertextBlob }))).code).toBe(
      "InvalidCiphertextException",
    );
  });

  test("makes another pair each time", async () => {
    const call = createTestEngine().as();
    const request = { KeyId: (await createKey(call)).keyId, KeyPairSpec: "ECC_NIST_P256" } as const;

    const { PublicKey } = await call("GenerateDataKeyPair", request);

    expect((await call("GenerateDataKeyPair", request)).PublicKey).not.toEqual(PublicKey);
  });

  test("needs a symmetric encryption key", async () => {
    const call = createTestEngine().as();
    const hmac = await createKey(call, "HMAC_256", "GENERATE_VERIFY_MAC");
    const sandbox = createTestEngine();
    const rsa = plantKey(sandbox, { keySpec: "RSA_2048", secret: nothing, publicKey: nothing });

    expect(await refusal(call("GenerateDataKeyPair", { KeyId: hmac.keyId, KeyPairSpec: "ECC_NIST_P256" }))).toEqual({
      code: "InvalidKeyUsageException",
      message: `${hmac.arn} key usage is GENERATE_VERIFY_MAC which is not valid for GenerateDataKeyPair.`,
    });
    const ofRsa = sandbox.as()("GenerateDataKeyPair", { KeyId: rsa.keyId, KeyPairSpec: "ECC_NIST_P256" });
    expect(await refusal(ofRsa)).toEqual({
      code: "InvalidKeyUsageException",
      message: "You cannot generate a data key with an asymmetric CMK",
    });
  });

  test("refuses keys of custom key stores, whatever their state", async () => {
    const sandbox = createTestEngine();
    const store = { origin: "AWS_CLOUDHSM", customKeyStoreId: "cks-1234567890abcdef0", secret: nothing } as const;
    for (const keyState of ["Enabled", "Unavailable"] as const) {
      const { keyId, arn } = plantKey(sandbox, { ...store, keyState });
      expect(await refusal(sandbox.as()("GenerateDataKeyPair", { KeyId: keyId, KeyPairSpec: "RSA_2048" }))).toEqual({
        code: "UnsupportedOperationException",
        message: `${arn} origin is AWS_CLOUDHSM which is not valid for this operation.`,
      });
    }
  });

  test("refuses a disabled key, SM2 and enclaves", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call);
    const request = { KeyId: keyId, KeyPairSpec: "ECC_NIST_P256" } as const;

    expect(await refusal(call("GenerateDataKeyPair", { ...request, KeyPairSpec: "SM2" }))).toEqual({
      code: "UnsupportedOperationException",
      message: "KeySpec SM2 is not supported in this Region",
    });
    expect((await refusal(call("GenerateDataKeyPair", { ...request, Recipient: {} }))).code).toBe(
      "UnsupportedOperationException",
    );
    await call("DisableKey", { KeyId: keyId });
    expect(await refusal(call("GenerateDataKeyPair", request))).toEqual({
      code: "DisabledException",
      message: `${arn} is disabled.`,
    });
  });
});

describe("GenerateDataKeyPairWithoutPlaintext", () => {
  test("answers the private key encrypted only", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call);

    const answer = await call("GenerateDataKeyPairWithoutPlaintext", { KeyId: keyId, KeyPairSpec: "ECC_NIST_P384" });

    expect(answer).toEqual({
      PrivateKeyCiphertextBlob: expect.any(Uint8Array),
      PublicKey: expect.any(Uint8Array),
      KeyId: arn,
      KeyPairSpec: "ECC_NIST_P384",
      KeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const { Plaintext = nothing } = await call("Decrypt", {
      CiphertextBlob: answer.PrivateKeyCiphertextBlob ?? nothing,
    });
    expect(await publicKeyBy("ECC_NIST_P384", Plaintext)).toEqual(new Uint8Array(answer.PublicKey ?? nothing));
  });

  test("names itself when the key is of another usage", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY");
    const request = { KeyId: keyId, KeyPairSpec: "ECC_NIST_P256" } as const;

    expect(await refusal(call("GenerateDataKeyPairWithoutPlaintext", request))).toEqual({
      code: "InvalidKeyUsageException",
      message: `${arn} key usage is SIGN_VERIFY which is not valid for GenerateDataKeyPairWithoutPlaintext.`,
    });
  });
});
