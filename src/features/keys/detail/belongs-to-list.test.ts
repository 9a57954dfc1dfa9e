import { expect, it } from "vitest";
import { plantKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";
import { belongsToList } from "./belongs-to-list.ts";
import { findNamedKey } from "./find-named-key.ts";

const page = { account: homeAccount, region: homeRegion };

it("puts each kind of key under its own list", async () => {
  const engine = createTestEngine();
  const { keyId } = plantKey(engine, {});
  await engine.as()("DescribeKey", { KeyId: "alias/aws/s3" });
  const lists = (text: string) => {
    const { key } = findNamedKey(engine.world(), page, text);
    return (["customer", "aws"] as const).filter((kind) => key && belongsToList(engine.world(), key, kind));
  };
  expect(lists(keyId)).toEqual(["customer"]);
  expect(lists("alias/aws/s3")).toEqual(["aws"]);
});

it("lets a key of AWS without an alias stand under both lists", () => {
  const engine = createTestEngine();
  const { keyId } = plantKey(engine, { keyManager: "AWS" });
  const { key } = findNamedKey(engine.world(), page, keyId);
  expect(key && belongsToList(engine.world(), key, "customer")).toBe(true);
  expect(key && belongsToList(engine.world(), key, "aws")).toBe(true);
});
