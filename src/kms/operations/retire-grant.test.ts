// RetireGrant and RevokeGrant.
import { describe, expect, test } from "vitest";
import type { CreateGrantInput, RetireGrantInput } from "#kms/contract/types.gen.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeRegion, otherAccount } from "#testing/test-engine.ts";

const bob = `arn:aws:iam::${otherAccount}:user/Bob`;
const eve = `arn:aws:iam::${otherAccount}:user/Eve`;
const missing = "0".repeat(64);

async function setUp(terms: Partial<CreateGrantInput> = {}) {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const { keyId, arn } = await createKey(call);
  const { GrantId = "", GrantToken = "" } = await call("CreateGrant", {
    KeyId: keyId,
    GranteePrincipal: bob,
    Operations: ["DescribeKey"],
    ...terms,
  });
  const grantIds = async () =>
    ((await call("ListGrants", { KeyId: keyId })).Grants ?? []).map((grant) => grant.GrantId);
  return { sandbox, call, keyId, arn, GrantId, GrantToken, grantIds };
}

describe("RetireGrant", () => {
  test("deletes the grant of a token, of a key ARN and a grant ID, or of a key ID and a grant ID", async () => {
    for (const name of ["token", "ARN", "ID"]) {
      const { call, keyId, arn, GrantId, GrantToken, grantIds } = await setUp();
      const input = name === "token" ? { GrantToken } : { KeyId: name === "ARN" ? arn : keyId, GrantId };

      expect(await call("RetireGrant", input)).toBeUndefined();

      expect(await grantIds()).toEqual([]);
    }
  });

  test.each<[string, string, Partial<CreateGrantInput>, boolean]>([
    ["the retiring principal", eve, { RetiringPrincipal: eve }, true],
    ["an administrator of a retiring account", eve, { RetiringPrincipal: `arn:aws:iam::${otherAccount}:root` }, true],
    ["a grantee who may", bob, { Operations: ["DescribeKey", "RetireGrant"] }, true],
    ["a grantee who may not", bob, {}, false],
    ["anybody else", eve, { RetiringPrincipal: bob, Operations: ["DescribeKey", "RetireGrant"] }, false],
  ])("of another account: %s", async (_who, principal, terms, isAllowed) => {
    const { sandbox, GrantToken, grantIds } = await setUp(terms);
    const attempt = sandbox.as(homeRegion, otherAccount, principal)("RetireGrant", { GrantToken });

    if (isAllowed) await attempt;
    else expect((await refusal(attempt)).code).toBe("AccessDeniedException");

    expect(await grantIds()).toHaveLength(isAllowed ? 0 : 1);
  });

  test("lets a grantee retire its own grant and no other of the key", async () => {
    const { sandbox, call, keyId, arn, GrantId, grantIds } = await setUp({
      Operations: ["DescribeKey", "RetireGrant"],
    });
    const other = await call("CreateGrant", { KeyId: keyId, GranteePrincipal: eve, Operations: ["DescribeKey"] });
    const guest = sandbox.as(homeRegion, otherAccount, bob);

    const attempt = guest("RetireGrant", { KeyId: arn, GrantId: other.GrantId ?? "" });
    expect((await refusal(attempt)).code).toBe("AccessDeniedException");
    await guest("RetireGrant", { KeyId: arn, GrantId });

    expect(await grantIds()).toEqual([other.GrantId]);
  });

  test("lets the account that issued a grant on a key of another account retire it", async () => {
    const { sandbox, call, arn, grantIds } = await setUp();
    const Statement = [{ Effect: "Allow", Principal: { AWS: otherAccount }, Action: "kms:CreateGrant", Resource: "*" }];
    await call("PutKeyPolicy", {
      KeyId: arn,
      Policy: JSON.stringify({ Statement }),
      BypassPolicyLockoutSafetyCheck: true,
    });
    const guest = sandbox.as(homeRegion, otherAccount);
    const issued = await guest("CreateGrant", { KeyId: arn, GranteePrincipal: eve, Operations: ["DescribeKey"] });

    await guest("RetireGrant", { KeyId: arn, GrantId: issued.GrantId ?? "" });

    expect(await grantIds()).toHaveLength(1);
  });

  test.each<[string, string, (made: { arn: string; GrantId: string; GrantToken: string }) => RetireGrantInput]>([
    ["ValidationException", "nothing", () => ({})],
    ["ValidationException", "a grant ID without its key", ({ GrantId }) => ({ GrantId })],
    ["ValidationException", "a token and a grant ID", ({ GrantToken, GrantId }) => ({ GrantToken, GrantId })],
    ["InvalidGrantTokenException", "a text that is no token", () => ({ GrantToken: "token" })],
    ["InvalidGrantTokenException", "half a token", ({ GrantToken }) => ({ GrantToken: GrantToken.slice(0, 100) })],
    ["InvalidGrantIdException", "what is no grant ID", ({ arn }) => ({ KeyId: arn, GrantId: "nonsense" })],
    ["NotFoundException", "a grant that there is not", ({ arn }) => ({ KeyId: arn, GrantId: missing })],
    ["InvalidArnException", "an alias", ({ GrantId }) => ({ KeyId: "alias/finance", GrantId })],
  ])("answers %s for %s", async (code, _what, input) => {
    const made = await setUp();

    expect((await refusal(made.call("RetireGrant", input(made)))).code).toBe(code);
    expect(await made.grantIds()).toHaveLength(1);
  });

  test("knows a token in its own Region only, and finds no grant twice", async () => {
    const { sandbox, call, GrantToken } = await setUp();

    expect((await refusal(sandbox.as("eu-west-1")("RetireGrant", { GrantToken }))).code).toBe(
      "InvalidGrantTokenException",
    );
    await call("RetireGrant", { GrantToken });
    expect((await refusal(call("RetireGrant", { GrantToken }))).code).toBe("NotFoundException");
  });

  test("answers a dry run that would succeed without retiring", async () => {
    const { call, GrantToken, grantIds } = await setUp();

    expect((await refusal(call("RetireGrant", { GrantToken, DryRun: true }))).code).toBe("DryRunOperationException");
    expect(await grantIds()).toHaveLength(1);
  });
});

describe("RevokeGrant", () => {
  test("deletes a grant, of which nothing is left for its grantee", async () => {
    const { sandbox, call, arn, keyId, GrantId, grantIds } = await setUp();
    const guest = sandbox.as(homeRegion, otherAccount, bob);
    expect(await guest("DescribeKey", { KeyId: arn })).toHaveProperty("KeyMetadata");

    expect(await call("RevokeGrant", { KeyId: keyId, GrantId })).toBeUndefined();

    expect(await grantIds()).toEqual([]);
    expect((await refusal(guest("DescribeKey", { KeyId: arn }))).code).toBe("AccessDeniedException");
  });

  test("works on a key that is pending deletion, as RetireGrant does", async () => {
    const { call, keyId, GrantId, grantIds } = await setUp();
    const { GrantToken = "" } = await call("CreateGrant", {
      KeyId: keyId,
      GranteePrincipal: bob,
      Operations: ["Encrypt"],
    });
    await call("ScheduleKeyDeletion", { KeyId: keyId });

    await call("RevokeGrant", { KeyId: keyId, GrantId });
    await call("RetireGrant", { GrantToken });

    expect(await grantIds()).toEqual([]);
  });

  test("refuses what is no grant ID, a grant that there is not, and one of another key", async () => {
    const { call, keyId, GrantId } = await setUp();
    const other = await createKey(call);

    for (const [input, code] of [
      [{ KeyId: keyId, GrantId: "nonsense" }, "InvalidGrantIdException"],
      [{ KeyId: keyId, GrantId: missing }, "NotFoundException"],
      [{ KeyId: other.keyId, GrantId }, "NotFoundException"],
      [{ KeyId: "1234abcd-12ab-34cd-56ef-1234567890ab", GrantId }, "NotFoundException"],
    ] as const)
      expect((await refusal(call("RevokeGrant", input))).code).toBe(code);
  });

  test("is not for the retiring principal", async () => {
    const { sandbox, arn, GrantId } = await setUp({ RetiringPrincipal: eve });
    const attempt = sandbox.as(homeRegion, otherAccount, eve)("RevokeGrant", { KeyId: arn, GrantId });

    expect((await refusal(attempt)).code).toBe("AccessDeniedException");
  });

  test("answers a dry run that would succeed without revoking", async () => {
    const { call, keyId, GrantId, grantIds } = await setUp();
    const attempt = call("RevokeGrant", { KeyId: keyId, GrantId, DryRun: true });

    expect((await refusal(attempt)).code).toBe("DryRunOperationException");
    expect(await grantIds()).toHaveLength(1);
  });
});
