// Encapsulate and Decapsulate, which must agree; that they are ML-KEM is shown by the known answers of the cryptography.
import { describe, expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";

const nothing = new Uint8Array();
/** Ciphertext bytes of each parameter set (FIPS 203, table 3). */
const sets = [
  ["ML_KEM_512", 768],
  ["ML_KEM_768", 1088],
  ["ML_KEM_1024", 1568],
] as const;

async function setUp(spec: (typeof sets)[number][0] = "ML_KEM_512") {
  const call = createTestEngine().as();
  const key = await createKey(call, spec, "ENCAPSULATE_DECAPSULATE");
  const request = { KeyId: key.keyId, EncapsulationAlgorithm: "ML_KEM" } as const;
  return { call, key, request };
}

describe("Encapsulate and Decapsulate", () => {
  test.each(sets)("with %s share a secret through a ciphertext of %i bytes", async (spec, length) => {
    const { call, key, request } = await setUp(spec);

    const { SharedSecretCiphertextBlob = nothing, SharedSecret, ...answer } = await call("Encapsulate", request);

    expect(answer).toEqual({ KeyId: key.arn, EncapsulationAlgorithm: "ML_KEM" });
    expect(SharedSecret).toHaveLength(32);
    expect(SharedSecretCiphertextBlob).toHaveLength(length);
    expect(await call("Decapsulate", { ...request, SharedSecretCiphertextBlob })).toEqual({
      KeyId: key.arn,
      SharedSecret,
      EncapsulationAlgorithm: "ML_KEM",
    });
  });

  test("share another secret each time", async () => {
    const { call, request } = await setUp();

    const { SharedSecret } = await call("Encapsulate", request);

    expect((await call("Encapsulate", request)).SharedSecret).not.toEqual(SharedSecret);
  });

  test("answer a damaged ciphertext with another secret, and one of a wrong length with an error", async () => {
    const { call, request } = await setUp();
    const { SharedSecretCiphertextBlob = nothing, SharedSecret } = await call("Encapsulate", request);
    const damaged = Uint8Array.from(SharedSecretCiphertextBlob, (byte, i) => (i === 0 ? byte ^ 1 : byte));

    const other = await call("Decapsulate", { ...request, SharedSecretCiphertextBlob: damaged });

    expect(other.SharedSecret).toHaveLength(32);
    expect(other.SharedSecret).not.toEqual(SharedSecret);
    for (const wrong of [damaged.slice(1), new Uint8Array(1088)])
      expect(await refusal(call("Decapsulate", { ...request, SharedSecretCiphertextBlob: wrong }))).toEqual({
        code: "InvalidCiphertextException",
        message: "",
      });
  });

  test("need a key made for it, in a state that allows it", async () => {
    const { call, key, request } = await setUp();
    const symmetric = await createKey(call);

    expect(await refusal(call("Encapsulate", { ...request, KeyId: symmetric.keyId }))).toEqual({
      code: "InvalidKeyUsageException",
      message: `${symmetric.arn} key usage is ENCRYPT_DECRYPT which is not valid for Encapsulate.`,
    });
    await call("DisableKey", { KeyId: key.keyId });
    for (const attempt of [
      call("Encapsulate", request),
      call("Decapsulate", { ...request, SharedSecretCiphertextBlob: new Uint8Array(768) }),
    ])
      expect(await refusal(attempt)).toEqual({ code: "DisabledException", message: `${key.arn} is disabled.` });
  });

  test("take an alias", async () => {
    const { call, key, request } = await setUp();
    await call("CreateAlias", { AliasName: "alias/kem", TargetKeyId: key.keyId });

    expect((await call("Encapsulate", { ...request, KeyId: "alias/kem" })).KeyId).toBe(key.arn);
  });
});
