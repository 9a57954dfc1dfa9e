// UpdatePrimaryRegion: the two keys change places and keep everything else.
import { describe, expect, test } from "vitest";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";

const PrimaryRegion = "eu-west-1";
const third = "ap-south-1";

async function setUp() {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const { KeyMetadata } = await call("CreateKey", { MultiRegion: true });
  const KeyId = KeyMetadata?.KeyId ?? "";
  for (const ReplicaRegion of [PrimaryRegion, third]) await call("ReplicateKey", { KeyId, ReplicaRegion });
  const arnIn = (region: string) => `arn:aws:kms:${region}:${homeAccount}:key/${KeyId}`;
  return { sandbox, call, away: sandbox.as(PrimaryRegion), KeyId, arnIn };
}

describe("UpdatePrimaryRegion", () => {
  test("makes the replica the primary key in the eyes of every related key, in one commit", async () => {
    const { sandbox, call, KeyId, arnIn } = await setUp();
    const before = sandbox.commits.length;

    expect(await call("UpdatePrimaryRegion", { KeyId, PrimaryRegion })).toBeUndefined();

    expect(sandbox.commits).toHaveLength(before + 1);
    expect(sandbox.commits.at(-1)?.event).toMatchObject({
      responseElements: { keyId: arnIn(homeRegion) },
      resources: [{ ARN: arnIn(homeRegion) }],
    });
    for (const region of [homeRegion, PrimaryRegion, third]) {
      const { KeyMetadata } = await sandbox.as(region)("DescribeKey", { KeyId });
      expect(KeyMetadata).toMatchObject({ KeyState: "Enabled" });
      expect(KeyMetadata?.MultiRegionConfiguration).toEqual({
        MultiRegionKeyType: region === PrimaryRegion ? "PRIMARY" : "REPLICA",
        PrimaryKey: { Arn: arnIn(PrimaryRegion), Region: PrimaryRegion },
        ReplicaKeys: [third, homeRegion].map((replica) => ({ Arn: arnIn(replica), Region: replica })),
      });
    }
  });

  test("moves with it what only a primary key can do", async () => {
    const { call, away, KeyId, arnIn } = await setUp();
    await call("UpdatePrimaryRegion", { KeyId, PrimaryRegion });

    expect(await away("ReplicateKey", { KeyId, ReplicaRegion: "sa-east-1" })).toHaveProperty("ReplicaKeyMetadata");
    const notPrimary = {
      code: "UnsupportedOperationException",
      message: `${arnIn(homeRegion)} is not a multi-region primary key.`,
    };
    expect(await refusal(call("ReplicateKey", { KeyId, ReplicaRegion: "us-west-2" }))).toEqual(notPrimary);
    expect(await refusal(call("UpdatePrimaryRegion", { KeyId, PrimaryRegion: third }))).toEqual(notPrimary);
  });

  test("hands over the schedule of rotation, which goes on reaching every related key", async () => {
    const { sandbox, call, away, KeyId } = await setUp();
    await call("EnableKeyRotation", { KeyId, RotationPeriodInDays: 90 });
    await call("UpdatePrimaryRegion", { KeyId, PrimaryRegion });
    const material = async (region: string) =>
      (await sandbox.as(region)("DescribeKey", { KeyId })).KeyMetadata?.CurrentKeyMaterialId;
    const before = await material(homeRegion);

    sandbox.clock.advance(90 * 24 * 60 * 60 * 1000);
    await sandbox.engine.settle();

    expect(sandbox.commits.at(-1)?.event).toMatchObject({ eventName: "RotateKey", awsRegion: PrimaryRegion });
    expect(await material(PrimaryRegion)).not.toBe(before);
    expect(new Set([await material(homeRegion), await material(third), await material(PrimaryRegion)]).size).toBe(1);
    expect(await refusal(call("DisableKeyRotation", { KeyId }))).toHaveProperty(
      "code",
      "UnsupportedOperationException",
    );
    await away("DisableKeyRotation", { KeyId });
  });

  test("refuses while either key is not enabled, naming the one that is not", async () => {
    const { call, away, KeyId, arnIn } = await setUp();
    const update = () => refusal(call("UpdatePrimaryRegion", { KeyId, PrimaryRegion }));

    await away("DisableKey", { KeyId });
    const replicaDisabled = { code: "DisabledException", message: `${arnIn(PrimaryRegion)} is disabled.` };
    expect(await update()).toEqual(replicaDisabled);
    await away("ScheduleKeyDeletion", { KeyId });
    expect((await update()).code).toBe("KMSInvalidStateException");
    await call("DisableKey", { KeyId });
    const primaryDisabled = { code: "DisabledException", message: `${arnIn(homeRegion)} is disabled.` };
    expect(await update()).toEqual(primaryDisabled);
  });

  test("refuses a Region without a replica, and the Region where the primary key is", async () => {
    const { sandbox, call, KeyId } = await setUp();
    const before = sandbox.commits.length;

    const codes = await Promise.all(
      ["us-west-2", "mars-north-1", homeRegion].map(
        async (region) => (await refusal(call("UpdatePrimaryRegion", { KeyId, PrimaryRegion: region }))).code,
      ),
    );

    expect(codes).toEqual(["NotFoundException", "NotFoundException", "ValidationException"]);
    expect(sandbox.commits).toHaveLength(before);
  });
});
