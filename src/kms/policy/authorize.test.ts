// What a key policy decides for real: whether another account may use the key.
import { describe, expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, homeRegion, otherAccount } from "#testing/test-engine.ts";

const bob = `arn:aws:iam::${otherAccount}:user/Bob`;
const owner = { Effect: "Allow", Principal: { AWS: homeAccount }, Action: "kms:*", Resource: "*" };
const allow = (more: Record<string, unknown>) => ({ Effect: "Allow", Action: "kms:Encrypt", Resource: "*", ...more });

/** Whether Bob of the other account may encrypt under a key with these statements beside the owner's. */
async function mayEncrypt(...statements: readonly Record<string, unknown>[]): Promise<boolean> {
  const sandbox = createTestEngine();
  const { keyId, arn } = await createKey(sandbox.as());
  await sandbox.as()("PutKeyPolicy", { KeyId: keyId, Policy: JSON.stringify({ Statement: [owner, ...statements] }) });
  const attempt = sandbox.as(homeRegion, otherAccount, bob)("Encrypt", { KeyId: arn, Plaintext: Uint8Array.of(1) });
  return attempt.then(
    () => true,
    async () => {
      expect((await refusal(attempt)).code).toBe("AccessDeniedException");
      return false;
    },
  );
}

describe("a caller of another account", () => {
  test.each([
    ["the account", { AWS: `arn:aws:iam::${otherAccount}:root` }],
    ["the account by its number", { AWS: otherAccount }],
    ["the user", { AWS: bob }],
    ["the user among others", { AWS: ["arn:aws:iam::999999999999:root", bob] }],
    ["everybody", { AWS: "*" }],
    ["everybody, in short", "*"],
  ])("is let in by a statement for %s", async (_whom, Principal) => {
    expect(await mayEncrypt(allow({ Principal }))).toBe(true);
  });

  test.each([
    ["no statement", []],
    ["a statement for another user", [allow({ Principal: { AWS: `arn:aws:iam::${otherAccount}:user/Eve` } })]],
    ["a statement for a service", [allow({ Principal: { Service: "s3.amazonaws.com" } })]],
    ["a statement for another action", [allow({ Principal: "*", Action: "kms:Decrypt" })]],
    ["a denial beside the permission", [allow({ Principal: "*" }), allow({ Principal: "*", Effect: "Deny" })]],
    [
      "a condition, which is not evaluated",
      [allow({ Principal: "*", Condition: { Bool: { "aws:SecureTransport": true } } })],
    ],
  ])("is kept out by %s", async (_why, statements) => {
    expect(await mayEncrypt(...statements)).toBe(false);
  });

  test("learns nothing of whether a key or an alias exists", async () => {
    const sandbox = createTestEngine();
    const { keyId, arn } = await createKey(sandbox.as());
    await sandbox.as()("CreateAlias", { AliasName: "alias/finance", TargetKeyId: keyId });
    const guest = sandbox.as(homeRegion, otherAccount);
    const arns = [
      arn,
      `arn:aws:kms:${homeRegion}:${homeAccount}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
      `arn:aws:kms:${homeRegion}:${homeAccount}:alias/finance`,
      `arn:aws:kms:${homeRegion}:${homeAccount}:alias/missing`,
    ];

    const answers = new Set<string>();
    for (const KeyId of arns) answers.add(JSON.stringify(await refusal(guest("DescribeKey", { KeyId }))));

    expect(answers.size).toBe(1);
  });

  test("reaches no key with an operation that stays in the account, whatever the policy says", async () => {
    const sandbox = createTestEngine();
    const { keyId, arn } = await createKey(sandbox.as());
    const open = allow({ Principal: "*", Action: "kms:*" });
    await sandbox.as()("PutKeyPolicy", { KeyId: keyId, Policy: JSON.stringify({ Statement: [open] }) });
    const guest = sandbox.as(homeRegion, otherAccount);

    expect((await refusal(guest("DisableKey", { KeyId: arn }))).code).toBe("AccessDeniedException");
    expect(await guest("DescribeKey", { KeyId: arn })).toMatchObject({ KeyMetadata: { AWSAccountId: homeAccount } });
  });
});

describe("the account's own AWS managed key", () => {
  test("may be looked at, and used by nobody but its service", async () => {
    const call = createTestEngine().as();
    const { KeyMetadata } = await call("DescribeKey", { KeyId: "alias/aws/s3" });
    const KeyId = KeyMetadata?.KeyId ?? "";

    expect((await call("ListResourceTags", { KeyId })).Tags).toEqual([]);
    expect((await call("GetKeyPolicy", { KeyId })).PolicyName).toBe("default");
    expect(await refusal(call("GenerateDataKey", { KeyId, KeySpec: "AES_256" }))).toEqual({
      code: "AccessDeniedException",
      message: `User: arn:aws:iam::${homeAccount}:user/Alice is not authorized to perform: kms:GenerateDataKey on resource: ${KeyMetadata?.Arn} because no resource-based policy allows the kms:GenerateDataKey action`,
    });
    for (const attempt of [
      call("ScheduleKeyDeletion", { KeyId }),
      call("UpdateKeyDescription", { KeyId, Description: "" }),
      call("PutKeyPolicy", { KeyId, Policy: "{}" }),
    ])
      expect((await refusal(attempt)).code).toBe("AccessDeniedException");
  });
});
