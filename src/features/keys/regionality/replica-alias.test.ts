import { expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";
import { replicaAliasProblem } from "./replica-alias.ts";

test("an alias of replica keys must be free in each of their Regions", async () => {
  const { as, world } = createTestEngine();
  const ireland = as("eu-west-1");
  const { keyId } = await createKey(ireland);
  await ireland("CreateAlias", { AliasName: "alias/shared", TargetKeyId: keyId });
  const { aliases } = world().tables;
  const problem = (typed: string, ...regions: string[]) => replicaAliasProblem(aliases, homeAccount, regions, typed);

  expect(problem("shared", "us-west-2")).toBeUndefined();
  expect(problem("shared", "us-west-2", "eu-west-1")).toEqual([
    ...["The alias ", { strong: "shared" }, " already exists in Europe (Ireland) for key ", { strong: keyId }, "."],
  ]);
  expect(problem("aws/mine")).toEqual(["The alias can't begin with aws/."]);
});
