import { beforeAll, expect, it } from "vitest";
import type { AliasMap } from "#features/explorer/types.ts";
import type { World } from "#kms/index.ts";
import { createKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";
import { aliasMapInSlices } from "./alias-map.ts";
import { type Criteria, filterInSlices, isNarrowed, keysWithTags, noCriteria, tagsInUse } from "./filter.ts";
import { atOnce } from "./slices.ts";

const [east, west] = ["us-east-1", "us-west-2"];
const regions = [east, west];
let world: World;
let map: AliasMap;
const ids = { symmetric: "", signing: "", lonely: "", west: "" };

beforeAll(async () => {
  const sandbox = createTestEngine();
  const call = sandbox.as(east);
  ids.symmetric = (await createKey(call)).keyId;
  ids.signing = (await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY")).keyId;
  ids.lonely = (await createKey(call, "HMAC_256", "GENERATE_VERIFY_MAC")).keyId;
  ids.west = (await createKey(sandbox.as(west))).keyId;
  await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: ids.symmetric });
  await call("CreateAlias", { AliasName: "alias/Payments", TargetKeyId: ids.symmetric });
  await call("CreateAlias", { AliasName: "alias/signer", TargetKeyId: ids.signing });
  await sandbox.as(west)("CreateAlias", { AliasName: "alias/finance", TargetKeyId: ids.west });
  await call("DisableKey", { KeyId: ids.signing });
  await call("TagResource", { KeyId: ids.signing, Tags: [{ TagKey: "Team", TagValue: "blue" }] });
  world = sandbox.world();
  map = atOnce(aliasMapInSlices(world, { account: homeAccount, regions }));
});

/** The part of the map that is asked for. */
function filterMap(whole: AliasMap, criteria: Criteria): AliasMap {
  return atOnce(filterInSlices(whole, criteria, keysWithTags(world.tables.tags, homeAccount, regions, criteria.tags)));
}

function shown(criteria: Partial<Criteria>): { aliases: string[]; keys: string[] } {
  const wanted = { ...noCriteria, isAwsHidden: true, ...criteria };
  const { lanes } = filterMap(map, wanted);
  return {
    aliases: lanes.flatMap((lane) => lane.aliases.map(({ alias }) => `${lane.region} ${alias.aliasName.slice(6)}`)),
    keys: lanes.flatMap((lane) => lane.keys.map(({ key }) => key.keyId)),
  };
}

it("leaves everything in place when nothing is asked for", () => {
  expect(filterMap(map, noCriteria)).toBe(map);
});

it("knows whether less than all of one's own is asked for", () => {
  const asked = (criteria: Partial<Criteria>): boolean => isNarrowed({ ...noCriteria, ...criteria });
  expect([{}, { isAwsHidden: true }].map(asked)).toEqual([false, false]);
  const wishes: readonly Partial<Criteria>[] = [
    ...[{ text: "a" }, { regions: [west] }, { usages: ["SIGN_VERIFY"] as const }],
    ...[{ tags: ["Team"] }, { isOnlyDiffering: true }, { focus: "alias/finance" }],
  ];
  expect(wishes.map(asked)).toEqual(wishes.map(() => true));
});

it("hides what belongs to AWS, and keeps keys without an alias", () => {
  const { aliases, keys } = shown({});
  expect(aliases).toEqual(["us-east-1 Payments", "us-east-1 finance", "us-east-1 signer", "us-west-2 finance"]);
  expect(new Set(keys)).toEqual(new Set(Object.values(ids)));
});

it("searches names in any case, with and without the prefix, and key IDs", () => {
  expect(shown({ text: "PAYM" }).aliases).toEqual(["us-east-1 Payments"]);
  expect(shown({ text: "alias/sig" })).toEqual({ aliases: ["us-east-1 signer"], keys: [ids.signing] });
  expect(shown({ text: "li" })).toEqual({ aliases: [], keys: [] }); // of the prefix, which all names have
  expect(shown({ text: ids.symmetric }).aliases).toEqual(["us-east-1 Payments", "us-east-1 finance"]);
  expect(shown({ text: ids.lonely })).toEqual({ aliases: [], keys: [ids.lonely] });
});

it("keeps a key's whole list of aliases when it hides some of them", () => {
  const { lanes } = filterMap(map, { ...noCriteria, text: "finance" });
  expect(lanes[0]?.keys.map(({ aliases }) => aliases)).toEqual([["alias/Payments", "alias/finance"]]);
});

it("filters by Region, type, usage, state and tag of the key", () => {
  expect(shown({ regions: [west] }).aliases).toEqual(["us-west-2 finance"]);
  expect(shown({ types: ["HMAC"] })).toEqual({ aliases: [], keys: [ids.lonely] });
  expect(shown({ usages: ["SIGN_VERIFY"] }).aliases).toEqual(["us-east-1 signer"]);
  expect(shown({ states: ["Disabled"] })).toEqual({ aliases: ["us-east-1 signer"], keys: [ids.signing] });
  expect(shown({ tags: ["Team=blue"] }).keys).toEqual([ids.signing]);
  expect(shown({ tags: ["Team"] }).keys).toEqual([ids.signing]);
  expect(shown({ tags: ["Team=red"] })).toEqual({ aliases: [], keys: [] });
});

it("shows only names that differ between the Regions, which names of one Region do not", async () => {
  expect(shown({ isOnlyDiffering: true })).toEqual({ aliases: [], keys: [] });
  const sandbox = createTestEngine();
  const signing = await createKey(sandbox.as(east), "ECC_NIST_P256", "SIGN_VERIFY");
  const symmetric = await createKey(sandbox.as(west));
  await sandbox.as(east)("CreateAlias", { AliasName: "alias/app", TargetKeyId: signing.keyId });
  await sandbox.as(west)("CreateAlias", { AliasName: "alias/app", TargetKeyId: symmetric.keyId });
  await sandbox.as(west)("CreateAlias", { AliasName: "alias/here-only", TargetKeyId: symmetric.keyId });
  const other = atOnce(aliasMapInSlices(sandbox.world(), { account: homeAccount, regions }));
  const { lanes } = filterMap(other, { ...noCriteria, isOnlyDiffering: true });
  expect(lanes.map(({ aliases }) => aliases.map(({ alias }) => alias.aliasName))).toEqual([
    ["alias/app"],
    ["alias/app"],
  ]);
});

it("finds a key and its aliases by the key's ARN, in the Region of the ARN alone", () => {
  const text = `  arn:aws:kms:${east}:${homeAccount}:key/${ids.symmetric} `;
  expect(shown({ text })).toEqual({
    aliases: ["us-east-1 Payments", "us-east-1 finance"],
    keys: [ids.symmetric],
  });
  expect(filterMap(map, { ...noCriteria, text }).lanes.map(({ region }) => region)).toEqual([east]);
  expect(shown({ text: text.replace(homeAccount, "999999999999") })).toEqual({ aliases: [], keys: [] });
  expect(shown({ text: text.replace(east, west) })).toEqual({ aliases: [], keys: [] });
});

it("notes where it hides an alias, which is not to lack it", () => {
  const filtered = filterMap(map, { ...noCriteria, text: `arn:aws:kms:${east}:${homeAccount}:alias/finance` });
  const finance = filtered.names.find(({ aliasName }) => aliasName === "alias/finance");
  expect([...(finance?.hiddenIn ?? [])]).toEqual([west]);
});

it("finds one alias by its ARN, in the letter case that it has", () => {
  const arn = `arn:aws:kms:${west}:${homeAccount}:alias/finance`;
  expect(shown({ text: arn })).toEqual({ aliases: ["us-west-2 finance"], keys: [ids.west] });
  expect(shown({ text: arn.replace("finance", "Finance") }).aliases).toEqual([]);
});

it("finds a key ID that was pasted with spaces around it or in capitals", () => {
  expect(shown({ text: ` ${ids.lonely.toUpperCase()}\n` }).keys).toEqual([ids.lonely]);
});

it("focuses on an alias: its key in each Region, and the other aliases of these keys", () => {
  expect(shown({ focus: "alias/finance" })).toEqual({
    aliases: ["us-east-1 Payments", "us-east-1 finance", "us-west-2 finance"],
    keys: [ids.symmetric, ids.west],
  });
  expect(shown({ focus: "alias/no-such" })).toEqual({ aliases: [], keys: [] });
});

it("shows an alias of AWS that is focused, though the others are hidden", () => {
  expect(shown({ focus: "alias/aws/s3" }).aliases).toEqual(["us-east-1 aws/s3", "us-west-2 aws/s3"]);
});

it("lists the tags there are", () => {
  expect(tagsInUse(world.tables.tags, homeAccount, regions)).toEqual(["Team=blue"]);
});
