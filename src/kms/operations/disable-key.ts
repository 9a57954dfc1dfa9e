// DisableKey: idempotent; refused while the key is pending deletion, pending import, creating or updating. A key that is
// Unavailable will be disabled when its custom key store is connected.
import type { Operation } from "#kms/dispatch/operation.ts";
import { inState } from "#kms/model/custom-key-store.ts";
import { requireState } from "#kms/model/key-state.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { recordId } from "#kms/state/id.ts";

export const disableKey: Operation<"DisableKey"> = {
  access: "write",
  resolve({ KeyId }, { caller, world, draft }) {
    const { key } = resolveKey(world, caller, "DisableKey", KeyId);
    return {
      requires: [{ action: "DisableKey", on: { key } }],
      run(): undefined {
        requireState("DisableKey", key);
        draft.put("keys", recordId(key, key.keyId), inState(world, key, "Disabled"));
      },
    };
  },
};
