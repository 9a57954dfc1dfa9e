// ReplicateKey: what related keys share, what is a replica's own, and where a replica may be.
import { createPublicKey, publicEncrypt } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ImportKeyMaterialInput, KeySpec, KeyUsageType } from "#kms/contract/types.gen.ts";
import { defaultKeyPolicy } from "#kms/policy/key-policy.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, homeRegion, startOfTest, type TestCall } from "#testing/test-engine.ts";

const elsewhere = "eu-west-1";

async function setUp(KeySpec: KeySpec = "SYMMETRIC_DEFAULT", KeyUsage: KeyUsageType = "ENCRYPT_DECRYPT") {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const { KeyMetadata } = await call("CreateKey", { MultiRegion: true, KeySpec, KeyUsage, Description: "Payroll" });
  const KeyId = KeyMetadata?.KeyId ?? "";
  return { sandbox, call, away: sandbox.as(elsewhere), KeyId, arnIn: arnsOf(KeyId) };
}

const arnsOf = (keyId: string) => (region: string) => `arn:aws:kms:${region}:${homeAccount}:key/${keyId}`;

/** Imports 32 bytes, all of them `byte`. */
async function importMaterial(
  call: TestCall,
  KeyId: string,
  members: Partial<ImportKeyMaterialInput>,
  byte = 7,
): Promise<void> {
  const wrapping = { WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" } as const;
  const { PublicKey, ImportToken } = await call("GetParametersForImport", { KeyId, ...wrapping });
  if (!PublicKey || !ImportToken) throw new Error("GetParametersForImport answered no key or no token");
  const key = createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });
  const wrapped = publicEncrypt({ key, oaepHash: "sha256" }, new Uint8Array(32).fill(byte));
  await call("ImportKeyMaterial", { KeyId, ImportToken, EncryptedKeyMaterial: new Uint8Array(wrapped), ...members });
}

describe("ReplicateKey", () => {
  test("answers with a replica that is being created, lists itself and has no material to show yet", async () => {
    const { call, KeyId, arnIn } = await setUp();
    const Tags = [{ TagKey: "Project", TagValue: "Unicorn" }];

    const answer = await call("ReplicateKey", { KeyId, ReplicaRegion: elsewhere, Tags });

    expect(answer).toEqual({
      ReplicaKeyMetadata: {
        AWSAccountId: homeAccount,
        KeyId,
        Arn: arnIn(elsewhere),
        CreationDate: startOfTest / 1000,
        Enabled: false,
        Description: "",
        KeyUsage: "ENCRYPT_DECRYPT",
        KeyState: "Creating",
        Origin: "AWS_KMS",
        KeyManager: "CUSTOMER",
        CustomerMasterKeySpec: "SYMMETRIC_DEFAULT",
        KeySpec: "SYMMETRIC_DEFAULT",
        EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
        MultiRegion: true,
        MultiRegionConfiguration: {
          MultiRegionKeyType: "REPLICA",
          PrimaryKey: { Arn: arnIn(homeRegion), Region: homeRegion },
          ReplicaKeys: [{ Arn: arnIn(elsewhere), Region: elsewhere }],
        },
      },
      ReplicaPolicy: defaultKeyPolicy(homeAccount),
      ReplicaTags: Tags,
    });
  });

  test("leaves an enabled replica with the same material, and puts nothing new into the vault", async () => {
    const { sandbox, call, away, KeyId, arnIn } = await setUp();
    await call("ReplicateKey", { KeyId, ReplicaRegion: elsewhere });

    const primary = await call("DescribeKey", { KeyId });
    const replica = await away("DescribeKey", { KeyId });

    expect(replica.KeyMetadata).toMatchObject({ KeyState: "Enabled", Enabled: true });
    expect(replica.KeyMetadata?.CurrentKeyMaterialId).toBe(primary.KeyMetadata?.CurrentKeyMaterialId);
    expect(primary.KeyMetadata?.MultiRegionConfiguration).toMatchObject({
      MultiRegionKeyType: "PRIMARY",
      ReplicaKeys: [{ Arn: arnIn(elsewhere), Region: elsewhere }],
    });
    expect(sandbox.secrets.size).toBe(1);
  });

  test("is logged with the answer, its members with small first letters however deep", async () => {
    const { sandbox, call, KeyId, arnIn } = await setUp();
    await call("ReplicateKey", { KeyId, ReplicaRegion: elsewhere });

    expect(sandbox.commits.at(-1)?.event).toMatchObject({
      eventName: "ReplicateKey",
      resources: [{ ARN: arnIn(homeRegion) }],
      responseElements: {
        replicaKeyMetadata: {
          keyId: KeyId,
          multiRegionConfiguration: { multiRegionKeyType: "REPLICA", replicaKeys: [{ region: elsewhere }] },
        },
        replicaTags: [],
      },
    });
  });

  test("gives the replica a policy, tags, aliases, a description and a state of its own", async () => {
    const { call, away, KeyId } = await setUp();
    await call("CreateAlias", { AliasName: "alias/payroll", TargetKeyId: KeyId });
    await call("TagResource", { KeyId, Tags: [{ TagKey: "Project", TagValue: "x" }] });
    const Policy = JSON.stringify(JSON.parse(defaultKeyPolicy(homeAccount)));

    await call("ReplicateKey", { KeyId, ReplicaRegion: elsewhere, Policy, Description: "Payroll abroad" });
    await away("DisableKey", { KeyId });

    expect((await away("GetKeyPolicy", { KeyId })).Policy).toBe(Policy);
    expect((await call("GetKeyPolicy", { KeyId })).Policy).toBe(defaultKeyPolicy(homeAccount));
    expect((await away("ListResourceTags", { KeyId })).Tags).toEqual([]);
    expect((await away("ListAliases", { KeyId })).Aliases).toEqual([]);
    const described = { Description: "Payroll abroad", KeyState: "Disabled" };
    expect((await away("DescribeKey", { KeyId })).KeyMetadata).toMatchObject(described);
    const ofPrimary = { Description: "Payroll", KeyState: "Enabled" };
    expect((await call("DescribeKey", { KeyId })).KeyMetadata).toMatchObject(ofPrimary);
  });

  test("leaves a key of imported material to be imported into, without the expiry of the primary key", async () => {
    const { sandbox, call, away } = await setUp();
    const { KeyMetadata } = await call("CreateKey", { MultiRegion: true, Origin: "EXTERNAL" });
    const KeyId = KeyMetadata?.KeyId ?? "";
    await importMaterial(call, KeyId, {
      ExpirationModel: "KEY_MATERIAL_EXPIRES",
      ValidTo: startOfTest / 1000 + 86_400,
    });
    const Plaintext = encodeUtf8("under imported material");
    const { CiphertextBlob = new Uint8Array() } = await call("Encrypt", { KeyId, Plaintext });

    await call("ReplicateKey", { KeyId, ReplicaRegion: elsewhere });

    const replica = async () => (await away("DescribeKey", { KeyId })).KeyMetadata;
    expect(await replica()).toMatchObject({ KeyState: "PendingImport", Origin: "EXTERNAL" });
    expect(await replica()).not.toHaveProperty("ValidTo");
    const other = importMaterial(away, KeyId, { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" }, 8);
    expect((await refusal(other)).code).toBe("IncorrectKeyMaterialException");
    await importMaterial(away, KeyId, { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" });
    expect(await replica()).toMatchObject({ KeyState: "Enabled", ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" });

    sandbox.clock.advance(86_400_000);
    expect((await call("DescribeKey", { KeyId })).KeyMetadata?.KeyState).toBe("PendingImport");
    expect((await away("Decrypt", { CiphertextBlob })).Plaintext).toEqual(Plaintext);
  });

  test("makes imported material that waits for its rotation wait for the replica too", async () => {
    const { call, away } = await setUp();
    const { KeyMetadata } = await call("CreateKey", { MultiRegion: true, Origin: "EXTERNAL" });
    const KeyId = KeyMetadata?.KeyId ?? "";
    const ExpirationModel = "KEY_MATERIAL_DOES_NOT_EXPIRE";
    await importMaterial(call, KeyId, { ExpirationModel });
    await importMaterial(call, KeyId, { ExpirationModel, ImportType: "NEW_KEY_MATERIAL" }, 8);

    await call("ReplicateKey", { KeyId, ReplicaRegion: elsewhere });

    expect((await refusal(call("RotateKeyOnDemand", { KeyId }))).code).toBe("KMSInvalidStateException");
    for (const byte of [7, 8]) await importMaterial(away, KeyId, { ExpirationModel }, byte);
    await call("RotateKeyOnDemand", { KeyId });
    const [primary, replica] = await Promise.all([call, away].map((at) => at("DescribeKey", { KeyId })));
    expect(replica?.KeyMetadata?.CurrentKeyMaterialId).toBe(primary?.KeyMetadata?.CurrentKeyMaterialId);
    expect(replica?.KeyMetadata?.KeyState).toBe("Enabled");
  });

  test.each([
    ["unknown to AWS", "mars-north-1", "ValidationException"],
    ["of another partition", "cn-north-1", "ValidationException"],
    ["not enabled by the account", "af-south-1", "ValidationException"],
    ["that of the primary key", homeRegion, "AlreadyExistsException"],
    ["that of another replica", elsewhere, "AlreadyExistsException"],
  ])("refuses a Region that is %s", async (_why, ReplicaRegion, code) => {
    const { sandbox, call, KeyId } = await setUp();
    await call("ReplicateKey", { KeyId, ReplicaRegion: elsewhere });
    const before = sandbox.commits.length;

    const refused = await refusal(call("ReplicateKey", { KeyId, ReplicaRegion }));

    expect(refused.code).toBe(code);
    expect(refused.message).toContain(ReplicaRegion);
    expect(sandbox.commits).toHaveLength(before);
  });

  test("refuses a single-Region key, a disabled key, reserved tags and a policy that locks the caller out", async () => {
    const { call, KeyId } = await setUp();
    const { KeyMetadata: single } = await call("CreateKey", {});
    const send = (input: object, id = KeyId) =>
      refusal(call("ReplicateKey", { KeyId: id, ReplicaRegion: elsewhere, ...input }));

    expect(await send({}, single?.KeyId)).toEqual({
      code: "UnsupportedOperationException",
      message: `${single?.Arn} is not a multi-region primary key.`,
    });
    expect((await send({ Tags: [{ TagKey: "aws:x", TagValue: "" }] })).code).toBe("TagException");
    expect((await send({ Policy: "{}" })).code).toBe("MalformedPolicyDocumentException");
    await call("DisableKey", { KeyId });
    expect((await send({})).code).toBe("DisabledException");
  });
});

describe("related keys", () => {
  test("decrypt each other's ciphertexts, with and without KeyId", async () => {
    const { call, away, KeyId, arnIn } = await setUp();
    await call("ReplicateKey", { KeyId, ReplicaRegion: elsewhere });
    const Plaintext = encodeUtf8("written in one Region, read in another");
    const EncryptionContext = { Tenant: "a" };

    for (const [from, to, region] of [
      [call, away, elsewhere],
      [away, call, homeRegion],
    ] as const) {
      const { CiphertextBlob } = await from("Encrypt", { KeyId, Plaintext, EncryptionContext });
      if (!CiphertextBlob) throw new Error("Encrypt answered no ciphertext");
      for (const named of [{}, { KeyId }, { KeyId: arnIn(region) }])
        expect(await to("Decrypt", { CiphertextBlob, EncryptionContext, ...named })).toMatchObject({
          Plaintext,
          KeyId: arnIn(region),
        });
    }
  });

  test("decrypt what was encrypted before the primary key was rotated and replicated", async () => {
    const { call, away, KeyId } = await setUp();
    const Plaintext = encodeUtf8("older than the replica");
    const { CiphertextBlob = new Uint8Array() } = await call("Encrypt", { KeyId, Plaintext });
    await call("EnableKeyRotation", { KeyId, RotationPeriodInDays: 90 });
    await call("RotateKeyOnDemand", { KeyId });

    await call("ReplicateKey", { KeyId, ReplicaRegion: elsewhere });

    expect((await away("Decrypt", { CiphertextBlob })).Plaintext).toEqual(Plaintext);
    const [primary, replica] = await Promise.all([call, away].map((at) => at("GetKeyRotationStatus", { KeyId })));
    expect(replica).toMatchObject({ KeyRotationEnabled: true, RotationPeriodInDays: 90 });
    expect(replica?.NextRotationDate).toBe(primary?.NextRotationDate);
  });

  test("do not decrypt where there is no related key", async () => {
    const { sandbox, call, KeyId } = await setUp();
    const { CiphertextBlob = new Uint8Array() } = await call("Encrypt", { KeyId, Plaintext: encodeUtf8("x") });

    expect((await refusal(sandbox.as("us-west-2")("Decrypt", { CiphertextBlob }))).code).toBe("AccessDeniedException");
  });

  test("verify each other's signatures and MACs, and have one public key", async () => {
    const Message = encodeUtf8("signed in one Region");
    const ecc = await setUp("ECC_NIST_P256", "SIGN_VERIFY");
    await ecc.call("ReplicateKey", { KeyId: ecc.KeyId, ReplicaRegion: elsewhere });
    const signing = { KeyId: ecc.KeyId, SigningAlgorithm: "ECDSA_SHA_256", Message } as const;
    const { Signature = new Uint8Array() } = await ecc.call("Sign", signing);
    expect((await ecc.away("Verify", { ...signing, Signature })).SignatureValid).toBe(true);
    const keys = [ecc.call, ecc.away].map((call) => call("GetPublicKey", { KeyId: ecc.KeyId }));
    const [primary, replica] = await Promise.all(keys);
    expect(replica?.PublicKey).toEqual(primary?.PublicKey);

    const hmac = await setUp("HMAC_256", "GENERATE_VERIFY_MAC");
    await hmac.call("ReplicateKey", { KeyId: hmac.KeyId, ReplicaRegion: elsewhere });
    const macing = { KeyId: hmac.KeyId, MacAlgorithm: "HMAC_SHA_256", Message } as const;
    const { Mac = new Uint8Array() } = await hmac.away("GenerateMac", macing);
    expect((await hmac.call("VerifyMac", { ...macing, Mac })).MacValid).toBe(true);
  });

  test("keep the secret while one of them lives, and an opt-in Region enabled while it has one", async () => {
    const { sandbox, call, KeyId } = await setUp();
    const optIn = { account: homeAccount, region: "af-south-1" };
    await sandbox.engine.changeSandbox({ type: "EnableRegion", ...optIn });
    await call("ReplicateKey", { KeyId, ReplicaRegion: optIn.region });
    const disable = () => sandbox.engine.changeSandbox({ type: "DisableRegion", ...optIn });
    expect((await refusal(disable())).message).toContain("still has customer managed keys");

    await sandbox.as(optIn.region)("ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 });
    sandbox.clock.advance(7 * 24 * 60 * 60 * 1000);
    await sandbox.engine.settle();
    await disable();

    expect(sandbox.secrets.size).toBe(1);
    expect(await call("Encrypt", { KeyId, Plaintext: encodeUtf8("x") })).toHaveProperty("CiphertextBlob");
    const { KeyMetadata } = await call("DescribeKey", { KeyId });
    expect(KeyMetadata?.MultiRegionConfiguration?.ReplicaKeys).toEqual([]);
  });
});
