import { expect, it } from "vitest";
import { aliasMapInSlices } from "#features/explorer/model/alias-map.ts";
import { atOnce } from "#features/explorer/model/slices.ts";
import { fixedReason } from "#features/explorer/reasons.ts";
import type { AliasMap, AliasNode } from "#features/explorer/types.ts";
import { findAlias, type KeySpec, type KeyState, type KeyUsageType, KmsError } from "#kms/index.ts";
import { plantKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";
import { type DragVerdict, dragVerdicts } from "./drag-verdicts.ts";
import { swapCandidates } from "./swap-candidates.ts";

async function sandbox() {
  const test = createTestEngine();
  const call = test.as();
  // Aliases need no key material, and making RSA keys takes seconds.
  const key = (keySpec: KeySpec, keyUsage: KeyUsageType, keyState: KeyState = "Enabled") =>
    plantKey(test, { keySpec, keyUsage, keyState }).keyId;
  const keys = {
    rsa: key("RSA_2048", "SIGN_VERIFY"),
    ecc: key("ECC_NIST_P256", "SIGN_VERIFY"),
    disabled: key("ECC_NIST_P384", "SIGN_VERIFY", "Disabled"),
    rsa4096: key("RSA_4096", "SIGN_VERIFY"),
    twin: key("RSA_2048", "SIGN_VERIFY"),
    importing: key("RSA_2048", "SIGN_VERIFY", "PendingImport"),
    going: key("ECC_NIST_P256", "SIGN_VERIFY", "PendingDeletion"),
    encrypting: key("RSA_2048", "ENCRYPT_DECRYPT"),
    symmetric: key("SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT"),
    full: key("ECC_NIST_P521", "SIGN_VERIFY"),
  };
  await call("CreateAlias", { AliasName: "alias/app", TargetKeyId: keys.rsa });
  await call("CreateAlias", { AliasName: "alias/next", TargetKeyId: keys.ecc });
  await call("CreateAlias", { AliasName: "alias/same", TargetKeyId: keys.rsa });
  await call("CreateAlias", { AliasName: "alias/data", TargetKeyId: keys.symmetric });
  for (let n = 0; n < 50; n += 1) await call("CreateAlias", { AliasName: `alias/full-${n}`, TargetKeyId: keys.full });
  const { KeyMetadata: aws } = await call("DescribeKey", { KeyId: "alias/aws/s3" });
  const { KeyMetadata: far } = await test.as("eu-central-1")("CreateKey", {});
  const map = atOnce(aliasMapInSlices(test.world(), { account: homeAccount, regions: [homeRegion, "eu-central-1"] }));
  return { test, call, map, keys: { ...keys, aws: aws?.KeyId ?? "", far: far?.KeyId ?? "" } };
}

function nodeOf(map: AliasMap, name: string): AliasNode {
  const node = map.lanes[0]?.aliases.find(({ alias }) => alias.aliasName === name);
  if (!node) throw new Error(`${name} is not on the map`);
  return node;
}

function wordsOf(verdict: DragVerdict | undefined): string | undefined {
  return verdict?.type === "possible" ? (verdict.caution ?? "Possible") : verdict?.reason;
}

it("words why an alias cannot be dropped on a key, or what is to be minded, for each key of the map", async () => {
  const { test, map, keys } = await sandbox();
  const drawn = map.lanes.flatMap((lane) => lane.keys);
  const verdicts = dragVerdicts(test.world(), drawn, nodeOf(map, "alias/app"));
  const byKeyId = new Map(drawn.map(({ id, key }) => [key.keyId, wordsOf(verdicts.get(id))]));
  expect(Object.fromEntries(Object.entries(keys).map(([name, keyId]) => [name, byKeyId.get(keyId)]))).toEqual({
    rsa: "Current target",
    rsa4096: "Allowed, but other key spec: RSA_4096, not RSA_2048",
    ecc: "Allowed, but other algorithms: ECDSA_SHA_256, not RSASSA_...",
    disabled: "Allowed, but the key is disabled; other algorithms: ECDSA_SHA_384, not RSASSA_...",
    twin: "Possible",
    importing: "Allowed, but the key is pending import",
    going: "Pending deletion",
    encrypting: "Other key usage: Encrypt and decrypt",
    symmetric: "Other key type: symmetric",
    full: "50 aliases reached",
    aws: "AWS managed key",
    far: "Other Region",
  });
  expect(verdicts.size).toBe(Object.keys(keys).length);
});

it("takes no key of another account, and none that has gone in the meantime", async () => {
  const { test, map, keys } = await sandbox();
  const [lane] = map.lanes;
  const foreign = lane?.keys.find(({ key }) => key.keyId === keys.ecc);
  if (!lane || !foreign) throw new Error("the key is not on the map");
  const other = { ...foreign, id: "other", key: { ...foreign.key, account: "210987654321" } };
  const gone = { ...foreign, id: "gone", key: { ...foreign.key, keyId: "00000000-0000-0000-0000-000000000000" } };
  const verdicts = dragVerdicts(test.world(), [other, gone], nodeOf(map, "alias/app"));
  expect([...verdicts].map(([id, verdict]) => [id, wordsOf(verdict)])).toEqual([
    ["other", "Other account"],
    ["gone", "The key has been deleted"],
  ]);
});

it("leaves AWS's aliases where they are", async () => {
  const { map } = await sandbox();
  const reasonOf = (name: string) => fixedReason(nodeOf(map, name));
  expect(reasonOf("alias/aws/s3")).toContain("belong to AWS");
  expect(reasonOf("alias/app")).toBeUndefined();
});

it("offers to swap with those aliases only that both UpdateAlias calls accept", async () => {
  const { test, call, keys } = await sandbox();
  const alias = findAlias(test.world(), { account: homeAccount, region: homeRegion }, "alias/app");
  if (!alias) throw new Error("alias/app is missing");
  const candidates = swapCandidates(test.world(), alias);
  const reasons = new Map(candidates.map(({ name, reason }) => [name, reason]));
  expect(reasons.get("next")).toBeUndefined();
  expect(reasons.get("same")).toBe("Both have the same key");
  expect(reasons.get("data")).toBe("Other key type: symmetric");
  expect(reasons.has("aws/s3")).toBe(false);
  expect(candidates[0]?.name).toBe("next");
  for (const [AliasName, TargetKeyId] of [
    ["alias/app", keys.ecc],
    ["alias/next", keys.rsa],
  ] as const)
    expect(await call("UpdateAlias", { AliasName, TargetKeyId })).not.toBeInstanceOf(KmsError);
});
