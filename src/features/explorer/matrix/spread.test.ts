import { expect, test } from "vitest";
import type { KeySpec, KeyUsageType } from "#kms/index.ts";
import { createKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";
import { spreadOf } from "./spread.ts";

const regions = ["us-east-1", "us-west-2", "eu-central-1"] as const;
type Spec = readonly [KeySpec, KeyUsageType];
const p256: Spec = ["ECC_NIST_P256", "SIGN_VERIFY"];
const p384: Spec = ["ECC_NIST_P384", "SIGN_VERIFY"];
const agreeing: Spec = ["ECC_NIST_P256", "KEY_AGREEMENT"];

/** How alias/app stands over the three Regions, with keys of these types. */
async function spread(...specs: readonly (Spec | undefined)[]) {
  const { as, world } = createTestEngine();
  for (const [index, spec] of specs.entries()) {
    const call = as(regions[index]);
    if (spec)
      await call("CreateAlias", { AliasName: "alias/app", TargetKeyId: (await createKey(call, ...spec)).keyId });
  }
  const { marks, text, differs, regions: having } = spreadOf(world(), homeAccount, regions, "alias/app");
  return { marks: [...marks], text, differs, having: [...having] };
}

test("a name with keys of one type in all Regions is not marked", async () => {
  expect(await spread(p256, p256, p256)).toMatchObject({ marks: [], text: "Same type in all", differs: false });
});

test("a Region that lacks the name is counted, and is no difference of type", async () => {
  expect(await spread(p256, undefined, p256)).toEqual({
    marks: [],
    text: "Missing in 1 of 3",
    differs: true,
    having: ["us-east-1", "eu-central-1"],
  });
});

test("a name of one Region alone has nothing to differ from", async () => {
  expect(await spread(undefined, p256)).toEqual({
    marks: [],
    text: "Only in us-west-2",
    differs: false,
    having: ["us-west-2"],
  });
});

test("where most Regions have one type, the others are marked with it", async () => {
  expect(await spread(p256, p384, p256)).toMatchObject({
    marks: [["us-west-2", "Most Regions: ECC_NIST_P256, Sign and verify"]],
    text: "Types differ",
    differs: true,
  });
});

test("the same spec with another usage is a difference", async () => {
  expect(await spread(p256, undefined, agreeing)).toMatchObject({
    marks: [
      ["us-east-1", "Differs between Regions"],
      ["eu-central-1", "Differs between Regions"],
    ],
    text: "Missing in 1 of 3, Types differ",
  });
});

test("a predefined name that no key stands behind is there, and has no type", () => {
  const { world } = createTestEngine();
  expect(spreadOf(world(), homeAccount, regions, "alias/aws/s3")).toEqual({
    regions: new Set(regions),
    types: new Map(),
    marks: new Map(),
    differs: false,
    text: "Same type in all",
  });
});
