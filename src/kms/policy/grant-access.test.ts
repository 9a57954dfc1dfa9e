// What a grant lets its grantee do with a key of another account, whose key policy says nothing of the grantee.
import { describe, expect, test } from "vitest";
import type { GrantConstraints, GrantOperation } from "#kms/contract/types.gen.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, homeRegion, otherAccount } from "#testing/test-engine.ts";

const bob = `arn:aws:iam::${otherAccount}:user/Bob`;
const eve = `arn:aws:iam::${otherAccount}:user/Eve`;
const Plaintext = encodeUtf8("hello");

/** A key of the home account with one grant to Bob, and Bob's calls. */
async function setUp(
  Operations: readonly GrantOperation[],
  Constraints: GrantConstraints = {},
  GranteePrincipal = bob,
) {
  const sandbox = createTestEngine();
  const owner = sandbox.as();
  const { keyId, arn: KeyId } = await createKey(owner);
  const granted = await owner("CreateGrant", { KeyId: keyId, GranteePrincipal, Operations, Constraints });
  return { sandbox, owner, keyId, KeyId, granted, guest: sandbox.as(homeRegion, otherAccount, bob) };
}

/** Whether a call goes through; a refusal must be one of access. */
async function isLetIn(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    async () => {
      expect((await refusal(attempt)).code).toBe("AccessDeniedException");
      return false;
    },
  );
}

describe("a grantee of another account", () => {
  test("may do what the grant allows and nothing else", async () => {
    const { guest, KeyId } = await setUp(["Encrypt", "DescribeKey"]);

    expect(await isLetIn(guest("Encrypt", { KeyId, Plaintext }))).toBe(true);
    expect(await isLetIn(guest("DescribeKey", { KeyId }))).toBe(true);
    expect(await isLetIn(guest("GenerateDataKey", { KeyId, KeySpec: "AES_256" }))).toBe(false);
  });

  test("is every principal of an account that is the grantee, and nobody else of another grantee's", async () => {
    const toAll = await setUp(["Encrypt"], {}, `arn:aws:iam::${otherAccount}:root`);
    const toEve = await setUp(["Encrypt"], {}, eve);

    expect(await isLetIn(toAll.guest("Encrypt", { KeyId: toAll.KeyId, Plaintext }))).toBe(true);
    expect(await isLetIn(toEve.guest("Encrypt", { KeyId: toEve.KeyId, Plaintext }))).toBe(false);
  });

  test("may decrypt without naming the key, and reencrypt with a grant for either side", async () => {
    const { owner, guest, KeyId } = await setUp(["Decrypt", "ReEncryptFrom"]);
    const { CiphertextBlob = Uint8Array.of() } = await owner("Encrypt", { KeyId, Plaintext });
    const { KeyMetadata } = await guest("CreateKey", {});
    const to = { CiphertextBlob, DestinationKeyId: KeyMetadata?.KeyId ?? "" };

    expect((await guest("Decrypt", { CiphertextBlob })).Plaintext).toEqual(Plaintext);
    expect(await isLetIn(guest("ReEncrypt", to))).toBe(true);
    expect(await isLetIn(guest("ReEncrypt", { ...to, DestinationKeyId: KeyId }))).toBe(false);
  });

  test("is kept out by a denial in the key policy", async () => {
    const { owner, guest, keyId, KeyId } = await setUp(["Encrypt"]);
    const Statement = [
      { Effect: "Allow", Principal: { AWS: homeAccount }, Action: "kms:*", Resource: "*" },
      { Effect: "Deny", Principal: { AWS: bob }, Action: "kms:Encrypt", Resource: "*" },
    ];
    await owner("PutKeyPolicy", { KeyId: keyId, Policy: JSON.stringify({ Statement }) });

    expect(await isLetIn(guest("Encrypt", { KeyId, Plaintext }))).toBe(false);
  });

  test("is kept out by a source ARN, for which only a service makes requests", async () => {
    const { guest, KeyId } = await setUp(["Encrypt"], { SourceArn: `arn:aws:s3:us-east-1:${homeAccount}:bucket` });

    expect(await isLetIn(guest("Encrypt", { KeyId, Plaintext }))).toBe(false);
  });

  test("can be let in by one of several grants", async () => {
    const { owner, guest, keyId, KeyId } = await setUp(["Decrypt"]);
    await owner("CreateGrant", { KeyId: keyId, GranteePrincipal: eve, Operations: ["Encrypt"] });
    await owner("CreateGrant", { KeyId: keyId, GranteePrincipal: bob, Operations: ["Encrypt"] });

    expect(await isLetIn(guest("Encrypt", { KeyId, Plaintext }))).toBe(true);
  });
});

describe("an encryption context constraint", () => {
  const it = { Department: "IT" };
  const more = { ...it, Purpose: "test" };

  test.each<[string, GrantConstraints, Record<string, string> | undefined, boolean]>([
    ["equal", { EncryptionContextEquals: it }, it, true],
    ["equal, with a pair more", { EncryptionContextEquals: it }, more, false],
    ["equal, without context", { EncryptionContextEquals: it }, undefined, false],
    ["equal to none, without context", { EncryptionContextEquals: {} }, undefined, true],
    ["a subset, the same", { EncryptionContextSubset: it }, it, true],
    ["a subset, with a pair more", { EncryptionContextSubset: it }, more, true],
    ["a subset, with another value", { EncryptionContextSubset: it }, { Department: "it" }, false],
    ["a subset, a pair missing", { EncryptionContextSubset: more }, it, false],
    ["a subset, of a name that all objects have", { EncryptionContextSubset: { constructor: "x" } }, undefined, false],
  ])("holds or not: %s", async (_what, constraints, context, holds) => {
    const { guest, KeyId } = await setUp(["Encrypt"], constraints);
    const request = { KeyId, Plaintext, ...(context && { EncryptionContext: context }) };

    expect(await isLetIn(guest("Encrypt", request))).toBe(holds);
  });

  test("says nothing of DescribeKey", async () => {
    const { guest, KeyId } = await setUp(["Encrypt", "DescribeKey"], { EncryptionContextEquals: it });

    expect(await isLetIn(guest("DescribeKey", { KeyId }))).toBe(true);
  });

  test("is held against the right context of ReEncrypt", async () => {
    const { owner, guest, KeyId } = await setUp(["ReEncryptFrom", "ReEncryptTo"], { EncryptionContextEquals: it });
    const { CiphertextBlob = Uint8Array.of() } = await owner("Encrypt", { KeyId, Plaintext, EncryptionContext: it });
    const request = { CiphertextBlob, SourceEncryptionContext: it, DestinationKeyId: KeyId };

    expect(await isLetIn(guest("ReEncrypt", { ...request, DestinationEncryptionContext: it }))).toBe(true);
    expect(await isLetIn(guest("ReEncrypt", { ...request, DestinationEncryptionContext: more }))).toBe(false);
  });
});

describe("a grantee who may create grants", () => {
  const it = { Department: "IT" };
  const more = { ...it, Purpose: "test" };

  test.each<[string, GrantConstraints, readonly GrantOperation[], GrantConstraints, boolean]>([
    ["the same", {}, ["Encrypt", "CreateGrant"], {}, true],
    ["less", {}, ["Encrypt"], { EncryptionContextSubset: it }, true],
    ["another operation", {}, ["Encrypt", "Decrypt"], {}, false],
    ["no constraint", { EncryptionContextSubset: it }, ["Encrypt"], {}, false],
    ["a subset for more pairs", { EncryptionContextSubset: it }, ["Encrypt"], { EncryptionContextSubset: more }, true],
    [
      "a subset for fewer pairs",
      { EncryptionContextSubset: more },
      ["Encrypt"],
      { EncryptionContextSubset: it },
      false,
    ],
    ["equality for a subset", { EncryptionContextSubset: it }, ["Encrypt"], { EncryptionContextEquals: more }, true],
    ["a subset for equality", { EncryptionContextEquals: it }, ["Encrypt"], { EncryptionContextSubset: it }, false],
    ["the same equality", { EncryptionContextEquals: it }, ["Encrypt"], { EncryptionContextEquals: it }, true],
    ["another equality", { EncryptionContextEquals: it }, ["Encrypt"], { EncryptionContextEquals: more }, false],
  ])("passes on %s, or cannot", async (_what, constraints, Operations, Constraints, isAllowed) => {
    const { guest, sandbox, KeyId } = await setUp(["Encrypt", "CreateGrant"], constraints);
    const attempt = guest("CreateGrant", { KeyId, GranteePrincipal: eve, Operations, Constraints });

    expect(await isLetIn(attempt)).toBe(isAllowed);

    const context = Constraints.EncryptionContextEquals ?? Constraints.EncryptionContextSubset ?? {};
    const asEve = sandbox.as(homeRegion, otherAccount, eve);
    expect(await isLetIn(asEve("Encrypt", { KeyId, Plaintext, EncryptionContext: context }))).toBe(isAllowed);
  });
});

describe("grant tokens", () => {
  test("are taken with any operation, whatever grant they are of, and change nothing", async () => {
    const { guest, KeyId, granted } = await setUp(["Encrypt"]);
    const GrantTokens = [granted.GrantToken ?? ""];

    expect(await isLetIn(guest("Encrypt", { KeyId, Plaintext, GrantTokens }))).toBe(true);
    expect(await isLetIn(guest("GenerateDataKey", { KeyId, KeySpec: "AES_256", GrantTokens }))).toBe(false);
  });

  test.each(["token", "AQpA", ""])("that are none (%j) are refused, but not by DescribeKey", async (token) => {
    const { owner, KeyId, granted } = await setUp(["Encrypt"]);
    const GrantTokens = [granted.GrantToken ?? "", token || (granted.GrantToken ?? "").slice(4)];

    expect((await refusal(owner("Encrypt", { KeyId, Plaintext, GrantTokens }))).code).toBe(
      "InvalidGrantTokenException",
    );
    expect(await owner("DescribeKey", { KeyId, GrantTokens })).toHaveProperty("KeyMetadata");
  });
});
