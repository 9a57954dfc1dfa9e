import { describe, expect, test } from "vitest";
import { defaultKeyPolicy } from "#kms/policy/key-policy.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, startOfTest } from "#testing/test-engine.ts";

describe("CreateKey", () => {
  test("makes an enabled symmetric encryption key, told in full", async () => {
    const { KeyMetadata } = await createTestEngine().as()("CreateKey", {});

    expect(KeyMetadata).toEqual({
      AWSAccountId: homeAccount,
      KeyId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      Arn: `arn:aws:kms:us-east-1:${homeAccount}:key/${KeyMetadata?.KeyId}`,
      CreationDate: startOfTest / 1000,
      Enabled: true,
      Description: "",
      KeyUsage: "ENCRYPT_DECRYPT",
      KeyState: "Enabled",
      Origin: "AWS_KMS",
      KeyManager: "CUSTOMER",
      CustomerMasterKeySpec: "SYMMETRIC_DEFAULT",
      KeySpec: "SYMMETRIC_DEFAULT",
      EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
      MultiRegion: false,
      CurrentKeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test.each([
    [{ KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" }, "SigningAlgorithms"],
    [{ KeySpec: "RSA_2048", KeyUsage: "ENCRYPT_DECRYPT" }, "EncryptionAlgorithms"],
    [{ KeySpec: "HMAC_384", KeyUsage: "GENERATE_VERIFY_MAC" }, "MacAlgorithms"],
    [{ CustomerMasterKeySpec: "ECC_NIST_P521", KeyUsage: "SIGN_VERIFY" }, "SigningAlgorithms"],
  ] as const)("makes %o with one list of algorithms and without a material id", async (request, list) => {
    const { KeyMetadata = {} } = await createTestEngine().as()("CreateKey", request);

    expect(Object.keys(KeyMetadata).filter((name) => name.endsWith("Algorithms"))).toEqual([list]);
    expect(KeyMetadata).not.toHaveProperty("CurrentKeyMaterialId");
  });

  test("makes a multi-Region key a primary key without replicas", async () => {
    const { KeyMetadata } = await createTestEngine().as()("CreateKey", { MultiRegion: true });

    expect(KeyMetadata?.KeyId).toMatch(/^mrk-[0-9a-f]{32}$/);
    expect(KeyMetadata).toMatchObject({
      MultiRegion: true,
      MultiRegionConfiguration: {
        MultiRegionKeyType: "PRIMARY",
        PrimaryKey: { Arn: KeyMetadata?.Arn, Region: "us-east-1" },
        ReplicaKeys: [],
      },
    });
  });

  test("makes a key for imported material without any, pending import", async () => {
    const sandbox = createTestEngine();
    const { KeyMetadata } = await sandbox.as()("CreateKey", { Origin: "EXTERNAL" });

    expect(KeyMetadata).toMatchObject({ Origin: "EXTERNAL", KeyState: "PendingImport", Enabled: false });
    expect(KeyMetadata).not.toHaveProperty("CurrentKeyMaterialId");
    expect(sandbox.secrets.size).toBe(0);
  });

  test("stores description, tags and policy, and the default policy where none is sent", async () => {
    const call = createTestEngine().as();
    const Tags = [{ TagKey: "Project", TagValue: "Unicorn" }];
    const Policy = JSON.stringify(JSON.parse(defaultKeyPolicy(homeAccount)));

    const { KeyMetadata } = await call("CreateKey", { Description: "Payroll", Tags, Policy });
    const plain = await createKey(call);

    const KeyId = KeyMetadata?.KeyId ?? "";
    expect(KeyMetadata?.Description).toBe("Payroll");
    expect((await call("ListResourceTags", { KeyId })).Tags).toEqual(Tags);
    expect((await call("GetKeyPolicy", { KeyId })).Policy).toBe(Policy);
    expect((await call("GetKeyPolicy", { KeyId: plain.keyId })).Policy).toBe(defaultKeyPolicy(homeAccount));
  });

  test("keeps the secret in the vault, and nowhere in World and history", async () => {
    const sandbox = createTestEngine();
    await createKey(sandbox.as());
    const [secret] = sandbox.secrets.values();
    if (!secret) throw new Error("no secret was kept");

    expect(secret).toHaveLength(32);
    const history = JSON.stringify(sandbox.commits, (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
    );
    expect(history).not.toContain(Buffer.from(secret).toString("hex"));
    expect(history).not.toContain(Buffer.from(secret).toString("base64"));
  });

  test.each([
    [{ KeySpec: "RSA_2048" }, "ValidationException"],
    [{ KeySpec: "HMAC_256", KeyUsage: "SIGN_VERIFY" }, "ValidationException"],
    [{ KeySpec: "RSA_2048", CustomerMasterKeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" }, "ValidationException"],
    [{ KeySpec: "SM2", KeyUsage: "SIGN_VERIFY" }, "UnsupportedOperationException"],
    [{ CustomKeyStoreId: "cks-1" }, "ValidationException"],
    [{ Origin: "AWS_CLOUDHSM", CustomKeyStoreId: "cks-1" }, "CustomKeyStoreNotFoundException"],
    [{ Policy: "{}" }, "MalformedPolicyDocumentException"],
  ] as const)("refuses %o with %s and makes nothing", async (request, code) => {
    const sandbox = createTestEngine();

    expect((await refusal(sandbox.as()("CreateKey", request))).code).toBe(code);
    expect([sandbox.commits.length, sandbox.secrets.size]).toEqual([0, 0]);
  });

  test("takes a policy that locks the caller out when told to", async () => {
    const call = createTestEngine().as();
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [] });
    const request = { Policy, BypassPolicyLockoutSafetyCheck: true };

    expect((await refusal(call("CreateKey", { Policy }))).code).toBe("MalformedPolicyDocumentException");
    expect((await call("CreateKey", request)).KeyMetadata?.Enabled).toBe(true);
  });
});
