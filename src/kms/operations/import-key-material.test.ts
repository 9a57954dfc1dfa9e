// ImportKeyMaterial, and the rotation to imported key material.
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { AlgorithmSpec, KeySpec, KeyUsageType } from "#kms/contract/types.gen.ts";
import { type ImportMembers, importMaterial, wrapMaterial } from "#testing/import-material.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, startOfTest, type TestCall } from "#testing/test-engine.ts";

const day = 24 * 60 * 60 * 1000;
const days = (count: number) => (startOfTest + count * day) / 1000;
const forEver = { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" } as const;
const [first, second, third] = [randomBytes(32), randomBytes(32), randomBytes(32)];

async function setUp(KeySpec: KeySpec = "SYMMETRIC_DEFAULT", KeyUsage: KeyUsageType = "ENCRYPT_DECRYPT") {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const { KeyMetadata } = await call("CreateKey", { Origin: "EXTERNAL", KeySpec, KeyUsage });
  const { KeyId = "", Arn: arn = "" } = KeyMetadata ?? {};
  return { sandbox, call, KeyId, arn };
}

const parametersFor = (call: TestCall, KeyId: string, WrappingAlgorithm: AlgorithmSpec = "RSAES_OAEP_SHA_256") =>
  call("GetParametersForImport", { KeyId, WrappingAlgorithm, WrappingKeySpec: "RSA_2048" });

const stateOf = async (call: TestCall, KeyId: string) => (await call("DescribeKey", { KeyId })).KeyMetadata?.KeyState;

async function materials(call: TestCall, KeyId: string) {
  const { Rotations = [] } = await call("ListKeyRotations", { KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" });
  return Rotations.map(({ KeyMaterialState, ImportState }) => `${KeyMaterialState} ${ImportState}`);
}

const newMaterial = { ...forEver, ImportType: "NEW_KEY_MATERIAL" } as const;

describe("ImportKeyMaterial", () => {
  test("makes the key enabled and usable, and shows its material", async () => {
    const { sandbox, call, KeyId, arn } = await setUp();

    const { KeyMaterialId } = await importMaterial(sandbox, KeyId, first);

    expect(KeyMaterialId).toMatch(/^[0-9a-f]{64}$/);
    const { KeyMetadata } = await call("DescribeKey", { KeyId });
    expect(KeyMetadata).toMatchObject({
      KeyState: "Enabled",
      Arn: arn,
      ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE",
      CurrentKeyMaterialId: KeyMaterialId,
    });
    expect(KeyMetadata).not.toHaveProperty("ValidTo");
    const Plaintext = new Uint8Array([1, 2]);
    const { CiphertextBlob = Plaintext } = await call("Encrypt", { KeyId, Plaintext });
    expect(await call("Decrypt", { CiphertextBlob })).toMatchObject({ Plaintext, KeyMaterialId });
  });

  test("needs a token of this key that has not expired, and tells an expired one from a foreign one", async () => {
    const { sandbox, call, KeyId } = await setUp();
    const other = await call("CreateKey", { Origin: "EXTERNAL" });
    const foreign = await parametersFor(call, other.KeyMetadata?.KeyId ?? "");
    const own = await parametersFor(call, KeyId);
    const EncryptedKeyMaterial = await wrapMaterial(first, own.PublicKey);
    const tryWith = async (ImportToken: Uint8Array = new Uint8Array()) =>
      (await refusal(call("ImportKeyMaterial", { KeyId, ImportToken, EncryptedKeyMaterial, ...forEver }))).code;

    expect(await tryWith(foreign.ImportToken)).toBe("InvalidImportTokenException");
    expect(await tryWith(new Uint8Array(40))).toBe("InvalidImportTokenException");
    sandbox.clock.advance(day);
    expect(await tryWith(own.ImportToken)).toBe("ExpiredImportTokenException");
  });

  test("refuses what does not unwrap, and what is no key of the spec", async () => {
    const { call, KeyId } = await setUp();
    const { ImportToken = new Uint8Array(), PublicKey } = await parametersFor(call, KeyId);
    const tryWith = async (EncryptedKeyMaterial: Uint8Array) =>
      (await refusal(call("ImportKeyMaterial", { KeyId, ImportToken, EncryptedKeyMaterial, ...forEver }))).code;

    expect(await tryWith(new Uint8Array(256))).toBe("InvalidCiphertextException");
    expect(await tryWith(await wrapMaterial(new Uint8Array(31), PublicKey))).toBe("IncorrectKeyMaterialException");
    expect(await stateOf(call, KeyId)).toBe("PendingImport");
  });

  test.each<[string, ImportMembers]>([
    ["a date with material that does not expire", { ...forEver, ValidTo: days(1) }],
    ["a date in the past", { ValidTo: days(0) }],
    ["a date beyond 365 days", { ValidTo: days(365) + 1 }],
    ["an id together with new material", { ...newMaterial, KeyMaterialId: "a".repeat(64) }],
  ])("refuses %s", async (_what, members) => {
    const { sandbox, KeyId } = await setUp();

    expect((await refusal(importMaterial(sandbox, KeyId, first, members))).code).toBe("ValidationException");
  });

  test("takes the same material again, by its id or not, and only that", async () => {
    const { sandbox, call, KeyId } = await setUp();
    const { KeyMaterialId = "" } = await importMaterial(sandbox, KeyId, first, {
      ...forEver,
      KeyMaterialDescription: "from our HSM",
    });

    const again = await importMaterial(sandbox, KeyId, first, { ValidTo: days(10), KeyMaterialId });
    expect(again.KeyMaterialId).toBe(KeyMaterialId);
    expect((await refusal(importMaterial(sandbox, KeyId, second))).code).toBe("IncorrectKeyMaterialException");
    const wrongId = { ...forEver, KeyMaterialId: "a".repeat(64) };
    expect((await refusal(importMaterial(sandbox, KeyId, first, wrongId))).code).toBe("IncorrectKeyMaterialException");
    expect((await refusal(importMaterial(sandbox, KeyId, first, newMaterial))).code).toBe(
      "IncorrectKeyMaterialException",
    );

    const { Rotations } = await call("ListKeyRotations", { KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" });
    expect(Rotations).toMatchObject([
      { KeyMaterialDescription: "from our HSM", ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: days(10) },
    ]);
    expect((await call("DescribeKey", { KeyId })).KeyMetadata).toMatchObject({ ValidTo: days(10) });
  });

  test("gives the same bytes another id in another key", async () => {
    const { sandbox, call, KeyId } = await setUp();
    const other = (await call("CreateKey", { Origin: "EXTERNAL" })).KeyMetadata?.KeyId ?? "";

    const ids = [await importMaterial(sandbox, KeyId, first), await importMaterial(sandbox, other, first)];

    expect(ids[0]?.KeyMaterialId).not.toBe(ids[1]?.KeyMaterialId);
  });

  test("gives an asymmetric key its public key, and takes no other material ever after", async () => {
    const { sandbox, call, KeyId } = await setUp("ECC_NIST_P256", "SIGN_VERIFY");
    const pair = () =>
      generateKeyPairSync("ec", {
        namedCurve: "P-256",
        privateKeyEncoding: { format: "der", type: "pkcs8" },
        publicKeyEncoding: { format: "der", type: "spki" },
      });
    const own = pair();

    expect(await importMaterial(sandbox, KeyId, own.privateKey)).not.toHaveProperty("KeyMaterialId");

    expect((await call("GetPublicKey", { KeyId })).PublicKey).toEqual(new Uint8Array(own.publicKey));
    const Message = new Uint8Array([1]);
    const signed = await call("Sign", { KeyId, Message, SigningAlgorithm: "ECDSA_SHA_256" });
    expect(signed.Signature).toBeDefined();
    const other = importMaterial(sandbox, KeyId, pair().privateKey);
    expect((await refusal(other)).code).toBe("IncorrectKeyMaterialException");
    const described = importMaterial(sandbox, KeyId, own.privateKey, { ...forEver, KeyMaterialDescription: "x" });
    expect((await refusal(described)).code).toBe("UnsupportedOperationException");
  });

  test("logs neither the token nor the material", async () => {
    const { sandbox, KeyId } = await setUp();

    await importMaterial(sandbox, KeyId, first);

    expect(sandbox.commits.at(-1)?.event).toMatchObject({
      eventName: "ImportKeyMaterial",
      requestParameters: { keyId: KeyId, expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" },
    });
    expect(JSON.stringify(sandbox.commits.map(({ event }) => event))).not.toMatch(/importToken|encryptedKeyMaterial/i);
  });
});

describe("rotation of imported key material", () => {
  test("moves to the material that waits, and needs every material of the key from then on", async () => {
    const { sandbox, call, KeyId } = await setUp();
    await importMaterial(sandbox, KeyId, first);
    const Plaintext = new Uint8Array([5]);
    const { CiphertextBlob = Plaintext } = await call("Encrypt", { KeyId, Plaintext });
    const next = await importMaterial(sandbox, KeyId, second, newMaterial);
    expect(await materials(call, KeyId)).toEqual(["CURRENT IMPORTED", "PENDING_ROTATION IMPORTED"]);

    await call("RotateKeyOnDemand", { KeyId });

    expect((await call("DescribeKey", { KeyId })).KeyMetadata?.CurrentKeyMaterialId).toBe(next.KeyMaterialId);
    expect(await materials(call, KeyId)).toEqual(["NON_CURRENT IMPORTED", "CURRENT IMPORTED"]);
    expect((await call("Decrypt", { CiphertextBlob })).Plaintext).toEqual(Plaintext);
    const [old] = (await call("ListKeyRotations", { KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" })).Rotations ?? [];
    await call("DeleteImportedKeyMaterial", { KeyId, ...(old?.KeyMaterialId && { KeyMaterialId: old.KeyMaterialId }) });
    expect(await stateOf(call, KeyId)).toBe("PendingImport");
    expect((await refusal(call("Decrypt", { CiphertextBlob }))).code).toBe("KMSInvalidStateException");
    await importMaterial(sandbox, KeyId, first);
    expect((await call("Decrypt", { CiphertextBlob })).Plaintext).toEqual(Plaintext);
    expect(sandbox.world().tables.keyMaterials.size).toBe(2);
  });

  test("lets one material wait at a time, which can be deleted to make room for another", async () => {
    const { sandbox, call, KeyId, arn } = await setUp();
    await importMaterial(sandbox, KeyId, first);
    const waiting = await importMaterial(sandbox, KeyId, second, newMaterial);

    const more = await refusal(importMaterial(sandbox, KeyId, third, newMaterial));
    expect(more.code).toBe("KMSInvalidStateException");
    expect(more.message).toContain(`cannot be imported into KMS key ${arn}, because another key material`);
    expect(more.message).toContain(`(id: ${waiting.KeyMaterialId}) is pending rotation.`);
    await call("DeleteImportedKeyMaterial", { KeyId, KeyMaterialId: waiting.KeyMaterialId ?? "" });

    expect(await stateOf(call, KeyId)).toBe("Enabled");
    expect(await materials(call, KeyId)).toEqual(["CURRENT IMPORTED"]);
    expect(sandbox.secrets.has(waiting.KeyMaterialId ?? "")).toBe(false);
    await importMaterial(sandbox, KeyId, third, newMaterial);
  });
});
