import { describe, expect, test } from "vitest";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, homeRegion, otherAccount, startOfTest } from "#testing/test-engine.ts";

const second = 1000;
const day = 24 * 60 * 60 * second;
const Plaintext = encodeUtf8("pay to the bearer");

async function setUp() {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const key = await createKey(call);
  const lastUsage = async (KeyId = key.keyId) => (await call("GetKeyLastUsage", { KeyId })).KeyLastUsage;
  return { sandbox, call, key, lastUsage };
}

describe("GetKeyLastUsage", () => {
  test("answers an empty usage, and since when it would know, for a key that was never used", async () => {
    const { call, key } = await setUp();

    expect(await call("GetKeyLastUsage", { KeyId: key.arn })).toEqual({
      KeyId: key.arn,
      KeyLastUsage: {},
      TrackingStartDate: startOfTest / second,
      KeyCreationDate: startOfTest / second,
    });
  });

  test("answers operation, time and the ids of the event of the newest use", async () => {
    const { sandbox, call, key, lastUsage } = await setUp();
    await call("Encrypt", { KeyId: key.keyId, Plaintext });
    sandbox.clock.advance(90 * second);
    await call("GenerateDataKey", { KeyId: key.keyId, KeySpec: "AES_256" });
    const event = sandbox.events.at(-1);

    expect(await lastUsage()).toEqual({
      Operation: "GenerateDataKey",
      Timestamp: startOfTest / second + 90,
      CloudTrailEventId: event?.eventID,
      KmsRequestId: event?.requestID,
    });
  });

  test("counts a use through an alias, and in the clear by the ciphertext alone", async () => {
    const { call, key, lastUsage } = await setUp();
    await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: key.keyId });

    const { CiphertextBlob = new Uint8Array() } = await call("Encrypt", { KeyId: "alias/finance", Plaintext });
    expect((await lastUsage())?.Operation).toBe("Encrypt");
    await call("Decrypt", { CiphertextBlob });
    expect((await lastUsage())?.Operation).toBe("Decrypt");
  });

  test("counts ReEncrypt for both of its keys", async () => {
    const { call, key, lastUsage } = await setUp();
    const next = await createKey(call);
    const { CiphertextBlob = new Uint8Array() } = await call("Encrypt", { KeyId: key.keyId, Plaintext });
    await call("ReEncrypt", { CiphertextBlob, DestinationKeyId: next.keyId });

    const usage = await lastUsage(key.keyId);
    expect(usage?.Operation).toBe("ReEncrypt");
    expect(await lastUsage(next.keyId)).toEqual(usage);
  });

  test("counts no refused call, no dry run, and no call without cryptography", async () => {
    const { call, key, lastUsage } = await setUp();
    await call("DescribeKey", { KeyId: key.keyId });
    await refusal(call("Encrypt", { KeyId: key.keyId, Plaintext, DryRun: true }));
    await call("DisableKey", { KeyId: key.keyId });
    await refusal(call("Encrypt", { KeyId: key.keyId, Plaintext }));
    await lastUsage();

    expect(await lastUsage()).toEqual({});
  });

  test("counts a use by another account, which cannot ask for it", async () => {
    const { sandbox, call, key, lastUsage } = await setUp();
    const Statement = [
      { Effect: "Allow", Principal: { AWS: [homeAccount, otherAccount] }, Action: "*", Resource: "*" },
    ];
    await call("PutKeyPolicy", { KeyId: key.keyId, Policy: JSON.stringify({ Version: "2012-10-17", Statement }) });
    const foreign = sandbox.as(homeRegion, otherAccount);
    await foreign("Encrypt", { KeyId: key.arn, Plaintext });

    expect((await lastUsage())?.Operation).toBe("Encrypt");
    expect((await refusal(foreign("GetKeyLastUsage", { KeyId: key.arn }))).code).toBe("AccessDeniedException");
  });

  test("tells related multi-Region keys apart", async () => {
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const { KeyMetadata } = await call("CreateKey", { MultiRegion: true });
    const KeyId = KeyMetadata?.KeyId ?? "";
    await call("ReplicateKey", { KeyId, ReplicaRegion: "eu-west-1" });
    await call("Encrypt", { KeyId, Plaintext });

    expect((await sandbox.as("eu-west-1")("GetKeyLastUsage", { KeyId })).KeyLastUsage).toEqual({});
  });

  test("knows nothing of an earlier replica that had the same ARN", async () => {
    const sandbox = createTestEngine();
    const replicate = () => sandbox.as()("ReplicateKey", { KeyId, ReplicaRegion: "eu-west-1" });
    const there = sandbox.as("eu-west-1");
    const { KeyMetadata } = await sandbox.as()("CreateKey", { MultiRegion: true });
    const KeyId = KeyMetadata?.KeyId ?? "";
    await replicate();
    await there("Encrypt", { KeyId, Plaintext });
    await there("ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 });
    sandbox.clock.advance(7 * day);
    await replicate();

    expect((await there("GetKeyLastUsage", { KeyId })).KeyLastUsage).toEqual({});
  });

  test("takes no alias, and works in every key state", async () => {
    const { call, key, lastUsage } = await setUp();
    await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: key.keyId });

    expect((await refusal(call("GetKeyLastUsage", { KeyId: "alias/finance" }))).code).toBe("InvalidArnException");
    await call("ScheduleKeyDeletion", { KeyId: key.keyId });
    expect(await lastUsage()).toEqual({});
  });

  test("is recorded as a read of the key", async () => {
    const { sandbox, key, lastUsage } = await setUp();
    await lastUsage();

    expect(sandbox.events.at(-1)).toMatchObject({
      eventName: "GetKeyLastUsage",
      readOnly: true,
      responseElements: null,
      resources: [{ ARN: key.arn }],
    });
  });

  test("keeps the uses of a fork to the fork, which knows those before it", async () => {
    const { sandbox, call, key, lastUsage } = await setUp();
    await call("Encrypt", { KeyId: key.keyId, Plaintext });
    const fork = sandbox.engine.fork();
    const caller = { account: homeAccount, region: homeRegion, principal: `arn:aws:iam::${homeAccount}:user/Alice` };
    const inFork = async () =>
      (await fork.call({ ...caller, operation: "GetKeyLastUsage", input: { KeyId: key.keyId } })).KeyLastUsage;

    expect(await inFork()).toEqual(await lastUsage());
    await fork.call({ ...caller, operation: "GenerateDataKey", input: { KeyId: key.keyId, KeySpec: "AES_256" } });
    expect((await inFork())?.Operation).toBe("GenerateDataKey");
    expect((await lastUsage())?.Operation).toBe("Encrypt");
  });
});
