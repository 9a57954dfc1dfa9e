// Keys in custom key stores: which can be made, and how the connection of the store governs their state.
import { describe, expect, test } from "vitest";
import { encodeUtf8 } from "#lib/bytes.ts";
import { cloudHsmRequest, connectedKeyStore, externalRequest } from "#testing/key-stores.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";

async function setUp() {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const CustomKeyStoreId = await connectedKeyStore(sandbox);
  const { KeyMetadata } = await call("CreateKey", { Origin: "AWS_CLOUDHSM", CustomKeyStoreId });
  const KeyId = KeyMetadata?.KeyId ?? "";
  const state = async () => (await call("DescribeKey", { KeyId })).KeyMetadata?.KeyState;
  const pass = async (operation: "ConnectCustomKeyStore" | "DisconnectCustomKeyStore") => {
    await call(operation, { CustomKeyStoreId });
    sandbox.clock.advance(5000);
  };
  return { sandbox, call, CustomKeyStoreId, KeyId, KeyMetadata, state, pass };
}

describe("CreateKey in a custom key store", () => {
  test("makes a key that names its store and cluster and can be used", async () => {
    const { call, CustomKeyStoreId, KeyId, KeyMetadata } = await setUp();
    const Plaintext = encodeUtf8("kept by the cluster");

    expect(KeyMetadata).toMatchObject({
      Origin: "AWS_CLOUDHSM",
      KeyState: "Enabled",
      CustomKeyStoreId,
      CloudHsmClusterId: cloudHsmRequest.CloudHsmClusterId,
    });
    const { CiphertextBlob = new Uint8Array() } = await call("Encrypt", { KeyId, Plaintext });
    expect((await call("Decrypt", { CiphertextBlob })).Plaintext).toEqual(Plaintext);
  });

  test("takes an external key for one KMS key of a store only", async () => {
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const CustomKeyStoreId = await connectedKeyStore(sandbox, externalRequest);
    const request = { Origin: "EXTERNAL_KEY_STORE", CustomKeyStoreId, XksKeyId: "bb8562717f809024" } as const;

    const { KeyMetadata } = await call("CreateKey", request);

    expect(KeyMetadata).toMatchObject({ CustomKeyStoreId, XksKeyConfiguration: { Id: "bb8562717f809024" } });
    expect(KeyMetadata).not.toHaveProperty("CloudHsmClusterId");
    expect((await refusal(call("CreateKey", request))).code).toBe("XksKeyAlreadyInUseException");
    expect(await call("CreateKey", { ...request, XksKeyId: "another" })).toHaveProperty("KeyMetadata");
  });

  test.each([
    [{ KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" }, "UnsupportedOperationException"],
    [{ KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }, "UnsupportedOperationException"],
    [{ MultiRegion: true }, "UnsupportedOperationException"],
    [{ XksKeyId: "bb8562717f809024" }, "ValidationException"],
    [{ Origin: "EXTERNAL_KEY_STORE" }, "ValidationException"],
    [{ Origin: "EXTERNAL_KEY_STORE", XksKeyId: "bb8562717f809024" }, "ValidationException"],
    [{ Origin: "AWS_KMS" }, "ValidationException"],
    [{ CustomKeyStoreId: "cks-1234567890abcdef0" }, "CustomKeyStoreNotFoundException"],
  ] as const)("refuses %o with %s", async (members, code) => {
    const { sandbox, call, CustomKeyStoreId } = await setUp();
    const before = sandbox.commits.length;

    const request = { Origin: "AWS_CLOUDHSM", CustomKeyStoreId, ...members } as const;

    expect((await refusal(call("CreateKey", request))).code).toBe(code);
    expect([sandbox.commits.length, sandbox.secrets.size]).toEqual([before, 1]);
  });

  test("demands the store that the origin implies", async () => {
    const call = createTestEngine().as();

    for (const Origin of ["AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"] as const)
      expect((await refusal(call("CreateKey", { Origin }))).message).toBe(
        `CustomKeyStoreId is required with Origin ${Origin}.`,
      );
  });

  test("refuses while the store is not connected", async () => {
    const { call, CustomKeyStoreId, pass } = await setUp();
    const request = { Origin: "AWS_CLOUDHSM", CustomKeyStoreId } as const;
    await pass("DisconnectCustomKeyStore");

    expect((await refusal(call("CreateKey", request))).code).toBe("CustomKeyStoreInvalidStateException");
    await call("ConnectCustomKeyStore", { CustomKeyStoreId });
    expect((await refusal(call("CreateKey", request))).code).toBe("CustomKeyStoreInvalidStateException");
  });
});

describe("a key in a custom key store", () => {
  test("is unavailable from the moment of disconnecting until the store is connected again", async () => {
    const { sandbox, call, CustomKeyStoreId, KeyId, KeyMetadata, state } = await setUp();
    await call("DisconnectCustomKeyStore", { CustomKeyStoreId });

    expect(await state()).toBe("Unavailable");
    expect(await refusal(call("Encrypt", { KeyId, Plaintext: encodeUtf8("x") }))).toEqual({
      code: "KMSInvalidStateException",
      message: `${KeyMetadata?.Arn} is unavailable.`,
    });
    sandbox.clock.advance(5000);
    await call("ConnectCustomKeyStore", { CustomKeyStoreId });
    expect(await state()).toBe("Unavailable");
    sandbox.clock.advance(5000);
    expect(await state()).toBe("Enabled");
    expect(await call("Encrypt", { KeyId, Plaintext: encodeUtf8("x") })).toHaveProperty("CiphertextBlob");
  });

  test("comes back disabled when it was disabled before or meanwhile, and enabled when it was enabled meanwhile", async () => {
    const { call, KeyId, state, pass } = await setUp();
    await call("DisableKey", { KeyId });
    await pass("DisconnectCustomKeyStore");
    expect(await state()).toBe("Unavailable");
    await pass("ConnectCustomKeyStore");
    expect(await state()).toBe("Disabled");

    await pass("DisconnectCustomKeyStore");
    await call("EnableKey", { KeyId });
    expect(await state()).toBe("Unavailable");
    await pass("ConnectCustomKeyStore");
    expect(await state()).toBe("Enabled");

    await pass("DisconnectCustomKeyStore");
    for (const operation of ["DisableKey", "DisableKey"] as const) await call(operation, { KeyId });
    await pass("ConnectCustomKeyStore");
    expect(await state()).toBe("Disabled");
  });

  test("stays pending deletion whatever becomes of its store, and is unavailable when that is cancelled meanwhile", async () => {
    const { call, KeyId, state, pass } = await setUp();
    await call("ScheduleKeyDeletion", { KeyId });
    await pass("DisconnectCustomKeyStore");
    expect(await state()).toBe("PendingDeletion");

    await call("CancelKeyDeletion", { KeyId });
    expect(await state()).toBe("Unavailable");
    await call("ScheduleKeyDeletion", { KeyId });
    expect(await state()).toBe("PendingDeletion");
    await call("CancelKeyDeletion", { KeyId });
    await pass("ConnectCustomKeyStore");
    expect(await state()).toBe("Disabled");
  });

  test("leaves the keys of other stores and of none alone", async () => {
    const { sandbox, call, pass } = await setUp();
    const other = await connectedKeyStore(sandbox, externalRequest);
    const { KeyMetadata: external } = await call("CreateKey", {
      Origin: "EXTERNAL_KEY_STORE",
      CustomKeyStoreId: other,
      XksKeyId: "key-1",
    });
    const { KeyMetadata: plain } = await call("CreateKey", {});
    await pass("DisconnectCustomKeyStore");

    for (const key of [external, plain]) {
      const { KeyMetadata } = await call("DescribeKey", { KeyId: key?.KeyId ?? "" });
      expect(KeyMetadata?.KeyState).toBe("Enabled");
    }
  });

  test("makes no data key pairs, is not rotated and takes no imported material", async () => {
    const { call, KeyId } = await setUp();
    const codes = await Promise.all(
      [
        call("GenerateDataKeyPair", { KeyId, KeyPairSpec: "ECC_NIST_P256" }),
        call("EnableKeyRotation", { KeyId }),
        call("RotateKeyOnDemand", { KeyId }),
        call("GetParametersForImport", { KeyId, WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" }),
      ].map(async (attempt) => (await refusal(attempt)).code),
    );

    expect(codes).toEqual(Array(4).fill("UnsupportedOperationException"));
  });
});

describe("GenerateRandom with a custom key store", () => {
  test("needs a CloudHSM key store that is connected", async () => {
    const { sandbox, call, CustomKeyStoreId, pass } = await setUp();
    const external = await connectedKeyStore(sandbox, externalRequest);
    const random = (id: string) => call("GenerateRandom", { NumberOfBytes: 16, CustomKeyStoreId: id });

    expect((await random(CustomKeyStoreId)).Plaintext).toHaveLength(16);
    expect((await refusal(random(external))).code).toBe("UnsupportedOperationException");
    await pass("DisconnectCustomKeyStore");
    expect((await refusal(random(CustomKeyStoreId))).code).toBe("CustomKeyStoreInvalidStateException");
  });
});
