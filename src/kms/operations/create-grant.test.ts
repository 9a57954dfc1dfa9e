import { describe, expect, test } from "vitest";
import type { CreateGrantInput, GrantOperation, KeySpec, KeyUsageType } from "#kms/contract/types.gen.ts";
import { recordId } from "#kms/state/id.ts";
import { OrderedTable } from "#kms/state/table.ts";
import { createKey, plantKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import {
  createTestEngine,
  homeAccount,
  homeRegion,
  otherAccount,
  startOfTest,
  type TestEngine,
} from "#testing/test-engine.ts";

const bob = `arn:aws:iam::${otherAccount}:user/Bob`;
const role = `arn:aws:iam::${homeAccount}:role/app/keyUserRole`;
const sourceArn = `arn:aws:s3:us-east-1:${homeAccount}:bucket`;

async function setUp(spec?: KeySpec, usage?: KeyUsageType) {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const { keyId, arn } = await createKey(call, spec, usage);
  const create = (more: Partial<CreateGrantInput> = {}) =>
    call("CreateGrant", { KeyId: keyId, GranteePrincipal: bob, Operations: ["DescribeKey"], ...more });
  const grants = async () => (await call("ListGrants", { KeyId: keyId })).Grants ?? [];
  return { sandbox, call, keyId, arn, create, grants };
}

/** The code and text with which a grant of such members is refused. */
async function refused(more: Partial<CreateGrantInput>, spec?: KeySpec, usage?: KeyUsageType) {
  return refusal((await setUp(spec, usage)).create(more));
}

/** Of an optional member that stands in the builder above: not sent at all. */
const without = <M extends keyof CreateGrantInput>(member: M) =>
  ({ [member]: undefined }) as unknown as Pick<CreateGrantInput, M>;

/** The same sandbox with so many grants on a key as far as they are counted: to make them all would take a test too long. */
function withGrantCount({ world, secrets }: TestEngine, keyId: string, count: number): TestEngine {
  const grantCounts = OrderedTable.empty<number>();
  grantCounts.set(recordId({ account: homeAccount, region: homeRegion }, keyId), count);
  const { seq, tables, indexes } = world();
  return createTestEngine({ world: { seq, tables, indexes: { ...indexes, grantCounts } }, secrets });
}

describe("CreateGrant", () => {
  test("makes a grant that ListGrants shows with all that was sent", async () => {
    const { create, grants, arn } = await setUp();

    const { GrantId } = await create({
      Name: "app-decrypt",
      GranteePrincipal: role,
      RetiringPrincipal: bob,
      Operations: ["Decrypt", "DescribeKey", "Decrypt"],
      Constraints: { EncryptionContextSubset: { Department: "IT" } },
    });

    expect(GrantId).toMatch(/^[0-9a-f]{64}$/);
    expect(await grants()).toEqual([
      {
        KeyId: arn,
        GrantId,
        Name: "app-decrypt",
        CreationDate: startOfTest / 1000,
        GranteePrincipal: role,
        RetiringPrincipal: bob,
        IssuingAccount: `arn:aws:iam::${homeAccount}:root`,
        Operations: ["Decrypt", "DescribeKey"],
        Constraints: { EncryptionContextSubset: { Department: "IT" } },
      },
    ]);
  });

  test("makes a new grant each time when the grant has no name", async () => {
    const { create, grants } = await setUp();

    const [first, second] = [await create(), await create()];

    expect(first.GrantId).not.toBe(second.GrantId);
    expect(await grants()).toHaveLength(2);
  });

  test("answers a retry under the same name with the same grant and a new token", async () => {
    const { create, grants, call } = await setUp();
    const constraints = { EncryptionContextEquals: { a: "1", b: "2" } };
    const first = await create({ Name: "n", Operations: ["Decrypt", "Encrypt"], Constraints: constraints });

    const retry = await create({
      Name: "n",
      Operations: ["Encrypt", "Decrypt"],
      Constraints: { EncryptionContextEquals: { b: "2", a: "1" } },
    });

    expect(retry.GrantId).toBe(first.GrantId);
    expect(retry.GrantToken).not.toBe(first.GrantToken);
    expect(await grants()).toHaveLength(1);
    await call("RetireGrant", { GrantToken: retry.GrantToken ?? "" });
    expect(await grants()).toEqual([]);
  });

  test("tells a name from one that goes on after a slash", async () => {
    const { create } = await setUp();
    const ids = new Set<string | undefined>();
    for (const Name of ["n/a", "n", "n/a/b", "n/a", "n"]) ids.add((await create({ Name })).GrantId);

    expect(ids.size).toBe(3);
  });

  test.each<[string, Partial<CreateGrantInput>]>([
    ["other operations", { Operations: ["Decrypt"] }],
    ["another grantee", { GranteePrincipal: role }],
    ["a retiring principal", { RetiringPrincipal: bob }],
    ["a constraint", { Constraints: { EncryptionContextSubset: {} } }],
  ])("makes a second grant of the same name for %s", async (_what, more) => {
    const { create, grants } = await setUp();
    await create({ Name: "n" });

    await create({ Name: "n", ...more });

    expect(await grants()).toHaveLength(2);
  });

  test.each<[string, Partial<CreateGrantInput>]>([
    ["no grantee", without("GranteePrincipal")],
    ["two grantees", { GranteeServicePrincipal: "dynamodb.us-east-1.amazonaws.com" }],
    ["two retiring principals", { RetiringPrincipal: bob, RetiringServicePrincipal: "s3.amazonaws.com" }],
    ["no operation", { Operations: [] }],
    [
      "two context constraints",
      { Constraints: { EncryptionContextEquals: { c: "d" }, EncryptionContextSubset: { a: "b" } } },
    ],
    [
      "nine pairs",
      { Constraints: { EncryptionContextSubset: Object.fromEntries([..."abcdefghi"].map((c) => [c, c])) } },
    ],
    ["a value of 385 characters", { Constraints: { EncryptionContextEquals: { a: "v".repeat(385) } } }],
  ])("refuses a grant with %s", async (_what, more) => {
    expect((await refused(more)).code).toBe("ValidationException");
  });

  test("takes as much as is allowed: eight pairs and a value of 384 characters", async () => {
    const { create } = await setUp();
    const EncryptionContextSubset = Object.fromEntries([..."abcdefgh"].map((name) => [name, "v".repeat(384)]));

    expect(await create({ Constraints: { EncryptionContextSubset } })).toHaveProperty("GrantId");
  });

  test("refuses a grant of the CreateGrant operation alone", async () => {
    expect(await refused({ Operations: ["CreateGrant"] })).toEqual({
      code: "ValidationException",
      message: "Grants must not contain only the CreateGrant operation.",
    });
  });

  test.each([
    "nonsense",
    homeAccount,
    "s3.amazonaws.com",
    `arn:aws:iam::${homeAccount}:group/Admins`,
    `arn:aws:iam::${homeAccount}:user/`,
    `arn:aws:s3:::bucket`,
  ])("refuses %s as grantee and as retiring principal", async (principal) => {
    const expected = {
      code: "InvalidArnException",
      message: `ARN does not refer to a valid principal: ${principal}`,
    };
    expect(await refused({ GranteePrincipal: principal })).toEqual(expected);
    expect(await refused({ RetiringPrincipal: principal })).toEqual(expected);
  });

  test.each([
    `arn:aws:iam::${otherAccount}:root`,
    role,
    `arn:aws:sts::${homeAccount}:assumed-role/keyUserRole/session`,
    `arn:aws:sts::${homeAccount}:federated-user/Bob`,
  ])("takes %s as grantee", async (principal) => {
    expect(await (await setUp()).create({ GranteePrincipal: principal })).toHaveProperty("GrantToken");
  });

  describe("for a service", () => {
    const service = {
      ...without("GranteePrincipal"),
      GranteeServicePrincipal: "dynamodb.us-east-1.amazonaws.com",
      RetiringServicePrincipal: "dynamodb.us-east-1.amazonaws.com",
      Constraints: { SourceArn: sourceArn },
    };

    test("takes a source ARN and a retiring principal, which ListGrants shows", async () => {
      const { create, grants } = await setUp();
      await create(service);

      expect(await grants()).toMatchObject([
        {
          GranteeServicePrincipal: service.GranteeServicePrincipal,
          RetiringServicePrincipal: service.RetiringServicePrincipal,
          Constraints: { SourceArn: sourceArn },
        },
      ]);
    });

    test.each([
      ["the source ARN", without("Constraints")],
      ["a retiring principal", without("RetiringServicePrincipal")],
    ])("is refused without %s", async (_what, missing) => {
      expect((await refused({ ...service, ...missing })).code).toBe("ValidationException");
    });
  });

  test.each<[KeySpec, KeyUsageType, GrantOperation[], GrantOperation[]]>([
    [
      "SYMMETRIC_DEFAULT",
      "ENCRYPT_DECRYPT",
      ["Encrypt", "ReEncryptFrom", "GenerateDataKeyPair"],
      ["Sign", "GetPublicKey"],
    ],
    ["RSA_2048", "ENCRYPT_DECRYPT", ["Decrypt", "ReEncryptTo", "GetPublicKey"], ["GenerateDataKey", "Verify"]],
    ["ECC_NIST_P256", "SIGN_VERIFY", ["Sign", "Verify", "GetPublicKey"], ["Encrypt", "DeriveSharedSecret"]],
    ["HMAC_256", "GENERATE_VERIFY_MAC", ["GenerateMac", "VerifyMac"], ["GetPublicKey", "Sign"]],
    ["ECC_NIST_P384", "KEY_AGREEMENT", ["DeriveSharedSecret", "GetPublicKey"], ["Sign", "Encapsulate"]],
  ])("lets a key of %s for %s be used for its own operations only", async (keySpec, keyUsage, fit, unfit) => {
    const sandbox = createTestEngine();
    const { keyId: KeyId } = plantKey(sandbox, { keySpec, keyUsage });
    const create = (Operations: GrantOperation[]) =>
      sandbox.as()("CreateGrant", { KeyId, GranteePrincipal: bob, Operations });

    expect(await create([...fit, "CreateGrant", "RetireGrant", "DescribeKey"])).toHaveProperty("GrantId");
    for (const operation of unfit) {
      const { code, message } = await refusal(create([...fit, operation]));
      expect([code, message]).toEqual(["ValidationException", expect.stringContaining(`[${operation}]`)]);
    }
  });

  test("takes an empty constraint beside another as not sent, as Terraform does", async () => {
    const { create, grants } = await setUp();
    await create({ Constraints: { EncryptionContextEquals: {}, EncryptionContextSubset: { a: "b" } } });
    expect((await grants())[0]?.Constraints).toEqual({ EncryptionContextSubset: { a: "b" } });
  });

  test("refuses encryption context constraints on keys that know no encryption context", async () => {
    const Constraints = { EncryptionContextSubset: { a: "b" } };

    expect((await refused({ Constraints }, "ECC_NIST_P256", "SIGN_VERIFY")).code).toBe("ValidationException");
    expect((await refused({ Constraints }, "HMAC_256", "GENERATE_VERIFY_MAC")).code).toBe("ValidationException");
  });

  test("refuses a key that is disabled or pending deletion", async () => {
    const { call, keyId, arn, create } = await setUp();
    await call("DisableKey", { KeyId: keyId });
    expect(await refusal(create())).toEqual({ code: "DisabledException", message: `${arn} is disabled.` });

    await call("ScheduleKeyDeletion", { KeyId: keyId });
    expect((await refusal(create())).code).toBe("KMSInvalidStateException");
  });

  test("refuses a key that there is not, an AWS managed key, and a token that is none", async () => {
    const { call, create, grants } = await setUp();
    const { KeyMetadata } = await call("DescribeKey", { KeyId: "alias/aws/s3" });

    expect((await refusal(create({ KeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" }))).code).toBe("NotFoundException");
    expect((await refusal(create({ KeyId: KeyMetadata?.KeyId ?? "" }))).code).toBe("AccessDeniedException");
    expect((await refusal(create({ GrantTokens: ["token"] }))).code).toBe("InvalidGrantTokenException");
    expect(await grants()).toEqual([]);
  });

  test("refuses the 50,001st grant of a key, but neither its retry nor the first of another", async () => {
    const { sandbox, call, keyId } = await setUp();
    const { keyId: other } = await createKey(call);
    const full = withGrantCount(sandbox, keyId, 49_999).as();
    const terms = { GranteePrincipal: bob, Operations: ["Decrypt"] as const };
    const last = await full("CreateGrant", { KeyId: keyId, ...terms, Name: "last" });

    expect(await refusal(full("CreateGrant", { KeyId: keyId, ...terms }))).toEqual({
      code: "LimitExceededException",
      message: "Grants per key quota for this account in this region is 50000, current usage is 50000.",
    });
    expect(await full("CreateGrant", { KeyId: keyId, ...terms, Name: "last" })).toMatchObject({
      GrantId: last.GrantId,
    });
    expect(await full("CreateGrant", { KeyId: other, ...terms })).toHaveProperty("GrantId");
  });

  test("answers a dry run that would succeed without making a grant", async () => {
    const { create, grants } = await setUp();

    expect((await refusal(create({ DryRun: true }))).code).toBe("DryRunOperationException");
    expect(await grants()).toEqual([]);
  });

  test("by another account names that account as the issuing one", async () => {
    const { sandbox, call, keyId, arn, grants } = await setUp();
    const allowAll = { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" };
    await call("PutKeyPolicy", { KeyId: keyId, Policy: JSON.stringify({ Statement: [allowAll] }) });

    await sandbox.as(homeRegion, otherAccount)("CreateGrant", {
      KeyId: arn,
      GranteePrincipal: bob,
      Operations: ["Encrypt"],
    });

    expect(await grants()).toMatchObject([{ KeyId: arn, IssuingAccount: `arn:aws:iam::${otherAccount}:root` }]);
  });
});
