import { expect, test } from "vitest";
import { afterAll } from "#kms/index.ts";
import { invariant } from "#lib/invariant.ts";
import { createKey } from "#testing/builders.ts";
import { createTestEngine, type TestCall } from "#testing/test-engine.ts";
import { dayMs } from "./clock-days.ts";
import { fallsDueUntil } from "./falls-due.ts";

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

  expect(fallsDueUntil(world(), engine.now() + 7 * dayMs - 1).deletions).toEqual([]);
  const due = fallsDueUntil(world(), engine.now() + 8 * dayMs).deletions;
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

test("rotations are announced by key, as often as a move of the clock makes them", async () => {
  const { engine, as, world } = createTestEngine();
  const call = as();
  const { keyId } = await createKey(call);
  await createKey(call);
  await call("EnableKeyRotation", { KeyId: keyId, RotationPeriodInDays: 90 });

  expect(fallsDueUntil(world(), engine.now() + 90 * dayMs - 1).rotations).toEqual([]);
  const { rotations } = fallsDueUntil(world(), engine.now() + 200 * dayMs);
  expect(rotations.map(({ key, at, times }) => [key.keyId, at, times])).toEqual([
    [keyId, engine.now() + 90 * dayMs, 2],
  ]);

  await engine.changeSandbox({ type: "MoveClock", offsetMs: 200 * dayMs });
  const { Rotations } = await call("ListKeyRotations", { KeyId: keyId });
  expect(Rotations).toHaveLength(2);
});

test("key material that expires is announced with its key, until it is gone", async () => {
  const { engine, as, world } = createTestEngine();
  const call = as();
  const { KeyMetadata } = await call("CreateKey", {
    Origin: "EXTERNAL",
    KeySpec: "HMAC_256",
    KeyUsage: "GENERATE_VERIFY_MAC",
  });
  const KeyId = KeyMetadata?.KeyId ?? "";
  const validTo = engine.now() + 3 * dayMs;
  await importRandom(call, KeyId, validTo / 1000);

  expect(fallsDueUntil(world(), validTo - 1).expiries).toEqual([]);
  expect(fallsDueUntil(world(), validTo).expiries.map(({ key, at }) => [key.keyId, at])).toEqual([[KeyId, validTo]]);

  await engine.changeSandbox({ type: "MoveClock", offsetMs: 4 * dayMs });
  expect(fallsDueUntil(world(), engine.now() + dayMs).expiries).toEqual([]);
});

/** Imports key material under RSAES_OAEP_SHA_256, as its owner would. */
async function importRandom(call: TestCall, KeyId: string, ValidTo: number): Promise<void> {
  const { PublicKey, ImportToken } = await call("GetParametersForImport", {
    KeyId,
    WrappingAlgorithm: "RSAES_OAEP_SHA_256",
    WrappingKeySpec: "RSA_2048",
  });
  invariant(PublicKey && ImportToken, "both are answered");
  const oaep = { name: "RSA-OAEP", hash: "SHA-256" };
  const wrapping = await crypto.subtle.importKey("spki", new Uint8Array(PublicKey), oaep, false, ["encrypt"]);
  const wrapped = await crypto.subtle.encrypt(oaep, wrapping, new Uint8Array(32).fill(1));
  await call("ImportKeyMaterial", { KeyId, ImportToken, EncryptedKeyMaterial: new Uint8Array(wrapped), ValidTo });
}
