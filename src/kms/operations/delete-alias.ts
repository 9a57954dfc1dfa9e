// DeleteAlias: removes a name; the key stays as it is, in whatever state it is.
import type { Operation } from "#kms/dispatch/operation.ts";
import { requireAlias, requireOwnAliasName } from "#kms/model/alias.ts";
import { findKey } from "#kms/model/key.ts";
import { recordId } from "#kms/state/id.ts";

export const deleteAlias: Operation<"DeleteAlias"> = {
  access: "write",
  resolve({ AliasName }, { caller, world, draft }) {
    requireOwnAliasName(AliasName);
    const alias = requireAlias(world, caller, AliasName);
    const key = alias.targetKeyId === undefined ? undefined : findKey(world, caller, alias.targetKeyId);
    return {
      requires: [{ action: "DeleteAlias", on: { alias } }, ...(key ? [{ action: "DeleteAlias", on: { key } }] : [])],
      run(): undefined {
        draft.remove("aliases", recordId(caller, AliasName));
      },
    };
  },
};
