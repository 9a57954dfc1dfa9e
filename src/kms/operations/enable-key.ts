// EnableKey: idempotent; refused while the key is pending deletion, pending import, creating or updating.
import type { Operation } from "#kms/dispatch/operation.ts";
import { requireState } from "#kms/model/key-state.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { recordId } from "#kms/state/id.ts";

export const enableKey: Operation<"EnableKey"> = {
  access: "write",
  resolve({ KeyId }, { caller, world, draft }) {
    const { key } = resolveKey(world, caller, "EnableKey", KeyId);
    return {
      requires: [{ action: "EnableKey", on: { key } }],
      run(): undefined {
        requireState("EnableKey", key);
        if (key.keyState !== "Enabled") draft.put("keys", recordId(key, key.keyId), { ...key, keyState: "Enabled" });
      },
    };
  },
};
