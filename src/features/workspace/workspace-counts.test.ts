import { expect, test } from "vitest";
import { sampleContents } from "#storage/sample/sample-workspace.ts";
import { worldOf } from "#storage/workspace-contents.ts";
import { startOfTest } from "#testing/test-engine.ts";
import { countsOf } from "./workspace-counts.ts";

test("a file and the World that is made of it count alike, without AWS managed keys and names that no key stands behind", async () => {
  const { tables } = await sampleContents(startOfTest);
  const counts = countsOf(tables);
  expect(countsOf(worldOf(tables, 0).tables)).toEqual(counts);
  expect(counts.accounts).toBe(2);
  expect(counts.customerKeys).toBe(tables.keys.filter(({ keyManager }) => keyManager !== "AWS").length);
  expect(counts.customerKeys).toBeLessThan(tables.keys.length);
  expect(counts.aliases).toBeLessThan(tables.aliases.length);
  expect(counts.tags).toBe(tables.tags.length);
});
