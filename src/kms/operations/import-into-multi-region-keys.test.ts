// Imported key material of related multi-Region keys.
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { importMaterial } from "#testing/import-material.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, type TestCall } from "#testing/test-engine.ts";

const forEver = { ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" } as const;
const newMaterial = { ...forEver, ImportType: "NEW_KEY_MATERIAL" } as const;
const [first, second] = [randomBytes(32), randomBytes(32)];

const stateOf = async (call: TestCall, KeyId: string) => (await call("DescribeKey", { KeyId })).KeyMetadata?.KeyState;

async function materials(call: TestCall, KeyId: string) {
  const { Rotations = [] } = await call("ListKeyRotations", { KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" });
  return Rotations.map(({ KeyMaterialState, ImportState }) => `${KeyMaterialState} ${ImportState}`);
}

describe("imported key material of multi-Region keys", () => {
  async function related() {
    const sandbox = createTestEngine();
    const [call, there] = [sandbox.as(), sandbox.as("eu-west-1")];
    const { KeyMetadata } = await call("CreateKey", { Origin: "EXTERNAL", MultiRegion: true });
    const KeyId = KeyMetadata?.KeyId ?? "";
    await importMaterial(sandbox, KeyId, first);
    await call("ReplicateKey", { KeyId, ReplicaRegion: "eu-west-1" });
    return { sandbox, call, there, KeyId };
  }

  test("has to be imported into each Region, and is then the same", async () => {
    const { sandbox, call, there, KeyId } = await related();
    const { CiphertextBlob = first } = await call("Encrypt", { KeyId, Plaintext: first });
    expect(await stateOf(there, KeyId)).toBe("PendingImport");
    expect((await refusal(importMaterial(sandbox, KeyId, second, forEver, "eu-west-1"))).code).toBe(
      "IncorrectKeyMaterialException",
    );

    await importMaterial(sandbox, KeyId, first, forEver, "eu-west-1");

    expect((await there("Decrypt", { CiphertextBlob })).Plaintext).toEqual(new Uint8Array(first));
    await call("DeleteImportedKeyMaterial", { KeyId });
    expect(await stateOf(call, KeyId)).toBe("PendingImport");
    expect((await there("Decrypt", { CiphertextBlob })).Plaintext).toEqual(new Uint8Array(first));
    const { KeyMaterialId = "" } = await there("DeleteImportedKeyMaterial", { KeyId });
    expect(sandbox.secrets.has(KeyMaterialId)).toBe(false);
  });

  test("can be rotated to when new material is in the primary key and in every replica", async () => {
    const { sandbox, call, there, KeyId } = await related();
    await importMaterial(sandbox, KeyId, first, forEver, "eu-west-1");
    expect((await refusal(importMaterial(sandbox, KeyId, second, newMaterial, "eu-west-1"))).code).toBe(
      "UnsupportedOperationException",
    );
    await importMaterial(sandbox, KeyId, second, newMaterial);
    expect(await materials(call, KeyId)).toEqual([
      "CURRENT IMPORTED",
      "PENDING_MULTI_REGION_IMPORT_AND_ROTATION IMPORTED",
    ]);
    expect((await refusal(call("RotateKeyOnDemand", { KeyId }))).code).toBe("KMSInvalidStateException");

    await importMaterial(sandbox, KeyId, second, forEver, "eu-west-1");
    expect(await materials(call, KeyId)).toEqual(["CURRENT IMPORTED", "PENDING_ROTATION IMPORTED"]);
    await call("RotateKeyOnDemand", { KeyId });

    const { CiphertextBlob = first } = await there("Encrypt", { KeyId, Plaintext: first });
    expect((await call("Decrypt", { CiphertextBlob })).Plaintext).toEqual(new Uint8Array(first));
    expect(await materials(there, KeyId)).toEqual(["NON_CURRENT IMPORTED", "CURRENT IMPORTED"]);
  });

  test("that waits is deleted in every Region when it is deleted from the primary key", async () => {
    const { sandbox, call, there, KeyId } = await related();
    await importMaterial(sandbox, KeyId, first, forEver, "eu-west-1");
    const { KeyMaterialId = "" } = await importMaterial(sandbox, KeyId, second, newMaterial);
    await importMaterial(sandbox, KeyId, second, forEver, "eu-west-1");

    await call("DeleteImportedKeyMaterial", { KeyId, KeyMaterialId });

    expect(await materials(there, KeyId)).toEqual(["CURRENT IMPORTED"]);
    expect(sandbox.secrets.has(KeyMaterialId)).toBe(false);
  });

  test("waits in the same way in every Region, whichever replica comes, goes or loses it", async () => {
    const { sandbox, call, there, KeyId } = await related();
    await importMaterial(sandbox, KeyId, first, forEver, "eu-west-1");
    const { KeyMaterialId = "" } = await importMaterial(sandbox, KeyId, second, newMaterial);
    const waitingStates = async () => [(await materials(call, KeyId))[1], (await materials(there, KeyId))[1]];
    const notYet = "PENDING_MULTI_REGION_IMPORT_AND_ROTATION IMPORTED";
    await importMaterial(sandbox, KeyId, second, forEver, "eu-west-1");

    await call("ReplicateKey", { KeyId, ReplicaRegion: "us-west-2" });
    expect(await waitingStates()).toEqual([notYet, notYet]);
    await sandbox.as("us-west-2")("ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 });
    sandbox.clock.advance(7 * 24 * 60 * 60 * 1000);
    await sandbox.engine.settle();
    expect(await waitingStates()).toEqual(["PENDING_ROTATION IMPORTED", "PENDING_ROTATION IMPORTED"]);
    await there("DeleteImportedKeyMaterial", { KeyId, KeyMaterialId });
    expect(await waitingStates()).toEqual([notYet, notYet.replace(" IMPORTED", " PENDING_IMPORT")]);
    expect((await refusal(call("RotateKeyOnDemand", { KeyId }))).code).toBe("KMSInvalidStateException");
  });

  test("that waits and that a new primary key never had can be deleted to make room for other material", async () => {
    const { sandbox, call, there, KeyId } = await related();
    await importMaterial(sandbox, KeyId, first, forEver, "eu-west-1");
    const { KeyMaterialId = "" } = await importMaterial(sandbox, KeyId, second, newMaterial);
    await call("UpdatePrimaryRegion", { KeyId, PrimaryRegion: "eu-west-1" });

    await there("DeleteImportedKeyMaterial", { KeyId, KeyMaterialId });

    expect(await materials(call, KeyId)).toEqual(["CURRENT IMPORTED"]);
    expect(sandbox.secrets.has(KeyMaterialId)).toBe(false);
    await importMaterial(sandbox, KeyId, randomBytes(32), newMaterial, "eu-west-1");
    expect(await materials(there, KeyId)).toHaveLength(2);
  });
});
