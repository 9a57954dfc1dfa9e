import { expect, test } from "vitest";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";
import { lookAround } from "./look-around.ts";

test("finds the Regions of a name and the names like it, and leaves no event", async () => {
  const { engine, world: currentWorld } = createTestEngine();
  const call = { account: homeAccount, principal: `arn:aws:iam::${homeAccount}:root` };
  const place = { account: homeAccount, region: "us-west-2" };
  const { KeyMetadata } = await engine.call({ ...call, region: "us-west-2", operation: "CreateKey", input: {} });
  const TargetKeyId = KeyMetadata?.KeyId ?? "";
  for (const AliasName of ["alias/finance", "alias/finance-old", "alias/orders"])
    await engine.call({ ...call, region: "us-west-2", operation: "CreateAlias", input: { AliasName, TargetKeyId } });
  const world = currentWorld();
  expect(lookAround(world, "alias/finance", { ...place, region: "eu-central-1" })).toEqual({
    regions: ["us-west-2"],
    aliases: [],
  });
  expect(lookAround(world, "alias/fi", place)).toEqual({
    regions: [],
    aliases: ["alias/finance", "alias/finance-old"],
  });
  expect(lookAround(world, TargetKeyId, place)).toEqual({ regions: ["us-west-2"], aliases: [] });
  expect(lookAround(world, "alias/finance", { account: "444455556666", region: "us-west-2" }).regions).toEqual([]);
  expect(currentWorld()).toBe(world);
});
