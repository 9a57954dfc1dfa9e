import { expect, test } from "vitest";
import { type AliasRecord, newKey, recordId, type Table, type World, WorldDraft } from "#kms/index.ts";
import { createKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, homeRegion, worldOfAccounts } from "#testing/test-engine.ts";
import { aliasMeantBy } from "./missing-prefix.ts";
import { suggestKeys } from "./suggest-keys.ts";

const place = { account: homeAccount, region: homeRegion };

async function createRegion() {
  const { as, world } = createTestEngine();
  const call = as();
  const finance = await createKey(call);
  const signing = await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY");
  await call("CreateAlias", { AliasName: "alias/finance", TargetKeyId: finance.keyId });
  await call("CreateAlias", { AliasName: "alias/app", TargetKeyId: signing.keyId });
  return { world: world(), finance, signing };
}

const values = (groups: ReturnType<typeof suggestKeys>) =>
  Object.fromEntries(groups.map(({ label, options }) => [label, options.map(({ value }) => value)]));

test("suggests every form of a key identifier, those that the operation can use first", async () => {
  const { world, finance, signing } = await createRegion();
  const groups = suggestKeys(world, place, "Encrypt", "");
  expect(values(groups)).toEqual({
    "Alias names": ["alias/finance", "alias/app"],
    "Key IDs": [finance.keyId, signing.keyId],
    "Alias ARNs": [
      `arn:aws:kms:us-east-1:${homeAccount}:alias/finance`,
      `arn:aws:kms:us-east-1:${homeAccount}:alias/app`,
    ],
    "Key ARNs": [finance.arn, signing.arn],
  });
  expect(groups[0]?.options.map(({ labelTag }) => labelTag)).toEqual([undefined, "Other usage"]);
});

test("finds a name in the middle, and the key behind an alias by the alias", async () => {
  const { world, finance } = await createRegion();
  const found = values(suggestKeys(world, place, "Encrypt", "NANC"));
  expect(found["Alias names"]).toEqual(["alias/finance"]);
  expect(found["Key IDs"]).toEqual([finance.keyId]);
});

test("suggests ARNs only while an ARN is typed, and none for another Region", async () => {
  const { world, finance } = await createRegion();
  const arn = `arn:aws:kms:us-east-1:${homeAccount}:`;
  expect(Object.keys(values(suggestKeys(world, place, "Encrypt", "arn:aw")))).toEqual(["Alias ARNs", "Key ARNs"]);
  expect(values(suggestKeys(world, place, "Encrypt", `${arn}alias/fin`))["Alias ARNs"]).toEqual([
    `${arn}alias/finance`,
  ]);
  expect(values(suggestKeys(world, place, "Encrypt", finance.arn))["Key ARNs"]).toEqual([finance.arn]);
  expect(suggestKeys(world, place, "Encrypt", "arn:aws:kms:eu-west-1:")).toEqual([]);
});

test("knows the alias that was meant without its prefix", async () => {
  const { world } = await createRegion();
  expect(aliasMeantBy(world, place, "finance")).toBe("alias/finance");
  expect(aliasMeantBy(world, place, " ALIAS/finance")).toBe("alias/finance");
  expect(aliasMeantBy(world, place, "alias/finance")).toBeUndefined();
  expect(aliasMeantBy(world, place, "nothing")).toBeUndefined();
});

test("looks at few of 100,000 aliases where many match", () => {
  const draft = new WorldDraft(worldOfAccounts([homeAccount]));
  const key = newKey(place, { keyId: "k", creationDate: 0, keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" });
  draft.put("keys", recordId(place, "k"), key);
  for (let i = 0; i < 100_000; i++) {
    const aliasName = `alias/app-${i}`;
    draft.put("aliases", recordId(place, aliasName), { ...place, aliasName, targetKeyId: "k" });
  }
  let visited = 0;
  const { aliases } = draft.tables;
  const counted: Table<AliasRecord> = {
    size: aliases.size,
    get: (id) => aliases.get(id),
    scan: (from, before, visit) =>
      aliases.scan(from, before, (record, id) => {
        visited += 1;
        return visit(record, id);
      }),
  };
  const world: World = { seq: draft.seq, indexes: draft.indexes, tables: { ...draft.tables, aliases: counted } };
  suggestKeys(world, place, "GenerateMac", "app");
  expect(visited).toBeLessThan(50);
  suggestKeys(world, place, "Encrypt", "app");
  expect(visited).toBeLessThan(1000);
});
