// UntagResource: removes tags by key; a tag key that the KMS key does not have is passed over in silence.
import type { Operation } from "#kms/dispatch/operation.ts";
import { requireState } from "#kms/model/key-state.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { tagId } from "#kms/state/id.ts";

export const untagResource: Operation<"UntagResource"> = {
  access: "write",
  resolve({ KeyId, TagKeys }, { caller, world, draft }) {
    const { key } = resolveKey(world, caller, "UntagResource", KeyId);
    return {
      requires: [{ action: "UntagResource", on: { key } }],
      run(): undefined {
        requireState("UntagResource", key);
        for (const tagKey of TagKeys) draft.remove("tags", tagId(key, key.keyId, tagKey));
      },
    };
  },
};
