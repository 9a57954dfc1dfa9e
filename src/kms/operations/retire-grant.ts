// RetireGrant: deletes a grant that is no longer needed; the grant itself says who may.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { RetireGrantInput } from "#kms/contract/types.gen.ts";
import type { Caller } from "#kms/dispatch/call.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { keyArn } from "#kms/model/arn.ts";
import { findGrant, requireGrant } from "#kms/model/grant.ts";
import { readGrantToken } from "#kms/model/grant-token.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { partOfKeyId } from "#kms/state/id.ts";

export const retireGrant: Operation<"RetireGrant"> = {
  access: "write",
  resolve(input, { caller, world, draft }) {
    const { keyId, grantId } = requestedGrant(caller, input);
    const { key } = resolveKey(world, caller, "RetireGrant", keyId);
    const grant = findGrant(world, key, grantId);
    return {
      requires: [{ action: "RetireGrant", on: { key }, ...(grant ? { grant } : {}) }],
      run(): undefined {
        requireGrant(world, key, grantId);
        draft.remove("grants", partOfKeyId(key, key.keyId, grantId));
      },
    };
  },
};

/** @throws KmsError ValidationException unless the grant is named in exactly one way (Simulated: text not recorded). */
function requestedGrant(caller: Caller, { GrantToken, KeyId, GrantId }: RetireGrantInput) {
  if (GrantToken !== undefined && KeyId === undefined && GrantId === undefined) {
    const named = readGrantToken(GrantToken, caller.region);
    return { keyId: keyArn(named), grantId: named.grantId };
  }
  if (GrantToken === undefined && KeyId !== undefined && GrantId !== undefined)
    return { keyId: KeyId, grantId: GrantId };
  throw new KmsError("ValidationException", "Specify either GrantToken, or both KeyId and GrantId.");
}
