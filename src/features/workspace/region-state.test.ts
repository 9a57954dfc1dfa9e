import { expect, test } from "vitest";
import { findRegion, type Region } from "#kms/index.ts";
import { createKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";
import { regionState } from "./region-state.ts";

const regionOf = (code: string): Region => {
  const region = findRegion(code);
  if (!region) throw new Error(`no Region ${code}`);
  return region;
};

test("a Region is offered for a change exactly where the engine would make it", async () => {
  const { engine, as, world } = createTestEngine();
  const open = { account: homeAccount, region: "us-east-1" };
  const state = (code: string) => regionState(world(), open, regionOf(code));
  expect(state("us-west-2").fixedReason).toBe("Enabled by default; cannot be disabled.");
  expect(state("eu-south-1")).toMatchObject({ isEnabled: false, fixedReason: undefined });

  await engine.changeSandbox({ type: "EnableRegion", account: homeAccount, region: "eu-south-1" });
  expect(state("eu-south-1")).toMatchObject({ isEnabled: true, fixedReason: undefined });

  await createKey(as("eu-south-1"));
  expect(state("eu-south-1").fixedReason).toMatch(/^Has customer managed keys/);
  const change = { type: "DisableRegion", account: homeAccount, region: "eu-south-1" } as const;
  await expect(engine.changeSandbox(change)).rejects.toThrow("still has customer managed keys");
});

test("the Region whose page is open cannot be disabled under the user's feet", async () => {
  const { engine, world } = createTestEngine();
  await engine.changeSandbox({ type: "EnableRegion", account: homeAccount, region: "eu-south-1" });
  const open = { account: homeAccount, region: "eu-south-1" };
  expect(regionState(world(), open, regionOf("eu-south-1")).fixedReason).toMatch(/^This Region is open/);
});
