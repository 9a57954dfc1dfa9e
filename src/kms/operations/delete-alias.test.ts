import { describe, expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";

async function setUp() {
  const call = createTestEngine().as();
  const key = await createKey(call);
  await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: key.keyId });
  return { call, key };
}

describe("DeleteAlias", () => {
  test("removes the name, leaves the key and frees the name at once", async () => {
    const { call, key } = await setUp();
    const other = await createKey(call);

    expect(await call("DeleteAlias", { AliasName: "alias/finance" })).toBeUndefined();
    expect(await call("DescribeKey", { KeyId: key.keyId })).toMatchObject({ KeyMetadata: { Enabled: true } });
    await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: other.keyId });

    expect(await call("DescribeKey", { KeyId: "alias/finance" })).toMatchObject({
      KeyMetadata: { KeyId: other.keyId },
    });
  });

  test("works while the key is pending deletion", async () => {
    const { call, key } = await setUp();
    await call("ScheduleKeyDeletion", { KeyId: key.keyId });

    expect(await call("DeleteAlias", { AliasName: "alias/finance" })).toBeUndefined();
  });

  test("refuses a name without its prefix and the names of AWS", async () => {
    const { call } = await setUp();

    expect((await refusal(call("DeleteAlias", { AliasName: "finance" }))).code).toBe("ValidationException");
    expect((await refusal(call("DeleteAlias", { AliasName: "alias/aws/s3" }))).code).toBe("NotAuthorizedException");
  });

  test("takes the bare prefix for the name of an alias that is not there", async () => {
    const { call } = await setUp();

    expect((await refusal(call("DeleteAlias", { AliasName: "alias/" }))).code).toBe("NotFoundException");
  });
});
