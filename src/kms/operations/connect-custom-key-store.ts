// ConnectCustomKeyStore: begins to connect; the answer does not wait for the end. Valid in every connection state but
// DISCONNECTING and FAILED. Source: API reference, "ConnectCustomKeyStore".
import type { ConnectCustomKeyStoreOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { beginConnection, requireConnectionState, requireKeyStore } from "#kms/model/custom-key-store.ts";

export const connectCustomKeyStore: Operation<"ConnectCustomKeyStore"> = {
  access: "write",
  resolve({ CustomKeyStoreId }, writing) {
    const store = requireKeyStore(writing.world, writing.caller, CustomKeyStoreId);
    return {
      requires: [{ action: "ConnectCustomKeyStore", on: "any" }],
      run(): ConnectCustomKeyStoreOutput {
        requireConnectionState(store, "DISCONNECTED", "CONNECTING", "CONNECTED");
        if (store.connectionState === "DISCONNECTED") beginConnection(writing, store, "CONNECTING");
        return {};
      },
    };
  },
};
