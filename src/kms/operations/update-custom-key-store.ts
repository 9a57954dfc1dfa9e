// UpdateCustomKeyStore: changes settings of a custom key store. Most need it to be disconnected; name, path and credential of
// an external key store can be changed while it is connected. Source: API reference, "UpdateCustomKeyStore".
import { KmsError } from "#kms/contract/kms-error.ts";
import type { UpdateCustomKeyStoreInput, UpdateCustomKeyStoreOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { requireConnectionState, requireKeyStore } from "#kms/model/custom-key-store.ts";
import { requireAcceptable, requireOfType, userOfCluster, withSettings } from "#kms/model/key-store-settings.ts";
import { recordId } from "#kms/state/id.ts";
import type { CustomKeyStoreRecord } from "#kms/state/records.ts";

const changeableWhileConnected: ReadonlySet<string> = new Set([
  "NewCustomKeyStoreName",
  "XksProxyUriPath",
  "XksProxyAuthenticationCredential",
] satisfies readonly (keyof UpdateCustomKeyStoreInput)[]);

export const updateCustomKeyStore: Operation<"UpdateCustomKeyStore"> = {
  access: "write",
  resolve({ CustomKeyStoreId, ...changes }, { caller, world, draft }) {
    const store = requireKeyStore(world, caller, CustomKeyStoreId);
    return {
      requires: [{ action: "UpdateCustomKeyStore", on: "any" }],
      run(): UpdateCustomKeyStoreOutput {
        const { NewCustomKeyStoreName: name = store.name, ...settings } = changes;
        requireOfType(store.type, settings);
        requireChangeable(store, changes);
        const next = withSettings({ ...store, name }, settings);
        // A cluster may only be replaced by one that shares its backup history, which one of another store cannot do.
        if (settings.CloudHsmClusterId !== undefined && userOfCluster(world, next))
          throw new KmsError(
            "CloudHsmClusterNotRelatedException",
            `The CloudHSM cluster ${settings.CloudHsmClusterId} is that of another custom key store.`,
          );
        requireAcceptable(world, next);
        draft.put("customKeyStores", recordId(next, CustomKeyStoreId), next);
        return {};
      },
    };
  },
};

/** @throws KmsError CustomKeyStoreInvalidStateException */
function requireChangeable(store: CustomKeyStoreRecord, changes: object): void {
  const isFlexible =
    store.type === "EXTERNAL_KEY_STORE" && Object.keys(changes).every((name) => changeableWhileConnected.has(name));
  requireConnectionState(store, "DISCONNECTED", ...(isFlexible ? (["CONNECTED"] as const) : []));
}
