// When a retarget can be taken back.
import { expect, test } from "vitest";
import { type AliasRecord, findAlias } from "#kms/index.ts";
import { createKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";
import { undoRefusal } from "./retarget-undo.ts";

/** An alias that was retargeted from one key to the next. */
async function retarget() {
  const { as, world } = createTestEngine();
  const call = as();
  const [first, next, third] = [await createKey(call), await createKey(call), await createKey(call)];
  const AliasName = "alias/app";
  await call("CreateAlias", { AliasName, TargetKeyId: first.keyId });
  const before = findAlias(world(), { account: homeAccount, region: homeRegion }, AliasName);
  if (!before) throw new Error("CreateAlias made no alias");
  const point = (keyId: string) => call("UpdateAlias", { AliasName, TargetKeyId: keyId });
  await point(next.keyId);
  const textOf = (alias: AliasRecord) =>
    undoRefusal(world(), alias, next.keyId)
      ?.map((part) => (typeof part === "string" ? part : part.strong))
      .join("");
  return { call, point, first, next, third, refusal: () => textOf(before) };
}

test("a retarget can be taken back while the alias points where it was put", async () => {
  const { point, third, next, refusal } = await retarget();
  expect(refusal()).toBeUndefined();
  await point(third.keyId);
  await point(next.keyId);
  expect(refusal()).toBeUndefined();
});

test("a retarget is not taken back over a later one, which is named", async () => {
  const { point, third, refusal } = await retarget();
  await point(third.keyId);
  expect(refusal()).toBe(
    `Alias app in us-east-1 has been retargeted again in the meantime and points to key ${third.keyId}.`,
  );
});

test("a retarget of an alias that was deleted since is not taken back", async () => {
  const { call, refusal } = await retarget();
  await call("DeleteAlias", { AliasName: "alias/app" });
  expect(refusal()).toBe("Alias app in us-east-1 has been deleted in the meantime.");
});
