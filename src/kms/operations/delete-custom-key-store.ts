// DeleteCustomKeyStore: a custom key store goes when it is disconnected and holds no keys, not even keys pending deletion.
// Its cluster or proxy is not touched. Source: API reference, "DeleteCustomKeyStore".
import { KmsError } from "#kms/contract/kms-error.ts";
import type { DeleteCustomKeyStoreOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { keysIn, requireConnectionState, requireKeyStore } from "#kms/model/custom-key-store.ts";
import { recordId } from "#kms/state/id.ts";

export const deleteCustomKeyStore: Operation<"DeleteCustomKeyStore"> = {
  access: "write",
  resolve({ CustomKeyStoreId }, { caller, world, draft }) {
    const store = requireKeyStore(world, caller, CustomKeyStoreId);
    return {
      requires: [{ action: "DeleteCustomKeyStore", on: "any" }],
      run(): DeleteCustomKeyStoreOutput {
        requireConnectionState(store, "DISCONNECTED");
        if (keysIn(world, store).length > 0)
          throw new KmsError(
            "CustomKeyStoreHasCMKsException",
            `The custom key store ${CustomKeyStoreId} still has KMS keys.`,
          );
        draft.remove("customKeyStores", recordId(store, CustomKeyStoreId));
        return {};
      },
    };
  },
};
