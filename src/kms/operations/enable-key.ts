// EnableKey: idempotent; refused while the key is pending deletion, pending import, creating or updating. A key that is
// Unavailable will be enabled when its custom key store is connected.
import type { Operation } from "#kms/dispatch/operation.ts";
import { inState } from "#kms/model/custom-key-store.ts";
import { requireState } from "#kms/model/key-state.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { resumeSchedule } from "#kms/model/rotation.ts";
import { recordId } from "#kms/state/id.ts";

export const enableKey: Operation<"EnableKey"> = {
  access: "write",
  resolve({ KeyId }, writing) {
    const { caller, world, draft } = writing;
    const { key } = resolveKey(world, caller, "EnableKey", KeyId);
    return {
      requires: [{ action: "EnableKey", on: { key } }],
      run(): undefined {
        requireState("EnableKey", key);
        if (key.keyState === "Enabled") return;
        draft.put("keys", recordId(key, key.keyId), inState(world, key, "Enabled"));
        resumeSchedule(writing, key);
      },
    };
  },
};
