// TagResource: sets tags of a customer managed key; a tag key that is there already gets the new value.
import type { Operation } from "#kms/dispatch/operation.ts";
import { requireState } from "#kms/model/key-state.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { putTags, requireValidTags, tagsOf } from "#kms/model/tag.ts";

export const tagResource: Operation<"TagResource"> = {
  access: "write",
  resolve({ KeyId, Tags }, { caller, world, draft }) {
    const { key } = resolveKey(world, caller, "TagResource", KeyId);
    return {
      requires: [{ action: "TagResource", on: { key } }],
      run(): undefined {
        requireState("TagResource", key);
        requireValidTags(Tags, tagsOf(world, key));
        putTags(draft, key, Tags);
      },
    };
  },
};
