import { expect, test } from "vitest";
import { newKey, recordId, type Table, type World, WorldDraft } from "#kms/index.ts";
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

/** A Region with 100,000 aliases and keys; `visited` counts the records that its scans come past. */
function createLargeRegion() {
  const draft = new WorldDraft(worldOfAccounts([homeAccount]));
  const facts = { creationDate: 0, keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" } as const;
  for (let i = 0; i < 100_000; i++) {
    const keyId = `${String(i).padStart(8, "0")}-12ab-34cd-56ef-1234567890ab`;
    const aliasName = `alias/app-${i}`;
    draft.put("keys", recordId(place, keyId), newKey(place, { keyId, ...facts }));
    draft.put("aliases", recordId(place, aliasName), { ...place, aliasName, targetKeyId: keyId });
  }
  let visited = 0;
  const counted = <R>(table: Table<R>): Table<R> => ({
    size: table.size,
    get: (id) => table.get(id),
    scan: (from, before, visit) =>
      table.scan(from, before, (record, id) => {
        visited += 1;
        return visit(record, id);
      }),
  });
  const { keys, aliases } = draft.tables;
  const tables = { ...draft.tables, keys: counted(keys), aliases: counted(aliases) };
  const world: World = { seq: draft.seq, indexes: draft.indexes, tables };
  return {
    suggest: (operation: "GenerateMac" | "Encrypt", text: string) => {
      visited = 0;
      return { found: values(suggestKeys(world, place, operation, text)), visited };
    },
  };
}

const { suggest } = createLargeRegion();

test("looks at few of 100,000 aliases and keys where many match, where few do and where none does", () => {
  expect(suggest("GenerateMac", "alias/app").visited).toBeLessThan(50);
  expect(suggest("Encrypt", "000").visited).toBeLessThan(25_000);
  expect(suggest("GenerateMac", "99999").visited).toBeLessThan(25_000);
  const { found, visited } = suggest("GenerateMac", "nothing like it");
  expect(found).toEqual({});
  expect(visited).toBeLessThan(25_000);
});

test("finds what begins with the text however far back it stands, and each match once", () => {
  expect(suggest("GenerateMac", "app-99999").found["Alias names"]).toEqual(["alias/app-99999"]);
  expect(suggest("GenerateMac", "alias/app-99999").found["Alias names"]).toEqual(["alias/app-99999"]);
  expect(suggest("GenerateMac", "00099999-").found["Key IDs"]).toEqual(["00099999-12ab-34cd-56ef-1234567890ab"]);
});

test("shows what begins with the text before what has it in the middle", async () => {
  const { as, world } = createTestEngine();
  const { keyId } = await createKey(as());
  for (const AliasName of ["alias/app", "alias/my-pay", "alias/pay"])
    await as()("CreateAlias", { AliasName, TargetKeyId: keyId });
  const found = values(suggestKeys(world(), place, "Encrypt", "pay"));
  expect(found["Alias names"]).toEqual(["alias/pay", "alias/my-pay"]);
});
