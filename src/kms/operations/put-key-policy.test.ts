// PutKeyPolicy, GetKeyPolicy and ListKeyPolicies.
import { describe, expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";

const allowing = (statement: Record<string, unknown>) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Resource: "*", ...statement }] });
const root = { AWS: `arn:aws:iam::${homeAccount}:root` };
const lockOutText = "The new key policy will not allow you to update the key policy in the future.";

async function setUp() {
  const call = createTestEngine().as();
  return { call, ...(await createKey(call)) };
}

describe("PutKeyPolicy", () => {
  test("replaces the policy, which GetKeyPolicy gives back as it was sent", async () => {
    const { call, keyId: KeyId } = await setUp();
    const Policy = allowing({ Principal: root, Action: "kms:*" });

    expect(await call("PutKeyPolicy", { KeyId, Policy })).toBeUndefined();

    expect(await call("GetKeyPolicy", { KeyId })).toEqual({ Policy, PolicyName: "default" });
  });

  test.each([
    ["another action", { Principal: root, Action: "kms:Encrypt" }],
    ["another account", { Principal: { AWS: "arn:aws:iam::999999999999:root" }, Action: "kms:*" }],
    ["a denial", { Principal: root, Action: "kms:*", Effect: "Deny" }],
  ])("refuses a policy that locks the caller out by %s, unless told to", async (_why, statement) => {
    const { call, keyId: KeyId } = await setUp();
    const request = { KeyId, Policy: allowing(statement) };

    expect(await refusal(call("PutKeyPolicy", request))).toEqual({
      code: "MalformedPolicyDocumentException",
      message: lockOutText,
    });
    expect(await call("PutKeyPolicy", { ...request, BypassPolicyLockoutSafetyCheck: true })).toBeUndefined();
  });

  test.each([["kms:Put*"], ["kms:PutKeyPolic?"], ["KMS:putkeypolicy"], ["*"]])(
    "takes %s for leave to change the policy again",
    async (Action) => {
      const { call, keyId: KeyId } = await setUp();

      expect(
        await call("PutKeyPolicy", {
          KeyId,
          Policy: allowing({ Principal: { AWS: [homeAccount] }, Action: [Action] }),
        }),
      ).toBeUndefined();
    },
  );

  test("refuses a policy over 32 KiB and another name than default", async () => {
    const { call, keyId: KeyId } = await setUp();
    const Policy = allowing({ Principal: root, Action: "kms:*", Sid: "s".repeat(32_768) });

    expect((await refusal(call("PutKeyPolicy", { KeyId, Policy }))).code).toBe("LimitExceededException");
    expect((await refusal(call("PutKeyPolicy", { KeyId, Policy: "{}", PolicyName: "other" }))).code).toBe(
      "NotFoundException",
    );
  });

  test("works while the key is pending deletion", async () => {
    const { call, keyId: KeyId } = await setUp();
    await call("ScheduleKeyDeletion", { KeyId });

    expect(
      await call("PutKeyPolicy", { KeyId, Policy: allowing({ Principal: root, Action: "kms:*" }) }),
    ).toBeUndefined();
  });
});

describe("GetKeyPolicy and ListKeyPolicies", () => {
  test("know one policy, named default", async () => {
    const { call, keyId: KeyId } = await setUp();

    expect(await call("ListKeyPolicies", { KeyId })).toEqual({ PolicyNames: ["default"], Truncated: false });
    expect((await refusal(call("GetKeyPolicy", { KeyId, PolicyName: "other" }))).code).toBe("NotFoundException");
  });

  test("show the policy of an AWS managed key, which only its service may use", async () => {
    const { call } = await setUp();
    const { KeyMetadata } = await call("DescribeKey", { KeyId: "alias/aws/s3" });

    const { Policy = "" } = await call("GetKeyPolicy", { KeyId: KeyMetadata?.KeyId ?? "" });

    expect(Policy).toContain('"kms:ViaService" : "s3.us-east-1.amazonaws.com"');
  });
});
