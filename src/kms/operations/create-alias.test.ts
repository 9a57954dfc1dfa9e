import { describe, expect, test } from "vitest";
import { createKey, plantKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, otherAccount, startOfTest } from "#testing/test-engine.ts";

const setUp = async () => {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  return { sandbox, call, key: await createKey(call) };
};

describe("CreateAlias", () => {
  test("gives a key a further name, stored as a plain key ID even when an ARN was sent", async () => {
    const { call, key } = await setUp();

    expect(await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: key.arn })).toBeUndefined();
    await call("CreateAlias", { AliasName: "alias/finance-key", TargetKeyId: key.keyId });

    const { Aliases } = await call("ListAliases", { KeyId: key.keyId });
    expect(Aliases?.map(({ AliasName, TargetKeyId }) => [AliasName, TargetKeyId])).toEqual([
      ["alias/finance", key.keyId],
      ["alias/finance-key", key.keyId],
    ]);
  });

  test("sets both dates to the time of the call", async () => {
    const { sandbox, call, key } = await setUp();
    sandbox.clock.advance(60_000);
    await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: key.keyId });

    const now = (startOfTest + 60_000) / 1000;
    expect((await call("ListAliases", { KeyId: key.keyId })).Aliases).toMatchObject([
      { CreationDate: now, LastUpdatedDate: now },
    ]);
  });

  test("refuses a taken name even for the same key", async () => {
    const { call, key } = await setUp();
    const request = { AliasName: "alias/finance", TargetKeyId: key.keyId };
    await call("CreateAlias", request);

    expect(await refusal(call("CreateAlias", request))).toEqual({
      code: "AlreadyExistsException",
      message: "An alias with the name arn:aws:kms:us-east-1:111122223333:alias/finance already exists",
    });
  });

  test("lets the same name be in another Region and another account", async () => {
    const { sandbox, call, key } = await setUp();
    await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: key.keyId });

    for (const elsewhere of [sandbox.as("eu-west-1"), sandbox.as("us-east-1", otherAccount)]) {
      const { keyId } = await createKey(elsewhere);
      await elsewhere("CreateAlias", { AliasName: "alias/finance", TargetKeyId: keyId });
      expect(await elsewhere("DescribeKey", { KeyId: "alias/finance" })).toMatchObject({
        KeyMetadata: { KeyId: keyId },
      });
    }
  });

  test.each([
    "alias/a/b",
    "alias/my-alias_/",
    "alias/awsfoo",
    "alias/AWS/x",
    "alias/alias/x",
    `alias/${"n".repeat(250)}`,
  ])("takes the name %s", async (AliasName) => {
    const { call, key } = await setUp();
    await call("CreateAlias", { AliasName, TargetKeyId: key.keyId });

    expect(await call("DescribeKey", { KeyId: AliasName })).toMatchObject({ KeyMetadata: { KeyId: key.keyId } });
  });

  test("tells names apart by letter case", async () => {
    const { call, key } = await setUp();
    await call("CreateAlias", { AliasName: "alias/A", TargetKeyId: key.keyId });

    expect((await refusal(call("DescribeKey", { KeyId: "alias/a" }))).code).toBe("NotFoundException");
  });

  test.each([
    ["finance", "ValidationException"],
    ["Alias/finance", "ValidationException"],
    ["alias/with space", "ValidationException"],
    ["alias/a.b", "ValidationException"],
    ["alias/", "InvalidAliasNameException"],
    ["alias/aws/mine", "NotAuthorizedException"],
    [`alias/${"n".repeat(251)}`, "ValidationException"],
  ])("refuses the name %s with %s", async (AliasName, code) => {
    const { call, key } = await setUp();

    expect((await refusal(call("CreateAlias", { AliasName, TargetKeyId: key.keyId }))).code).toBe(code);
  });

  test("lets a key have 50 aliases and no more", async () => {
    const { call, key } = await setUp();
    for (let i = 0; i < 50; i++) await call("CreateAlias", { AliasName: `alias/n${i}`, TargetKeyId: key.keyId });

    expect(await refusal(call("CreateAlias", { AliasName: "alias/n50", TargetKeyId: key.keyId }))).toEqual({
      code: "LimitExceededException",
      message: "Aliases per key quota for this account in this region is 50, current usage is 50.",
    });
  });

  test.each(["Disabled", "PendingImport", "Unavailable", "Creating", "Updating"] as const)(
    "works on a key that is %s",
    async (keyState) => {
      const sandbox = createTestEngine();
      const { keyId } = plantKey(sandbox, { keyState });
      await sandbox.as()("CreateAlias", { AliasName: "alias/x", TargetKeyId: keyId });

      expect((await sandbox.as()("ListAliases", { KeyId: keyId })).Aliases).toHaveLength(1);
    },
  );

  test("refuses keys of another Region, of another account and of AWS", async () => {
    const { sandbox, call } = await setUp();
    const target = async (TargetKeyId: string) =>
      (await refusal(call("CreateAlias", { AliasName: "alias/x", TargetKeyId }))).code;
    const { KeyMetadata } = await call("DescribeKey", { KeyId: "alias/aws/s3" });

    expect(await target((await createKey(sandbox.as("eu-west-1"))).arn)).toBe("NotFoundException");
    expect(await target((await createKey(sandbox.as("us-east-1", otherAccount))).arn)).toBe("AccessDeniedException");
    expect(await target(KeyMetadata?.KeyId ?? "")).toBe("AccessDeniedException");
  });

  test("refuses an alias ARN as its target", async () => {
    const { call, key } = await setUp();
    await call("CreateAlias", { AliasName: "alias/a", TargetKeyId: key.keyId });
    const TargetKeyId = "arn:aws:kms:us-east-1:111122223333:alias/a";

    expect(await refusal(call("CreateAlias", { AliasName: "alias/b", TargetKeyId }))).toEqual({
      code: "ValidationException",
      message: "Aliases must refer to keys. Not aliases",
    });
  });
});
