import { expect, test } from "vitest";
import { afterAll } from "#kms/index.ts";
import { createKey } from "#testing/builders.ts";
import { createTestEngine } from "#testing/test-engine.ts";
import { dayMs } from "./clock-days.ts";
import { deletionsUntil } from "./falls-due.ts";

test("what is announced as falling due is what a move of the clock deletes, and nothing else", async () => {
  const { engine, as, world } = createTestEngine();
  const [virginia, ireland] = [as("us-east-1"), as("eu-west-1")];
  const late = await createKey(virginia);
  const soon = await createKey(virginia);
  const sooner = await createKey(ireland);
  await virginia("CreateAlias", { AliasName: "alias/soon", TargetKeyId: soon.keyId });
  await virginia("ScheduleKeyDeletion", { KeyId: late.keyId, PendingWindowInDays: 9 });
  await virginia("ScheduleKeyDeletion", { KeyId: soon.keyId, PendingWindowInDays: 8 });
  await ireland("ScheduleKeyDeletion", { KeyId: sooner.keyId, PendingWindowInDays: 7 });

  expect(deletionsUntil(world(), engine.now() + 7 * dayMs - 1)).toEqual([]);
  const due = deletionsUntil(world(), engine.now() + 8 * dayMs);
  expect(due.map(({ key, at, aliases }) => [key.region, key.keyId, at, aliases])).toEqual([
    ["eu-west-1", sooner.keyId, engine.now() + 7 * dayMs, []],
    ["us-east-1", soon.keyId, engine.now() + 8 * dayMs, ["soon"]],
  ]);

  await engine.changeSandbox({ type: "MoveClock", offsetMs: 8 * dayMs });
  const left: string[] = [];
  world().tables.keys.scan("", afterAll, ({ keyId }) => {
    left.push(keyId);
    return true;
  });
  expect(left).toEqual([late.keyId]);
});
