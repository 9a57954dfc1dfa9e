import { expect, test } from "vitest";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";
import { linkerFor } from "./find-links.ts";

const place = (region: string, account = homeAccount) => ({ account, region });

async function world() {
  const test = createTestEngine();
  const ids: Record<string, string> = {};
  for (const region of ["us-west-2", "us-east-1"]) {
    const call = test.as(region);
    const { KeyMetadata } = await call("CreateKey", {});
    ids[region] = KeyMetadata?.KeyId ?? "";
    await call("CreateAlias", { AliasName: "alias/both", TargetKeyId: ids[region] });
    await call("CreateAlias", { AliasName: `alias/${region}`, TargetKeyId: ids[region] });
  }
  return { world: test.world(), ids };
}

test("a name leads to where aws has been, and not to where the page is", async () => {
  const sandbox = await world();
  const linker = linkerFor(sandbox.world, [place("us-east-1")]);
  expect(linker("alias/both")).toMatch(/region=us-east-1.*#.*\/keys\//);
  expect(linker("alias/both")).toContain(sandbox.ids["us-east-1"]);
  expect(linker("alias/us-west-2")).toBeUndefined();
  expect(linker(sandbox.ids["us-west-2"] ?? "")).toBeUndefined();
});

test("an ARN leads to its own place, and only to what exists there", async () => {
  const { world: now } = await world();
  const linker = linkerFor(now, [place("us-east-1")]);
  expect(linker(`arn:aws:kms:us-west-2:${homeAccount}:alias/us-west-2`)).toContain("region=us-west-2");
  expect(linker("arn:aws:kms:us-west-2:999999999999:alias/us-west-2")).toBeUndefined();
});

test("after calls in two Regions a name that both have leads nowhere, and another to its own", async () => {
  const { world: now } = await world();
  const linker = linkerFor(now, [place("us-west-2"), place("us-east-1")]);
  expect(linker("alias/both")).toBeUndefined();
  expect(linker("alias/us-west-2")).toContain("region=us-west-2");
});
