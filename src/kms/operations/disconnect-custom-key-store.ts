// DisconnectCustomKeyStore: begins to disconnect; the keys of the store are Unavailable at once. Valid in every connection
// state but DISCONNECTING and DISCONNECTED. Source: API reference, "DisconnectCustomKeyStore".
import type { DisconnectCustomKeyStoreOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { beginConnection, requireConnectionState, requireKeyStore } from "#kms/model/custom-key-store.ts";

export const disconnectCustomKeyStore: Operation<"DisconnectCustomKeyStore"> = {
  access: "write",
  resolve({ CustomKeyStoreId }, writing) {
    const store = requireKeyStore(writing.world, writing.caller, CustomKeyStoreId);
    return {
      requires: [{ action: "DisconnectCustomKeyStore", on: "any" }],
      run(): DisconnectCustomKeyStoreOutput {
        requireConnectionState(store, "CONNECTED", "CONNECTING", "FAILED");
        beginConnection(writing, store, "DISCONNECTING");
        return {};
      },
    };
  },
};
