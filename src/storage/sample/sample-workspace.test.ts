// The sample workspace: what the lessons and the documentation count on is in it, and all of it works.
import { expect, test } from "vitest";
import {
  aliasNamesOf,
  defaultRegions,
  findAlias,
  findKey,
  predefinedAliasNames,
  recordId,
  scanKeys,
} from "#kms/index.ts";
import { createMemoryHome } from "#storage/memory-home.ts";
import { openTab } from "#storage/test-tab.ts";
import { worldOf } from "#storage/workspace-contents.ts";
import { sampleContents } from "./sample-workspace.ts";

const now = 1_768_471_200_000;
const day = 24 * 60 * 60 * 1000;
const home = "111122223333";
const partner = "444455556666";
const contents = await sampleContents(now);
const world = worldOf(contents.tables, 0);
const oregon = { account: home, region: "us-west-2" };

test.each([
  [
    "us-west-2",
    "1234abcd-12ab-34cd-56ef-1234567890ab",
    "RSA_2048",
    ["alias/new-app", "alias/project-key", "alias/test-key"],
  ],
  ["us-west-2", "0987dcba-09fe-87dc-65ba-ab0987654321", "RSA_4096", []],
  ["eu-central-1", "0987dcba-09fe-87dc-65ba-ab0987654321", "RSA_2048", ["alias/new-app"]],
  ["ap-southeast-1", "1a2b3c4d-5e6f-1a2b-3c4d-5e6f1a2b3c4d", "RSA_2048", ["alias/new-app"]],
])("has in %s the signing key %s of %s with the aliases of the documentation", (region, keyId, keySpec, aliases) => {
  const key = findKey(world, { account: home, region }, keyId);
  expect(key).toMatchObject({ keySpec, keyUsage: "SIGN_VERIFY", keyState: "Enabled" });
  expect(key && aliasNamesOf(world, key)).toEqual(aliases);
});

test.each([
  [home, "us-west-2", "alias/finance"],
  [home, "us-west-2", "alias/finance-key"],
  [home, "eu-central-1", "alias/finance-key"],
  [home, "us-east-1", "alias/finance-key"],
  [partner, "us-west-2", "alias/ExampleAlias"],
])("has in account %s and %s the symmetric key behind %s", (account, region, aliasName) => {
  const target = findAlias(world, { account, region }, aliasName)?.targetKeyId ?? "";
  expect(findKey(world, { account, region }, target)).toMatchObject({
    keySpec: "SYMMETRIC_DEFAULT",
    keyState: "Enabled",
  });
});

test("has a disabled key, one that will be deleted in 20 days and holds an alias, and three AWS managed keys", () => {
  const keys = contents.tables.keys.filter(({ region, account }) => region === oregon.region && account === home);
  expect(keys.filter(({ keyState }) => keyState === "Disabled")).toHaveLength(1);
  const [pending] = keys.filter(({ keyState }) => keyState === "PendingDeletion");
  expect(pending?.deletionDate).toBe(now + 20 * day);
  expect(pending && aliasNamesOf(world, pending)).toEqual(["alias/legacy-app"]);
  const managed = keys.filter(({ keyManager }) => keyManager === "AWS");
  expect(managed.flatMap((key) => aliasNamesOf(world, key)).sort()).toEqual([
    "alias/aws/dynamodb",
    "alias/aws/ebs",
    "alias/aws/s3",
  ]);
});

test("has the predefined aliases in every default Region of both accounts", () => {
  for (const account of [home, partner])
    for (const region of defaultRegions)
      for (const name of predefinedAliasNames)
        expect(findAlias(world, { account, region }, name), `${region} ${name}`).toBeDefined();
});

test("tells all its dates from the moment it is made", async () => {
  const later = await sampleContents(now + day);
  for (const [i, { creationDate }] of contents.tables.keys.entries()) {
    expect(creationDate).toBeLessThan(now);
    expect(later.tables.keys[i]?.creationDate).toBe(creationDate + day);
  }
});

test("gives every key a policy, and lets the home account use the partner's key", async () => {
  for (const key of contents.tables.keys) expect(world.tables.keyPolicies.get(recordId(key, key.keyId))).toBeDefined();
  const { call } = await openTab({ home: createMemoryHome(), first: "sample", now: () => now });
  const KeyId = "arn:aws:kms:us-west-2:444455556666:alias/ExampleAlias";
  const { CiphertextBlob } = await call("Encrypt", { KeyId, Plaintext: Uint8Array.of(7) });
  expect(await call("Decrypt", { CiphertextBlob: CiphertextBlob ?? new Uint8Array(), KeyId })).toMatchObject({
    Plaintext: Uint8Array.of(7),
  });
  await expect(call("DisableKey", { KeyId })).rejects.toMatchObject({ code: expect.any(String) });
});

test("has key material that works for every key in use", async () => {
  const { engine } = await openTab({ home: createMemoryHome(), first: "sample", now: () => now });
  let worked = 0;
  for (const account of [home, partner])
    for (const region of defaultRegions) {
      const caller = { account, region, principal: `arn:aws:iam::${account}:user/Alice` };
      const keys: string[][] = [];
      scanKeys(world, { account, region }, ({ keyId, keyUsage, keySpec, keyState, keyManager }) => {
        if (keyState === "Enabled" && keyManager === "CUSTOMER") keys.push([keyId, keyUsage, keySpec]);
        return true;
      });
      for (const [KeyId = "", usage, spec] of keys) {
        const Message = Uint8Array.of(1, 2, 3);
        if (usage === "SIGN_VERIFY") {
          const SigningAlgorithm = spec === "ECC_NIST_P256" ? "ECDSA_SHA_256" : "RSASSA_PSS_SHA_256";
          const { Signature = new Uint8Array() } = await engine.call({
            ...caller,
            operation: "Sign",
            input: { KeyId, Message, SigningAlgorithm },
          });
          const verified = await engine.call({
            ...caller,
            operation: "Verify",
            input: { KeyId, Message, Signature, SigningAlgorithm },
          });
          expect(verified.SignatureValid).toBe(true);
        } else if (usage === "GENERATE_VERIFY_MAC")
          await engine.call({
            ...caller,
            operation: "GenerateMac",
            input: { KeyId, Message, MacAlgorithm: "HMAC_SHA_256" },
          });
        else await engine.call({ ...caller, operation: "Encrypt", input: { KeyId, Plaintext: Message } });
        worked += 1;
      }
    }
  expect(worked).toBe(12);
});
