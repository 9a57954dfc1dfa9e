// ScheduleKeyDeletion, CancelKeyDeletion, and what the clock does in between.
import { describe, expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, startOfTest } from "#testing/test-engine.ts";

const day = 24 * 60 * 60 * 1000;

async function setUp() {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  return { sandbox, call, key: await createKey(call) };
}

describe("ScheduleKeyDeletion", () => {
  test("waits 30 days unless told otherwise, and says when it will be over", async () => {
    const { call, key } = await setUp();

    expect(await call("ScheduleKeyDeletion", { KeyId: key.keyId })).toEqual({
      KeyId: key.arn,
      DeletionDate: (startOfTest + 30 * day) / 1000,
      KeyState: "PendingDeletion",
      PendingWindowInDays: 30,
    });
  });

  test.each([6, 31])("refuses a waiting period of %i days in the service's own words", async (PendingWindowInDays) => {
    const { call, key } = await setUp();

    expect(await refusal(call("ScheduleKeyDeletion", { KeyId: key.keyId, PendingWindowInDays }))).toEqual({
      code: "ValidationException",
      message: "PendingWindowInDays must be between 7 and 30",
    });
  });

  test("deletes the key with its aliases, tags, policy and material when the time has come, not before", async () => {
    const { sandbox, call, key } = await setUp();
    const KeyId = key.keyId;
    const predefined = sandbox.world().tables.aliases.size;
    await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: KeyId });
    await call("TagResource", { KeyId, Tags: [{ TagKey: "Project", TagValue: "x" }] });
    await call("ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 });

    sandbox.clock.advance(7 * day - 1);
    expect((await call("ListAliases", { KeyId })).Aliases).toHaveLength(1);
    sandbox.clock.advance(1);

    expect(await refusal(call("DescribeKey", { KeyId }))).toEqual({
      code: "NotFoundException",
      message: `Key '${key.arn}' does not exist`,
    });
    const { keys, keyPolicies, tags, aliases } = sandbox.world().tables;
    expect(aliases.size).toBe(predefined);
    expect([keys.size, keyPolicies.size, tags.size, sandbox.secrets.size]).toEqual([0, 0, 0, 0]);
    expect((await refusal(call("DescribeKey", { KeyId: "alias/finance" }))).code).toBe("NotFoundException");
  });

  test("deletes as one commit per key, recorded as an event of the service", async () => {
    const { sandbox, call, key } = await setUp();
    const other = await createKey(sandbox.as("eu-west-1"));
    await call("ScheduleKeyDeletion", { KeyId: key.keyId, PendingWindowInDays: 8 });
    await sandbox.as("eu-west-1")("ScheduleKeyDeletion", { KeyId: other.keyId, PendingWindowInDays: 7 });
    const before = sandbox.commits.length;
    sandbox.clock.advance(10 * day);

    await sandbox.engine.settle();

    expect(sandbox.commits.slice(before).map(({ event }) => event)).toMatchObject([
      { eventName: "DeleteKey", eventType: "AwsServiceEvent", awsRegion: "eu-west-1", resources: [{ ARN: other.arn }] },
      { eventName: "DeleteKey", eventType: "AwsServiceEvent", awsRegion: "us-east-1", resources: [{ ARN: key.arn }] },
    ]);
  });

  test("falls due when the sandbox clock is moved", async () => {
    const { sandbox, call, key } = await setUp();
    await call("ScheduleKeyDeletion", { KeyId: key.keyId, PendingWindowInDays: 7 });

    await sandbox.engine.changeSandbox({ type: "MoveClock", offsetMs: 7 * day });

    expect(sandbox.world().tables.keys.size).toBe(0);
    expect(sandbox.engine.now()).toBe(startOfTest + 7 * day);
  });
});

describe("ScheduleKeyDeletion of a multi-Region key", () => {
  async function setUpRelated() {
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const away = sandbox.as("eu-west-1");
    const { KeyMetadata } = await call("CreateKey", { MultiRegion: true });
    const KeyId = KeyMetadata?.KeyId ?? "";
    await call("ReplicateKey", { KeyId, ReplicaRegion: "eu-west-1" });
    return { sandbox, call, away, KeyId, arn: KeyMetadata?.Arn ?? "" };
  }

  test("lets a primary key wait for its replicas without a date", async () => {
    const { sandbox, call, KeyId, arn } = await setUpRelated();

    expect(await call("ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 })).toEqual({
      KeyId: arn,
      KeyState: "PendingReplicaDeletion",
      PendingWindowInDays: 7,
    });

    sandbox.clock.advance(100 * day);
    const { KeyMetadata } = await call("DescribeKey", { KeyId });
    expect(KeyMetadata).toMatchObject({ KeyState: "PendingReplicaDeletion", PendingDeletionWindowInDays: 7 });
    expect(KeyMetadata).not.toHaveProperty("DeletionDate");
  });

  test("begins the waiting period of the primary key when its last replica is deleted", async () => {
    const { sandbox, call, away, KeyId } = await setUpRelated();
    await call("ReplicateKey", { KeyId, ReplicaRegion: "ap-south-1" });
    await call("ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 10 });
    await sandbox.as("ap-south-1")("ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 });
    await away("ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 8 });

    sandbox.clock.advance(7 * day);
    expect((await call("DescribeKey", { KeyId })).KeyMetadata?.KeyState).toBe("PendingReplicaDeletion");
    sandbox.clock.advance(day);
    const { KeyMetadata } = await call("DescribeKey", { KeyId });
    expect(KeyMetadata).toMatchObject({ KeyState: "PendingDeletion", DeletionDate: startOfTest / 1000 + 18 * 86_400 });
    expect(KeyMetadata).not.toHaveProperty("PendingDeletionWindowInDays");
    expect(sandbox.secrets.size).toBe(1);

    sandbox.clock.advance(10 * day);
    await sandbox.engine.settle();
    expect([sandbox.world().tables.keys.size, sandbox.secrets.size]).toEqual([0, 0]);
  });

  test("is cancelled for a primary key that waits for its replicas, and for one whose own period has begun", async () => {
    const { sandbox, call, away, KeyId } = await setUpRelated();
    const cancelled = async () => {
      await call("CancelKeyDeletion", { KeyId });
      const { KeyMetadata } = await call("DescribeKey", { KeyId });
      expect(KeyMetadata?.KeyState).toBe("Disabled");
      expect(KeyMetadata).not.toHaveProperty("PendingDeletionWindowInDays");
      expect(KeyMetadata).not.toHaveProperty("DeletionDate");
    };
    await call("ScheduleKeyDeletion", { KeyId });
    await cancelled();
    await call("ScheduleKeyDeletion", { KeyId });
    await away("ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 });
    sandbox.clock.advance(7 * day);
    await cancelled();
  });

  test("deletes a replica by itself and leaves a primary key that was not scheduled alone", async () => {
    const { sandbox, call, away, KeyId } = await setUpRelated();
    await away("ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 });
    sandbox.clock.advance(7 * day);

    expect((await refusal(away("DescribeKey", { KeyId }))).code).toBe("NotFoundException");
    expect((await call("DescribeKey", { KeyId })).KeyMetadata?.KeyState).toBe("Enabled");
  });
});

describe("CancelKeyDeletion", () => {
  test("leaves the key disabled, with its aliases, and no deletion is due any more", async () => {
    const { sandbox, call, key } = await setUp();
    const KeyId = key.keyId;
    await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: KeyId });
    await call("ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 });

    expect(await call("CancelKeyDeletion", { KeyId })).toEqual({ KeyId: key.arn });

    sandbox.clock.advance(100 * day);
    const { KeyMetadata } = await call("DescribeKey", { KeyId: "alias/finance" });
    expect(KeyMetadata).toMatchObject({ KeyId, KeyState: "Disabled", Enabled: false });
    expect(KeyMetadata).not.toHaveProperty("DeletionDate");
  });
});
