// RotateKeyOnDemand and ListKeyRotations, for keys whose material KMS makes.
import { describe, expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, startOfTest } from "#testing/test-engine.ts";

const day = 24 * 60 * 60 * 1000;

async function setUp() {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const key = await createKey(call);
  return { sandbox, call, key, KeyId: key.keyId };
}

describe("RotateKeyOnDemand", () => {
  test("rotates at once and leaves the schedule as it was", async () => {
    const { call, key, KeyId } = await setUp();
    await call("EnableKeyRotation", { KeyId });
    const schedule = await call("GetKeyRotationStatus", { KeyId });

    expect(await call("RotateKeyOnDemand", { KeyId })).toEqual({ KeyId: key.arn });

    expect(await call("GetKeyRotationStatus", { KeyId })).toEqual(schedule);
    expect((await call("ListKeyRotations", { KeyId })).Rotations).toMatchObject([
      { RotationType: "ON_DEMAND", RotationDate: startOfTest / 1000 },
    ]);
  });

  test("can be done 25 times with one key, and automatic rotations do not count", async () => {
    const { sandbox, call, KeyId } = await setUp();
    await call("EnableKeyRotation", { KeyId, RotationPeriodInDays: 90 });
    for (let done = 0; done < 25; done++) {
      sandbox.clock.advance(30 * day + 1);
      await call("RotateKeyOnDemand", { KeyId });
    }

    expect((await refusal(call("RotateKeyOnDemand", { KeyId }))).code).toBe("LimitExceededException");
    expect((await call("ListKeyRotations", { KeyId })).Rotations?.length).toBeGreaterThan(25);
  });

  test("gives way to an automatic rotation that begins within 20 minutes", async () => {
    const { sandbox, call, KeyId } = await setUp();
    await call("EnableKeyRotation", { KeyId });
    sandbox.clock.advance(365 * day - 20 * 60 * 1000);

    expect((await refusal(call("RotateKeyOnDemand", { KeyId }))).code).toBe("ConflictException");
    sandbox.clock.advance(-1);
    expect(await call("RotateKeyOnDemand", { KeyId })).toBeDefined();
  });

  test("is refused for keys that are no symmetric encryption keys, and for AWS managed keys", async () => {
    const { call } = await setUp();
    const { keyId } = await createKey(call, "HMAC_256", "GENERATE_VERIFY_MAC");
    const { KeyMetadata } = await call("DescribeKey", { KeyId: "alias/aws/ebs" });

    expect(await refusal(call("RotateKeyOnDemand", { KeyId: keyId }))).toEqual({
      code: "UnsupportedOperationException",
      message: "",
    });
    expect((await refusal(call("RotateKeyOnDemand", { KeyId: KeyMetadata?.KeyId ?? "" }))).code).toBe(
      "AccessDeniedException",
    );
  });

  test("does not open the material of another key for a ciphertext that names it", async () => {
    const { sandbox, call, key, KeyId } = await setUp();
    await call("RotateKeyOnDemand", { KeyId });
    const other = await createKey(call);
    const { CiphertextBlob = new Uint8Array() } = await call("Encrypt", {
      KeyId: other.keyId,
      Plaintext: new Uint8Array([1]),
    });
    const forged = Uint8Array.from(CiphertextBlob);
    const text = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    const id = (keyId: string) => text(Uint8Array.from(Buffer.from(keyId.replaceAll("-", ""), "hex")));
    const at = text(forged).indexOf(id(other.keyId));
    forged.set(Buffer.from(key.keyId.replaceAll("-", ""), "hex"), at);
    let opened = 0;
    const { open } = sandbox.ports.vault;
    sandbox.ports.vault.open = (materialId) => {
      opened++;
      return open(materialId);
    };

    expect(at).toBeGreaterThan(0);
    expect((await refusal(call("Decrypt", { CiphertextBlob: forged }))).code).toBe("InvalidCiphertextException");
    expect(opened).toBe(0);
  });
});

describe("ListKeyRotations", () => {
  test("adds the first material when asked for all, and tells it from the current one", async () => {
    const { call, KeyId } = await setUp();
    await call("RotateKeyOnDemand", { KeyId });

    const { Rotations } = await call("ListKeyRotations", { KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" });

    expect(Rotations?.map(({ KeyMaterialState }) => KeyMaterialState)).toEqual(["NON_CURRENT", "CURRENT"]);
    expect(Rotations?.[0]).not.toHaveProperty("RotationDate");
    expect(Rotations?.[0]).not.toHaveProperty("ImportState");
  });

  test("lists the only material of a key that was never rotated, but no rotation", async () => {
    const { call, KeyId } = await setUp();

    expect(await call("ListKeyRotations", { KeyId })).toEqual({ Rotations: [], Truncated: false });
    const all = await call("ListKeyRotations", { KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" });
    expect(all.Rotations).toMatchObject([{ KeyMaterialState: "CURRENT" }]);
  });

  test("pages, with markers that are good for the same list only", async () => {
    const { call, KeyId } = await setUp();
    for (let done = 0; done < 3; done++) await call("RotateKeyOnDemand", { KeyId });

    const first = await call("ListKeyRotations", { KeyId, Limit: 2 });
    const Marker = first.NextMarker ?? "";
    const second = await call("ListKeyRotations", { KeyId, Limit: 2, Marker });

    expect([first.Rotations?.length, first.Truncated]).toEqual([2, true]);
    expect([second.Rotations?.length, second.Truncated]).toEqual([1, false]);
    const other = call("ListKeyRotations", { KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL", Marker });
    expect((await refusal(other)).code).toBe("InvalidMarkerException");
  });

  test("has nothing to list for a key that cannot rotate, and refuses to be asked for its materials", async () => {
    const { call } = await setUp();
    const { keyId: KeyId } = await createKey(call, "ECC_NIST_P256", "SIGN_VERIFY");

    expect((await call("ListKeyRotations", { KeyId })).Rotations).toEqual([]);
    const all = call("ListKeyRotations", { KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" });
    expect((await refusal(all)).code).toBe("UnsupportedOperationException");
  });
});
