import { expect, it } from "vitest";
import type { AliasNode } from "#features/explorer/types.ts";
import { mapOfLanes } from "./alias-map.ts";
import { outlineOf, sharedNames } from "./outline.ts";
import { atOnce } from "./slices.ts";

const account = "111122223333";
const times = { creationDate: 0, lastUpdatedDate: 0 };

function alias(region: string, aliasName: string): AliasNode {
  return { id: `${region}/${aliasName}`, alias: { account, region, aliasName, ...times }, key: undefined };
}

const lanes = [
  { region: "us-east-1", aliases: [alias("us-east-1", "alias/app"), alias("us-east-1", "alias/here")], keys: [] },
  { region: "us-west-2", aliases: [alias("us-west-2", "alias/app")], keys: [] },
  { region: "eu-central-1", aliases: [alias("eu-central-1", "alias/aws/s3")], keys: [] },
];
const map = atOnce(mapOfLanes(lanes));

it("tells the gaps that the map shows: names that several Regions have, where another lacks them", () => {
  expect(outlineOf(map).map(({ region, gaps }) => [region, gaps])).toEqual([
    ["us-east-1", []],
    ["us-west-2", []],
    ["eu-central-1", ["eu-central-1 has no alias app"]],
  ]);
  expect(sharedNames(map, 10)).toEqual(["alias app, in 2 Regions, missing in 1 of 3"]);
});

it("counts gaps among what the limit leaves out", () => {
  expect(outlineOf(map, 1)[2]).toMatchObject({ gaps: [], omitted: 1 });
});

it("has no gaps where one Region alone is looked at", () => {
  const one = atOnce(mapOfLanes(lanes.slice(0, 1)));
  expect(outlineOf(one)[0]?.gaps).toEqual([]);
  expect(sharedNames(one, 10)).toEqual([]);
});

it("takes what a filter hides for no gap", () => {
  const [app] = map.names.filter(({ aliasName }) => aliasName === "alias/app");
  if (!app) throw new Error("the map has no alias app");
  const byRegion = new Map([...app.byRegion, ["eu-central-1", alias("eu-central-1", "alias/app")]]);
  byRegion.delete("us-west-2");
  const names = [{ ...app, byRegion, hiddenIn: new Set(["us-west-2"]) }];
  expect(outlineOf({ ...map, names }).flatMap(({ gaps }) => gaps)).toEqual([]);
});
