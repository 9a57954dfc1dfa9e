// ConnectCustomKeyStore, DisconnectCustomKeyStore and DeleteCustomKeyStore: the life of a custom key store by the clock.
import { describe, expect, test } from "vitest";
import { cloudHsmRequest, connectedKeyStore } from "#testing/key-stores.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";

const day = 24 * 60 * 60 * 1000;

async function setUp() {
  const sandbox = createTestEngine();
  const call = sandbox.as();
  const { CustomKeyStoreId = "" } = await call("CreateCustomKeyStore", cloudHsmRequest);
  const state = async () => {
    const { CustomKeyStores } = await call("DescribeCustomKeyStores", { CustomKeyStoreId });
    return CustomKeyStores?.[0]?.ConnectionState;
  };
  return { sandbox, call, CustomKeyStoreId, state };
}

describe("a custom key store", () => {
  test("is connecting until the time has come, then connected, and likewise back", async () => {
    const { sandbox, call, CustomKeyStoreId, state } = await setUp();

    expect(await call("ConnectCustomKeyStore", { CustomKeyStoreId })).toEqual({});
    sandbox.clock.advance(4999);
    expect(await state()).toBe("CONNECTING");
    sandbox.clock.advance(1);
    expect(await state()).toBe("CONNECTED");

    expect(await call("DisconnectCustomKeyStore", { CustomKeyStoreId })).toEqual({});
    expect(await state()).toBe("DISCONNECTING");
    sandbox.clock.advance(5000);
    expect(await state()).toBe("DISCONNECTED");
    expect(sandbox.commits.slice(-4).map(({ event }) => event)).toMatchObject([
      { eventName: "ConnectCustomKeyStore", eventType: "AwsApiCall" },
      { eventName: "ConnectCustomKeyStore", eventType: "AwsServiceEvent", responseElements: null },
      { eventName: "DisconnectCustomKeyStore", eventType: "AwsApiCall" },
      { eventName: "DisconnectCustomKeyStore", eventType: "AwsServiceEvent", responseElements: null },
    ]);
  });

  test("can be told to connect again and again, and be disconnected before it is connected", async () => {
    const { sandbox, call, CustomKeyStoreId, state } = await setUp();
    await call("ConnectCustomKeyStore", { CustomKeyStoreId });
    sandbox.clock.advance(3000);
    await call("ConnectCustomKeyStore", { CustomKeyStoreId });
    sandbox.clock.advance(1000);
    await call("DisconnectCustomKeyStore", { CustomKeyStoreId });

    sandbox.clock.advance(4000);
    expect(await state()).toBe("DISCONNECTING");
    sandbox.clock.advance(1000);
    expect(await state()).toBe("DISCONNECTED");

    await connect();
    await call("ConnectCustomKeyStore", { CustomKeyStoreId });
    expect(await state()).toBe("CONNECTED");

    async function connect() {
      await call("ConnectCustomKeyStore", { CustomKeyStoreId });
      sandbox.clock.advance(5000);
    }
  });

  test("refuses what its connection state does not allow", async () => {
    const { call, sandbox, CustomKeyStoreId } = await setUp();
    const code = async (operation: "ConnectCustomKeyStore" | "DisconnectCustomKeyStore" | "DeleteCustomKeyStore") =>
      (await refusal(call(operation, { CustomKeyStoreId }))).code;
    const invalidState = "CustomKeyStoreInvalidStateException";

    expect(await code("DisconnectCustomKeyStore")).toBe(invalidState);
    await call("ConnectCustomKeyStore", { CustomKeyStoreId });
    expect(await code("DeleteCustomKeyStore")).toBe(invalidState);
    sandbox.clock.advance(5000);
    expect(await code("DeleteCustomKeyStore")).toBe(invalidState);
    await call("DisconnectCustomKeyStore", { CustomKeyStoreId });
    expect(await code("DisconnectCustomKeyStore")).toBe(invalidState);
    expect(await code("ConnectCustomKeyStore")).toBe(invalidState);
  });

  test("that does not exist is not found by any operation", async () => {
    const call = createTestEngine().as();
    const named = { CustomKeyStoreId: "cks-1234567890abcdef0" };

    for (const operation of [
      ...(["ConnectCustomKeyStore", "DisconnectCustomKeyStore", "DeleteCustomKeyStore"] as const),
      "UpdateCustomKeyStore" as const,
    ])
      expect((await refusal(call(operation, named))).code).toBe("CustomKeyStoreNotFoundException");
  });
});

describe("DeleteCustomKeyStore", () => {
  test("refuses a store with keys, even those pending deletion, and removes an empty one", async () => {
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const CustomKeyStoreId = await connectedKeyStore(sandbox);
    const { KeyMetadata } = await call("CreateKey", { Origin: "AWS_CLOUDHSM", CustomKeyStoreId });
    await call("ScheduleKeyDeletion", { KeyId: KeyMetadata?.KeyId ?? "", PendingWindowInDays: 7 });
    await call("DisconnectCustomKeyStore", { CustomKeyStoreId });
    sandbox.clock.advance(5000);

    const remove = () => call("DeleteCustomKeyStore", { CustomKeyStoreId });
    expect((await refusal(remove())).code).toBe("CustomKeyStoreHasCMKsException");
    sandbox.clock.advance(7 * day);
    expect(await remove()).toEqual({});

    expect((await call("DescribeCustomKeyStores", {})).CustomKeyStores).toEqual([]);
    expect([sandbox.secrets.size, sandbox.world().indexes.keysByStore.size]).toEqual([0, 0]);
  });

  test("is what an opt-in Region with a custom key store waits for before it can be disabled", async () => {
    const sandbox = createTestEngine();
    const place = { account: "111122223333", region: "af-south-1" };
    await sandbox.engine.changeSandbox({ type: "EnableRegion", ...place });
    const call = sandbox.as(place.region);
    const { CustomKeyStoreId = "" } = await call("CreateCustomKeyStore", cloudHsmRequest);
    const disable = () => sandbox.engine.changeSandbox({ type: "DisableRegion", ...place });

    expect((await refusal(disable())).message).toContain("still has custom key stores");
    await call("DeleteCustomKeyStore", { CustomKeyStoreId });
    await disable();
  });
});
