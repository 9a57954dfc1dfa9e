import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { aliasMapInSlices } from "#features/explorer/model/alias-map.ts";
import { atOnce } from "#features/explorer/model/slices.ts";
import { createKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";
import { cliLinesOf, isSelectable, targetsOf } from "./selected-targets.ts";

const regions = ["us-east-1", "us-west-2"];

async function twoRegions() {
  const { as, world } = createTestEngine();
  const keyIds: Record<string, string> = {};
  for (const region of regions) {
    const call = as(region);
    const { keyId } = await createKey(call);
    keyIds[region] = keyId;
    for (const AliasName of ["alias/a", "alias/b"]) await call("CreateAlias", { AliasName, TargetKeyId: keyId });
  }
  return { map: atOnce(aliasMapInSlices(world(), { account: homeAccount, regions })), keyIds };
}

test("selected cells become aliases with their keys, Region by Region", async () => {
  const { map, keyIds } = await twoRegions();
  const id = (region: string, name: string): string => `${homeAccount}/${region}/${name}`;
  const ids = new Set([id("us-west-2", "alias/b"), id("us-east-1", "alias/a"), id("us-west-2", "alias/gone")]);
  expect([...targetsOf(map, ids)]).toEqual([
    ["us-east-1", [{ region: "us-east-1", aliasName: "alias/a", keyId: keyIds["us-east-1"] }]],
    ["us-west-2", [{ region: "us-west-2", aliasName: "alias/b", keyId: keyIds["us-west-2"] }]],
  ]);
});

test("an alias of AWS cannot be selected", async () => {
  const { map } = await twoRegions();
  const selectable = map.lanes[0]?.aliases.filter(isSelectable).map(({ alias }) => alias.aliasName);
  expect(selectable).toEqual(["alias/a", "alias/b"]);
});

test.each([
  [0, ["create-alias"]],
  [1, ["create-alias", "update-alias"]],
])("the lines move an alias only where it could not be created (aws answers %i to create-alias)", (code, verbs) => {
  const lines = cliLinesOf({ region: "us-west-2", aliasName: "alias/a'b$x", keyId: "1234" });
  const aws = `aws() { echo "$2 $6"; [ "$2" != create-alias ] || return ${code}; }`;
  const said = execFileSync("sh", ["-c", `${aws}\n${lines}`], { encoding: "utf8" });
  expect(said.trimEnd().split("\n")).toEqual(verbs.map((verb) => `${verb} alias/a'b$x`));
});
