// UpdateKeyDescription: replaces the description; an empty one removes it.
import type { Operation } from "#kms/dispatch/operation.ts";
import { requireState } from "#kms/model/key-state.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { recordId } from "#kms/state/id.ts";

export const updateKeyDescription: Operation<"UpdateKeyDescription"> = {
  access: "write",
  resolve({ KeyId, Description }, { caller, world, draft }) {
    const { key } = resolveKey(world, caller, "UpdateKeyDescription", KeyId);
    return {
      requires: [{ action: "UpdateKeyDescription", on: { key } }],
      run(): undefined {
        requireState("UpdateKeyDescription", key);
        if (key.description !== Description)
          draft.put("keys", recordId(key, key.keyId), { ...key, description: Description });
      },
    };
  },
};
