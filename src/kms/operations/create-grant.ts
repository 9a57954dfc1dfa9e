// CreateGrant: lets a principal use a key, within limits. A request with a Name that is sent again makes nothing new.
import type { CreateGrantOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { roomRefusal } from "#kms/model/grant.ts";
import { findRepeated, newGrant, requireValidGrant } from "#kms/model/grant-request.ts";
import { newGrantToken } from "#kms/model/grant-token.ts";
import { requireState } from "#kms/model/key-state.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { partOfKeyId } from "#kms/state/id.ts";

export const createGrant: Operation<"CreateGrant"> = {
  access: "write",
  resolve(input, { caller, world, draft, now, random }) {
    const { key } = resolveKey(world, caller, "CreateGrant", input.KeyId);
    const grant = newGrant(key, input, { issuingAccount: caller.account, now, random });
    return {
      requires: [{ action: "CreateGrant", on: { key }, grant }],
      run(): CreateGrantOutput {
        requireValidGrant(key, grant);
        requireState("CreateGrant", key);
        const repeated = findRepeated(world, key, grant);
        if (!repeated) {
          const full = roomRefusal(world, key);
          if (full) throw full;
          draft.put("grants", partOfKeyId(key, key.keyId, grant.grantId), grant);
        }
        const { grantId } = repeated ?? grant;
        return { GrantToken: newGrantToken({ ...grant, grantId }, random), GrantId: grantId };
      },
    };
  },
};
