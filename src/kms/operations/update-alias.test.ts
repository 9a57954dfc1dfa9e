import { describe, expect, test } from "vitest";
import type { KeySpec, KeyUsageType } from "#kms/contract/types.gen.ts";
import { createKey, plantKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, startOfTest, type TestCall } from "#testing/test-engine.ts";

const retarget = (call: TestCall, TargetKeyId: string) =>
  call("UpdateAlias", { AliasName: "alias/finance", TargetKeyId });

async function setUp() {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const key = await createKey(call);
  await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: key.keyId });
  return { sandbox, call, key };
}

describe("UpdateAlias", () => {
  test("moves the alias to another key, changes its update date and keeps its creation date", async () => {
    const { sandbox, call, key } = await setUp();
    const next = await createKey(call);
    sandbox.clock.advance(60_000);

    expect(await retarget(call, next.arn)).toBeUndefined();

    expect((await call("ListAliases", { KeyId: key.keyId })).Aliases).toEqual([]);
    expect((await call("ListAliases", { KeyId: next.keyId })).Aliases).toMatchObject([
      { TargetKeyId: next.keyId, CreationDate: startOfTest / 1000, LastUpdatedDate: startOfTest / 1000 + 60 },
    ]);
  });

  test("takes the key that the alias has already", async () => {
    const { call, key } = await setUp();

    expect(await retarget(call, key.keyId)).toBeUndefined();
  });

  test.each<[KeySpec, KeySpec, KeyUsageType]>([
    ["RSA_2048", "ECC_NIST_P256", "SIGN_VERIFY"],
    ["RSA_2048", "RSA_4096", "ENCRYPT_DECRYPT"],
    ["HMAC_256", "HMAC_512", "GENERATE_VERIFY_MAC"],
  ])("moves from %s to %s, both for %s", async (from, to, keyUsage) => {
    const sandbox = createTestEngine();
    const [current, next] = [from, to].map((keySpec) => plantKey(sandbox, { keySpec, keyUsage }));
    await sandbox.as()("CreateAlias", { AliasName: "alias/finance", TargetKeyId: current?.keyId ?? "" });

    expect(await retarget(sandbox.as(), next?.keyId ?? "")).toBeUndefined();
  });

  test.each<[KeySpec, KeyUsageType, KeySpec, KeyUsageType, string]>([
    ["SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "RSA_2048", "ENCRYPT_DECRYPT", "key type"],
    ["HMAC_256", "GENERATE_VERIFY_MAC", "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "key type"],
    ["RSA_2048", "SIGN_VERIFY", "RSA_2048", "ENCRYPT_DECRYPT", "key usage"],
    ["ECC_NIST_P256", "SIGN_VERIFY", "ECC_NIST_P256", "KEY_AGREEMENT", "key usage"],
  ])("refuses to move from %s %s to %s %s", async (fromSpec, fromUsage, toSpec, toUsage, what) => {
    const sandbox = createTestEngine();
    const current = plantKey(sandbox, { keySpec: fromSpec, keyUsage: fromUsage });
    const next = plantKey(sandbox, { keySpec: toSpec, keyUsage: toUsage });
    await sandbox.as()("CreateAlias", { AliasName: "alias/finance", TargetKeyId: current.keyId });

    const refused = await refusal(retarget(sandbox.as(), next.keyId));

    expect(refused.code).toBe("ValidationException");
    expect(refused.message).toContain(`must have the same ${what}`);
  });

  test("rescues an alias from a key that is pending deletion", async () => {
    const { call, key } = await setUp();
    const next = await createKey(call);
    await call("ScheduleKeyDeletion", { KeyId: key.keyId });
    await retarget(call, next.keyId);

    expect(await call("DescribeKey", { KeyId: "alias/finance" })).toMatchObject({ KeyMetadata: { KeyId: next.keyId } });
  });

  test("holds the new key to its quota of 50 aliases", async () => {
    const { call } = await setUp();
    const full = await createKey(call);
    for (let i = 0; i < 50; i++) await call("CreateAlias", { AliasName: `alias/n${i}`, TargetKeyId: full.keyId });

    expect((await refusal(retarget(call, full.keyId))).code).toBe("LimitExceededException");
    expect(await call("UpdateAlias", { AliasName: "alias/n0", TargetKeyId: full.keyId })).toBeUndefined();
  });

  test("leaves the aliases of AWS alone, and takes no AWS managed key as a target", async () => {
    const { call, key } = await setUp();
    const { KeyMetadata } = await call("DescribeKey", { KeyId: "alias/aws/s3" });

    expect((await refusal(call("UpdateAlias", { AliasName: "alias/aws/s3", TargetKeyId: key.keyId }))).code).toBe(
      "NotAuthorizedException",
    );
    expect((await refusal(retarget(call, KeyMetadata?.KeyId ?? ""))).code).toBe("AccessDeniedException");
  });
});
