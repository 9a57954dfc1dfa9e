// DeleteImportedKeyMaterial, and the expiry that the clock brings.
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { importMaterial } from "#testing/import-material.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, startOfTest, type TestCall } from "#testing/test-engine.ts";

const day = 24 * 60 * 60 * 1000;
const days = (count: number) => (startOfTest + count * day) / 1000;
const [first, second] = [randomBytes(32), randomBytes(32)];

async function setUp() {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const { KeyMetadata } = await call("CreateKey", { Origin: "EXTERNAL" });
  const { KeyId = "", Arn: arn = "" } = KeyMetadata ?? {};
  return { sandbox, call, KeyId, arn };
}

const stateOf = async (call: TestCall, KeyId: string) => (await call("DescribeKey", { KeyId })).KeyMetadata?.KeyState;

async function materials(call: TestCall, KeyId: string) {
  const { Rotations = [] } = await call("ListKeyRotations", { KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" });
  return Rotations.map(({ KeyMaterialState, ImportState }) => `${KeyMaterialState} ${ImportState}`);
}

describe("DeleteImportedKeyMaterial", () => {
  test("destroys the material, and the key is pending import until it comes back", async () => {
    const { sandbox, call, KeyId, arn } = await setUp();
    const { KeyMaterialId = "" } = await importMaterial(sandbox, KeyId, first);
    const { CiphertextBlob = first } = await call("Encrypt", { KeyId, Plaintext: first });

    expect(await call("DeleteImportedKeyMaterial", { KeyId })).toEqual({ KeyId: arn, KeyMaterialId });

    expect(sandbox.secrets.has(KeyMaterialId)).toBe(false);
    const { KeyMetadata } = await call("DescribeKey", { KeyId });
    expect(KeyMetadata).toMatchObject({ KeyState: "PendingImport", CurrentKeyMaterialId: KeyMaterialId });
    expect(KeyMetadata).not.toHaveProperty("ExpirationModel");
    await importMaterial(sandbox, KeyId, first);
    expect((await call("Decrypt", { CiphertextBlob })).Plaintext).toEqual(new Uint8Array(first));
  });

  test("has no effect on a key without material, and does not find material of another key", async () => {
    const { call, KeyId, arn } = await setUp();

    expect(await call("DeleteImportedKeyMaterial", { KeyId })).toEqual({ KeyId: arn });
    const other = call("DeleteImportedKeyMaterial", { KeyId, KeyMaterialId: "a".repeat(64) });
    expect((await refusal(other)).code).toBe("NotFoundException");
  });

  test("leaves a key pending deletion as it is, which is pending import when the deletion is cancelled", async () => {
    const { sandbox, call, KeyId } = await setUp();
    await importMaterial(sandbox, KeyId, first);
    await call("ScheduleKeyDeletion", { KeyId });

    await call("DeleteImportedKeyMaterial", { KeyId });

    expect(await stateOf(call, KeyId)).toBe("PendingDeletion");
    await call("CancelKeyDeletion", { KeyId });
    expect(await stateOf(call, KeyId)).toBe("PendingImport");
  });
});

describe("expiry of imported key material", () => {
  test("comes with the clock, as an event of the service, and the material can be imported again", async () => {
    const { sandbox, call, KeyId, arn } = await setUp();
    const { KeyMaterialId = "" } = await importMaterial(sandbox, KeyId, first, { ValidTo: days(10) });

    sandbox.clock.advance(10 * day - 1);
    expect(await stateOf(call, KeyId)).toBe("Enabled");
    sandbox.clock.advance(1);
    expect(await stateOf(call, KeyId)).toBe("PendingImport");

    expect(sandbox.secrets.has(KeyMaterialId)).toBe(false);
    expect(sandbox.commits.at(-1)?.event).toMatchObject({
      eventName: "DeleteExpiredKeyMaterial",
      resources: [{ ARN: arn }],
      serviceEventDetails: { keyId: KeyId, keyMaterialId: KeyMaterialId },
    });
    await importMaterial(sandbox, KeyId, first);
    sandbox.clock.advance(1000 * day);
    expect(await stateOf(call, KeyId)).toBe("Enabled");
  });

  test("of a material that waits takes it away altogether, and leaves the key enabled", async () => {
    const { sandbox, call, KeyId } = await setUp();
    await importMaterial(sandbox, KeyId, first);
    await importMaterial(sandbox, KeyId, second, {
      ImportType: "NEW_KEY_MATERIAL",
      ValidTo: days(2),
    });
    expect((await call("DescribeKey", { KeyId })).KeyMetadata).not.toHaveProperty("ValidTo");

    sandbox.clock.advance(2 * day);

    expect(await stateOf(call, KeyId)).toBe("Enabled");
    expect(await materials(call, KeyId)).toEqual(["CURRENT IMPORTED"]);
  });
});
