import { describe, expect, it } from "vitest";
import { enableRegion, WorldDraft } from "#kms/index.ts";
import { sampleContents } from "#storage/sample/sample-workspace.ts";
import { createKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";
import { aliasMapInSlices, regionsInUse } from "./alias-map.ts";
import { atOnce } from "./slices.ts";

const east = "us-east-1";
const west = "us-west-2";
const scope = { account: homeAccount, regions: [east, west] };

async function twoRegions() {
  const sandbox = createTestEngine();
  const symmetric = await createKey(sandbox.as(east));
  const signing = await createKey(sandbox.as(west), "RSA_2048", "SIGN_VERIFY");
  const name = (AliasName: string, region: string, TargetKeyId: string) =>
    sandbox.as(region)("CreateAlias", { AliasName, TargetKeyId });
  await name("alias/new-app", east, symmetric.keyId);
  await name("alias/billing", east, symmetric.keyId);
  await name("alias/new-app", west, signing.keyId);
  return { sandbox, symmetric, signing };
}

describe("the map", () => {
  it("has a lane for each Region, with each alias at its key", async () => {
    const { sandbox, symmetric } = await twoRegions();
    const [lane] = atOnce(aliasMapInSlices(sandbox.world(), scope)).lanes;
    expect(lane?.region).toBe(east);
    expect(lane?.aliases.slice(0, 2).map(({ alias, key }) => [alias.aliasName, key?.keyId])).toEqual([
      ["alias/billing", symmetric.keyId],
      ["alias/new-app", symmetric.keyId],
    ]);
    expect(lane?.keys.map(({ aliases }) => aliases)).toEqual([["alias/billing", "alias/new-app"]]);
  });

  it("puts what belongs to AWS last, and knows names that no key stands behind", async () => {
    const { sandbox } = await twoRegions();
    const [lane] = atOnce(aliasMapInSlices(sandbox.world(), scope)).lanes;
    const last = lane?.aliases.at(-1);
    expect(last?.alias.aliasName).toBe("alias/aws/xray");
    expect(last?.key).toBeUndefined();
  });

  it("joins a name over Regions, and says whether the Regions differ", async () => {
    const { sandbox } = await twoRegions();
    const { names } = atOnce(aliasMapInSlices(sandbox.world(), scope));
    const told = Object.fromEntries(
      names.map(({ aliasName, byRegion, difference }) => [aliasName, [byRegion.size, difference]]),
    );
    expect(told).toMatchObject({
      "alias/new-app": [2, "Types differ"], // one key is symmetric, the other an RSA key
      "alias/billing": [1, undefined], // one Region has nothing to differ from
      "alias/aws/s3": [2, undefined],
    });
    expect(names.map(({ aliasName }) => aliasName).slice(0, 3)).toEqual([
      "alias/billing",
      "alias/new-app",
      "alias/aws/acm",
    ]);
  });

  it("finds no difference where both Regions have a key of the same spec and usage", async () => {
    const { sandbox } = await twoRegions();
    const other = await createKey(sandbox.as(west));
    await sandbox.as(west)("CreateAlias", { AliasName: "alias/billing", TargetKeyId: other.keyId });
    const { names } = atOnce(aliasMapInSlices(sandbox.world(), scope));
    expect(names.find(({ aliasName }) => aliasName === "alias/billing")?.difference).toBeUndefined();
  });

  it("is the same whether it is made at once or in slices", () => {
    const draft = new WorldDraft(createTestEngine().world());
    for (let i = 0; i < 9000; i += 1) {
      const aliasName = `alias/n-${i}`;
      draft.put("aliases", `${homeAccount}/${east}/${aliasName}`, { account: homeAccount, region: east, aliasName });
    }
    const making = aliasMapInSlices(draft, scope);
    let pauses = 0;
    let step = making.next();
    for (; !step.done; step = making.next()) pauses += 1;
    expect(pauses).toBeGreaterThan(3);
    expect(step.value.lanes[0]?.aliases).toHaveLength(9014);
    expect(step.value).toEqual(atOnce(aliasMapInSlices(draft, scope)));
  });
});

it("takes a Region for used when it has a key or alias of one's own", async () => {
  const draft = new WorldDraft(createTestEngine().world());
  for (const record of (await sampleContents(0)).tables.keys)
    draft.put("keys", `${record.account}/${record.region}/${record.keyId}`, record);
  const account = draft.tables.accounts.get(homeAccount);
  const enabled = account ? enableRegion(draft, account, "af-south-1").enabledRegions : [];
  expect(regionsInUse(draft, homeAccount, enabled, "sa-east-1")).toEqual(
    enabled.filter((code) => ["us-east-1", "us-west-2", "eu-central-1", "ap-southeast-1", "sa-east-1"].includes(code)),
  );
});
