// EnableKeyRotation, DisableKeyRotation, GetKeyRotationStatus, and the rotations that the clock brings.
import { describe, expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, otherAccount, startOfTest } from "#testing/test-engine.ts";

const day = 24 * 60 * 60 * 1000;
const seconds = (days: number) => (startOfTest + days * day) / 1000;

async function setUp() {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const key = await createKey(call);
  const rotations = async () => (await call("ListKeyRotations", { KeyId: key.keyId })).Rotations ?? [];
  return { sandbox, call, key, KeyId: key.keyId, rotations };
}

describe("EnableKeyRotation", () => {
  test("rotates every 365 days unless told otherwise, and says when", async () => {
    const { call, key, KeyId } = await setUp();

    expect(await call("GetKeyRotationStatus", { KeyId })).toEqual({ KeyId: key.arn, KeyRotationEnabled: false });
    await call("EnableKeyRotation", { KeyId });

    expect(await call("GetKeyRotationStatus", { KeyId })).toEqual({
      KeyId: key.arn,
      KeyRotationEnabled: true,
      RotationPeriodInDays: 365,
      NextRotationDate: seconds(365),
    });
  });

  test("sets the period anew when it is called again", async () => {
    const { call, KeyId } = await setUp();
    await call("EnableKeyRotation", { KeyId, RotationPeriodInDays: 90 });

    await call("EnableKeyRotation", { KeyId, RotationPeriodInDays: 180 });

    expect(await call("GetKeyRotationStatus", { KeyId })).toMatchObject({
      RotationPeriodInDays: 180,
      NextRotationDate: seconds(180),
    });
  });

  test("is refused on an AWS managed key, which always rotates every year", async () => {
    const { sandbox, call } = await setUp();
    const { KeyMetadata } = await call("DescribeKey", { KeyId: "alias/aws/s3" });
    const KeyId = KeyMetadata?.KeyId ?? "";

    expect((await refusal(call("EnableKeyRotation", { KeyId }))).code).toBe("AccessDeniedException");
    expect((await refusal(call("DisableKeyRotation", { KeyId }))).code).toBe("AccessDeniedException");
    expect(await call("GetKeyRotationStatus", { KeyId })).toMatchObject({
      KeyRotationEnabled: true,
      RotationPeriodInDays: 365,
      NextRotationDate: seconds(365),
    });
    sandbox.clock.advance(366 * day);
    expect((await call("ListKeyRotations", { KeyId })).Rotations).toMatchObject([{ RotationDate: seconds(365) }]);
  });
});

describe("DisableKeyRotation", () => {
  test("ends automatic rotation", async () => {
    const { sandbox, call, key, KeyId, rotations } = await setUp();
    await call("EnableKeyRotation", { KeyId });

    await call("DisableKeyRotation", { KeyId });

    expect(await call("GetKeyRotationStatus", { KeyId })).toEqual({ KeyId: key.arn, KeyRotationEnabled: false });
    sandbox.clock.advance(1000 * day);
    expect(await rotations()).toEqual([]);
  });

  test("succeeds without effect on a key that never rotates", async () => {
    const { call } = await setUp();
    const { keyId: KeyId, arn } = await createKey(call, "HMAC_256", "GENERATE_VERIFY_MAC");

    expect(await call("DisableKeyRotation", { KeyId })).toBeUndefined();
    expect(await call("GetKeyRotationStatus", { KeyId })).toEqual({ KeyId: arn, KeyRotationEnabled: false });
  });
});

describe("GetKeyRotationStatus", () => {
  test("is false while the key is pending deletion and comes back when that is cancelled", async () => {
    const { call, KeyId } = await setUp();
    await call("EnableKeyRotation", { KeyId });
    await call("ScheduleKeyDeletion", { KeyId });

    expect((await call("GetKeyRotationStatus", { KeyId })).KeyRotationEnabled).toBe(false);
    await call("CancelKeyDeletion", { KeyId });
    expect((await call("GetKeyRotationStatus", { KeyId })).KeyRotationEnabled).toBe(true);
  });

  test("refuses a key of imported material, naming its origin", async () => {
    const { call } = await setUp();
    const { KeyMetadata } = await call("CreateKey", { Origin: "EXTERNAL" });

    expect(await refusal(call("GetKeyRotationStatus", { KeyId: KeyMetadata?.KeyId ?? "" }))).toEqual({
      code: "UnsupportedOperationException",
      message: `${KeyMetadata?.Arn} origin is EXTERNAL which is not valid for this operation.`,
    });
  });

  test("answers another account that the key policy lets in", async () => {
    const { sandbox, call, key, KeyId } = await setUp();
    const allow = (AWS: string, Action: string) => ({ Effect: "Allow", Principal: { AWS }, Action, Resource: "*" });
    const Policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        allow("arn:aws:iam::111122223333:root", "kms:*"),
        allow(`arn:aws:iam::${otherAccount}:root`, "kms:GetKeyRotationStatus"),
      ],
    });
    await call("PutKeyPolicy", { KeyId, Policy });
    const foreign = sandbox.as("us-east-1", otherAccount);

    expect((await foreign("GetKeyRotationStatus", { KeyId: key.arn })).KeyRotationEnabled).toBe(false);
    expect((await refusal(foreign("EnableKeyRotation", { KeyId: key.arn }))).code).toBe("AccessDeniedException");
  });
});

describe("automatic rotation", () => {
  test("makes new material current on the day, and old ciphertext still decrypts and names its own material", async () => {
    const { sandbox, call, key, KeyId, rotations } = await setUp();
    await call("EnableKeyRotation", { KeyId });
    const Plaintext = new Uint8Array([1, 2, 3]);
    const old = await call("Encrypt", { KeyId, Plaintext });
    const first = (await call("DescribeKey", { KeyId })).KeyMetadata?.CurrentKeyMaterialId;

    sandbox.clock.advance(365 * day - 1);
    expect(await rotations()).toEqual([]);
    sandbox.clock.advance(1);

    const current = (await call("DescribeKey", { KeyId })).KeyMetadata?.CurrentKeyMaterialId;
    expect(current).not.toBe(first);
    expect(await rotations()).toEqual([
      {
        KeyId: key.arn,
        KeyMaterialId: current,
        KeyMaterialState: "CURRENT",
        RotationDate: seconds(365),
        RotationType: "AUTOMATIC",
      },
    ]);
    const CiphertextBlob = old.CiphertextBlob ?? new Uint8Array();
    expect(await call("Decrypt", { CiphertextBlob })).toMatchObject({ Plaintext, KeyMaterialId: first });
    const again = await call("ReEncrypt", { CiphertextBlob, DestinationKeyId: KeyId });
    expect(again).toMatchObject({ SourceKeyMaterialId: first, DestinationKeyMaterialId: current });
    expect(await call("Decrypt", { CiphertextBlob: again.CiphertextBlob ?? CiphertextBlob })).toMatchObject({
      Plaintext,
      KeyMaterialId: current,
    });
  });

  test("is one commit and one event of the service for each period that has passed, dated as scheduled", async () => {
    const { sandbox, call, key, KeyId, rotations } = await setUp();
    await call("EnableKeyRotation", { KeyId });
    const first = (await call("DescribeKey", { KeyId })).KeyMetadata?.CurrentKeyMaterialId;
    const before = sandbox.commits.length;

    await sandbox.engine.changeSandbox({ type: "MoveClock", offsetMs: 3 * 365 * day + day });

    expect((await rotations()).map(({ RotationDate }) => RotationDate)).toEqual([365, 730, 1095].map(seconds));
    expect((await call("GetKeyRotationStatus", { KeyId })).NextRotationDate).toBe(seconds(4 * 365));
    expect(sandbox.commits.slice(before + 1).map(({ event }) => event)).toMatchObject([
      {
        eventName: "RotateKey",
        eventType: "AwsServiceEvent",
        responseElements: null,
        resources: [{ ARN: key.arn }],
        serviceEventDetails: { keyId: KeyId, rotationType: "AUTOMATIC", previousKeyMaterialId: first },
      },
      { eventName: "RotateKey" },
      { eventName: "RotateKey" },
    ]);
  });

  test("makes up for the last fifty rotations only when the clock leaps through centuries", async () => {
    const { sandbox, call, KeyId, rotations } = await setUp();
    await call("EnableKeyRotation", { KeyId });

    await sandbox.engine.changeSandbox({ type: "MoveClock", offsetMs: 500 * 365 * day });

    const dates = (await rotations()).map(({ RotationDate }) => RotationDate);
    expect(dates).toHaveLength(50);
    expect(dates.at(-1)).toBe(seconds(500 * 365));
  });

  test("waits while the key is disabled and is made up for once when the key is enabled", async () => {
    const { sandbox, call, KeyId, rotations } = await setUp();
    await call("EnableKeyRotation", { KeyId });
    await call("DisableKey", { KeyId });
    sandbox.clock.advance(1000 * day);
    expect(await rotations()).toEqual([]);

    await call("EnableKey", { KeyId });

    expect((await rotations()).map(({ RotationDate }) => RotationDate)).toEqual([seconds(1000)]);
    expect((await call("GetKeyRotationStatus", { KeyId })).NextRotationDate).toBe(seconds(1365));
  });

  test("goes with the key: its deletion leaves no material behind", async () => {
    const { sandbox, call, KeyId } = await setUp();
    await call("EnableKeyRotation", { KeyId });
    sandbox.clock.advance(800 * day);
    await call("ScheduleKeyDeletion", { KeyId });
    expect(sandbox.secrets.size).toBe(3);

    sandbox.clock.advance(30 * day);
    await sandbox.engine.settle();

    expect([sandbox.secrets.size, sandbox.world().tables.keyMaterials.size]).toEqual([0, 0]);
  });
});

describe("rotation of multi-Region keys", () => {
  test("is set and happens on the primary key, and every related key shares it", async () => {
    const { sandbox, call } = await setUp();
    const { KeyMetadata } = await call("CreateKey", { MultiRegion: true });
    const KeyId = KeyMetadata?.KeyId ?? "";
    await call("ReplicateKey", { KeyId, ReplicaRegion: "eu-west-1" });
    const there = sandbox.as("eu-west-1");
    const before = await there("Encrypt", { KeyId, Plaintext: new Uint8Array([7]) });

    expect(await refusal(there("EnableKeyRotation", { KeyId }))).toEqual({
      code: "UnsupportedOperationException",
      message: `arn:aws:kms:eu-west-1:111122223333:key/${KeyId} is not a multi-region primary key.`,
    });
    await call("EnableKeyRotation", { KeyId, RotationPeriodInDays: 100 });
    expect(await there("GetKeyRotationStatus", { KeyId })).toMatchObject({
      KeyRotationEnabled: true,
      NextRotationDate: seconds(100),
    });
    sandbox.clock.advance(100 * day);

    const [here, away] = [await call("DescribeKey", { KeyId }), await there("DescribeKey", { KeyId })];
    expect(away.KeyMetadata?.CurrentKeyMaterialId).toBe(here.KeyMetadata?.CurrentKeyMaterialId);
    expect((await there("ListKeyRotations", { KeyId })).Rotations).toHaveLength(1);
    expect((await there("GetKeyRotationStatus", { KeyId })).NextRotationDate).toBe(seconds(200));
    const after = await there("Encrypt", { KeyId, Plaintext: new Uint8Array([8]) });
    for (const { CiphertextBlob = new Uint8Array() } of [before, after])
      expect((await call("Decrypt", { CiphertextBlob })).Plaintext).toHaveLength(1);
  });
});
