// Each change and its inverse are run on a real engine: what was done is as if it had not been.
import { expect, test } from "vitest";
import type { Change } from "#features/explorer/types.ts";
import { findAlias, findKey } from "#kms/index.ts";
import { createKey } from "#testing/builders.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";
import { type ChangeCall, callsOf, inverseOf } from "./change-calls.ts";

const region = homeRegion;
const place = { account: homeAccount, region };

/** Aliases blue and green, each on its own key, and a third key. */
async function twoAliases() {
  const { as, world } = createTestEngine();
  const call = as();
  const [blue, green, third] = [await createKey(call), await createKey(call), await createKey(call)];
  await call("CreateAlias", { AliasName: "alias/blue", TargetKeyId: blue.keyId });
  await call("CreateAlias", { AliasName: "alias/green", TargetKeyId: green.keyId });
  const run = async (calls: readonly ChangeCall[]): Promise<void> => {
    for (const { operation, input } of calls) await call(operation, input);
  };
  /** What the two aliases point to, whether there is a third, and the state of the first key. */
  const seen = () => [
    ...["alias/blue", "alias/green", "alias/new"].map((name) => findAlias(world(), place, name)?.targetKeyId),
    findKey(world(), place, blue.keyId)?.keyState,
  ];
  return { call, world, run, seen, blue: blue.keyId, green: green.keyId, third: third.keyId };
}

type Keys = Awaited<ReturnType<typeof twoAliases>>;

const changes: readonly (readonly [string, (keys: Keys) => Change, (keys: Keys) => readonly unknown[]])[] = [
  [
    "retarget",
    ({ third }) => ({ type: "retarget", region, aliasName: "alias/blue", keyId: third }),
    ({ green, third }) => [third, green, undefined, "Enabled"],
  ],
  [
    "createAlias",
    ({ third }) => ({ type: "createAlias", region, aliasName: "alias/new", keyId: third }),
    ({ blue, green, third }) => [blue, green, third, "Enabled"],
  ],
  [
    "deleteAlias",
    () => ({ type: "deleteAlias", region, aliasName: "alias/blue" }),
    ({ green }) => [undefined, green, undefined, "Enabled"],
  ],
  [
    "swap",
    () => ({ type: "swap", region, aliasName: "alias/blue", otherName: "alias/green" }),
    ({ blue, green }) => [green, blue, undefined, "Enabled"],
  ],
  [
    "disableKey",
    ({ blue }) => ({ type: "disableKey", region, keyId: blue }),
    ({ blue, green }) => [blue, green, undefined, "Disabled"],
  ],
  [
    "scheduleDeletion",
    ({ blue }) => ({ type: "scheduleDeletion", region, keyId: blue, pendingWindowInDays: 7 }),
    ({ blue, green }) => [blue, green, undefined, "PendingDeletion"],
  ],
];

test.each(changes)("the calls of %s make it, and those of its inverse take it back", async (_type, changeOf, after) => {
  const keys = await twoAliases();
  const before = keys.world();
  const seenBefore = keys.seen();
  const change = changeOf(keys);
  await keys.run(callsOf(change, before, homeAccount));
  expect(keys.seen()).toEqual(after(keys));
  await keys.run(inverseOf(change, before, homeAccount));
  expect(keys.seen()).toEqual(seenBefore);
});

test("a swap is two calls, and its inverse begins with the last of them", async () => {
  const { world, blue, green } = await twoAliases();
  const change = { type: "swap", region, aliasName: "alias/blue", otherName: "alias/green" } as const;
  const update = (AliasName: string, TargetKeyId: string) => ({
    operation: "UpdateAlias",
    region,
    input: { AliasName, TargetKeyId },
  });
  expect(callsOf(change, world(), homeAccount)).toEqual([update("alias/blue", green), update("alias/green", blue)]);
  expect(inverseOf(change, world(), homeAccount)).toEqual([update("alias/green", green), update("alias/blue", blue)]);
});

test.each([
  ["alias/blue", "alias/missing"],
  ["alias/missing", "alias/blue"],
  ["alias/missing", "alias/gone"],
])("a swap of %s and %s is refused before it moves anything", async (aliasName, otherName) => {
  const { world, run } = await twoAliases();
  const before = world();
  const calls = callsOf({ type: "swap", region, aliasName, otherName }, before, homeAccount);
  await expect(run(calls)).rejects.toMatchObject({ code: "NotFoundException" });
  expect(world()).toBe(before);
});

test("an alias cannot return to a key that is pending deletion", async () => {
  const { call, world, blue, third } = await twoAliases();
  await call("ScheduleKeyDeletion", { KeyId: blue });
  const aliasName = "alias/blue";
  expect(inverseOf({ type: "retarget", region, aliasName, keyId: third }, world(), homeAccount)).toEqual([]);
  expect(inverseOf({ type: "deleteAlias", region, aliasName }, world(), homeAccount)).toEqual([]);
});

test("a key that was disabled before is not enabled by the inverse", async () => {
  const { call, world, blue } = await twoAliases();
  await call("DisableKey", { KeyId: blue });
  expect(inverseOf({ type: "disableKey", region, keyId: blue }, world(), homeAccount)).toEqual([]);
  const change = { type: "scheduleDeletion", region, keyId: blue, pendingWindowInDays: 7 } as const;
  expect(inverseOf(change, world(), homeAccount).map(({ operation }) => operation)).toEqual(["CancelKeyDeletion"]);
});
