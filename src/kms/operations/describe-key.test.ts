import { describe, expect, test } from "vitest";
import { createKey, plantKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";

describe("DescribeKey", () => {
  test("takes all four forms of a KeyId, the key ID in any letter case", async () => {
    const call = createTestEngine().as();
    const { keyId, arn } = await createKey(call);
    await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: keyId });
    const aliasArn = `arn:aws:kms:us-east-1:${homeAccount}:alias/finance`;

    for (const KeyId of [keyId, keyId.toUpperCase(), arn, "alias/finance", aliasArn])
      expect(await call("DescribeKey", { KeyId })).toMatchObject({ KeyMetadata: { KeyId: keyId, Arn: arn } });
  });

  test("makes AWS create the AWS managed key behind a predefined alias, once", async () => {
    const sandbox = createTestEngine();
    const call = sandbox.as();

    const first = await call("DescribeKey", { KeyId: "alias/aws/s3" });
    const second = await call("DescribeKey", { KeyId: "alias/aws/s3" });

    expect(first.KeyMetadata).toMatchObject({ KeyManager: "AWS", KeyState: "Enabled", KeySpec: "SYMMETRIC_DEFAULT" });
    expect(second).toEqual(first);
    expect(sandbox.commits.map(({ event }) => "eventName" in event && event.eventName)).toEqual(["CreateKey"]);
  });

  test("makes one AWS managed key even when two callers ask at the same time", async () => {
    const sandbox = createTestEngine();
    const ask = () => sandbox.as()("DescribeKey", { KeyId: "alias/aws/ebs" });

    const [first, second] = await Promise.all([ask(), ask()]);

    expect(first).toEqual(second);
    expect(sandbox.secrets.size).toBe(1);
  });

  test("makes no key for an alias of another account or Region", async () => {
    const sandbox = createTestEngine();
    for (const KeyId of [
      "arn:aws:kms:us-east-1:444455556666:alias/aws/s3",
      `arn:aws:kms:eu-west-1:${homeAccount}:alias/aws/s3`,
    ])
      await refusal(sandbox.as()("DescribeKey", { KeyId }));

    expect(sandbox.commits).toEqual([]);
  });

  test("tells the deletion date while the key is pending deletion", async () => {
    const sandbox = createTestEngine();
    const { keyId } = plantKey(sandbox, { keyState: "PendingDeletion", deletionDate: sandbox.clock.now() + 90_000 });

    expect(await sandbox.as()("DescribeKey", { KeyId: keyId })).toMatchObject({
      KeyMetadata: { Enabled: false, KeyState: "PendingDeletion", DeletionDate: sandbox.clock.now() / 1000 + 90 },
    });
  });
});
