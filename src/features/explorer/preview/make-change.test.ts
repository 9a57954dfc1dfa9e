// Confirm and Undo on a real engine: what is made, what is told, and what is taken back.
import { beforeEach, expect, test } from "vitest";
import type { Change } from "#features/explorer/types.ts";
import { type Call, findAlias } from "#kms/index.ts";
import { dismissFlash, getFlashes } from "#store/flashes.ts";
import type { Action } from "#store/use-call.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, homeRegion } from "#testing/test-engine.ts";
import { makeChange } from "./make-change.ts";

const place = { account: homeAccount, region: homeRegion };
const change = { type: "swap", region: homeRegion, aliasName: "alias/blue", otherName: "alias/green" } as const;

async function blueAndGreen(afterFirstCall: () => Promise<unknown> = async () => undefined) {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const [blue, green] = [await createKey(call), await createKey(call)];
  await call("CreateAlias", { AliasName: "alias/blue", TargetKeyId: blue.keyId });
  await call("CreateAlias", { AliasName: "alias/green", TargetKeyId: green.keyId });
  const begin = (): Action => {
    let calls = 0;
    return {
      calls: () => Array.from({ length: calls }, (_, at) => `call-${at}`),
      async call(operation, input, options) {
        const { region = homeRegion } = options ?? {};
        const made: Call<typeof operation> = {
          operation,
          input,
          ...place,
          region,
          principal: `arn:aws:iam::${homeAccount}:root`,
        };
        calls += 1;
        const output = await sandbox.engine.call(made);
        if (calls === 1) await afterFirstCall();
        return output;
      },
    };
  };
  const targets = () =>
    ["alias/blue", "alias/green"].map((name) => {
      const keyId = findAlias(sandbox.world(), place, name)?.targetKeyId;
      return keyId === blue.keyId ? "blue" : keyId === green.keyId ? "green" : keyId;
    });
  return { call, blue, green, targets, maker: { begin, account: homeAccount, worldNow: sandbox.world } };
}

const flash = () => getFlashes()[0];
const undo = (): void => flash()?.action?.onClick();
const settled = async (): Promise<void> => {
  await expect.poll(() => flash()?.type).not.toBe("in-progress");
};

beforeEach(() => {
  for (const { id } of getFlashes()) dismissFlash(id);
});

test("makes the calls, tells them, and takes them back", async () => {
  const { maker, targets } = await blueAndGreen();
  await makeChange(maker, change);
  expect(targets()).toEqual(["green", "blue"]);
  expect(flash()).toMatchObject({ type: "success", calls: ["call-0", "call-1"], action: { text: "Undo" } });
  undo();
  await settled();
  expect(targets()).toEqual(["blue", "green"]);
  expect(flash()).toMatchObject({ type: "success" });
  expect(flash()?.action).toBeUndefined();
});

test("takes nothing back that somebody has changed since", async () => {
  const { maker, targets, call, blue } = await blueAndGreen();
  await makeChange(maker, change);
  await call("UpdateAlias", { AliasName: "alias/blue", TargetKeyId: blue.keyId });
  undo();
  await settled();
  expect(flash()).toMatchObject({ type: "error", header: "The change could not be undone" });
  expect(targets()).toEqual(["blue", "blue"]);
});

test("tells a swap that was stopped half-way, and takes its half back", async () => {
  const made = await blueAndGreen(async () => {
    await made.call("DeleteAlias", { AliasName: "alias/green" }); // somebody else, at just that moment
  });
  await makeChange(made.maker, change);
  expect(flash()).toMatchObject({ type: "warning", header: "Only a part of the change was made" });
  expect(made.targets()).toEqual(["green", undefined]);
  undo();
  await settled();
  expect(made.targets()).toEqual(["blue", undefined]);
});

test("hands a refusal to whoever asked, and tells nothing", async () => {
  const { maker, green } = await blueAndGreen();
  const taken: Change = { type: "createAlias", region: homeRegion, aliasName: "alias/blue", keyId: green.keyId };
  expect(await refusal(makeChange(maker, taken))).toMatchObject({ code: "AlreadyExistsException" });
  expect(getFlashes()).toEqual([]);
});

test("offers no Undo where nothing can take a change back", async () => {
  const { maker, call, blue } = await blueAndGreen();
  await call("ScheduleKeyDeletion", { KeyId: blue.keyId });
  await makeChange(maker, { type: "deleteAlias", region: homeRegion, aliasName: "alias/blue" });
  expect(flash()?.type).toBe("success");
  expect(flash()?.action).toBeUndefined();
});
