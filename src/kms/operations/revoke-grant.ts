// RevokeGrant: deletes a grant, so that what depends on it is refused from now on; the key policy says who may.
import type { Operation } from "#kms/dispatch/operation.ts";
import { requireGrant } from "#kms/model/grant.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { partOfKeyId } from "#kms/state/id.ts";

export const revokeGrant: Operation<"RevokeGrant"> = {
  access: "write",
  resolve({ KeyId, GrantId }, { caller, world, draft }) {
    const { key } = resolveKey(world, caller, "RevokeGrant", KeyId);
    return {
      requires: [{ action: "RevokeGrant", on: { key } }],
      run(): undefined {
        requireGrant(world, key, GrantId);
        draft.remove("grants", partOfKeyId(key, key.keyId, GrantId));
      },
    };
  },
};
