// UpdateAlias: points an existing alias at another key of the same type and usage.
import type { Operation } from "#kms/dispatch/operation.ts";
import { requireAlias, requireOwnAliasName, retargetRefusal } from "#kms/model/alias.ts";
import { findKey } from "#kms/model/key.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import type { Requirement } from "#kms/policy/authorize.ts";
import { recordId } from "#kms/state/id.ts";

export const updateAlias: Operation<"UpdateAlias"> = {
  access: "write",
  resolve({ AliasName, TargetKeyId }, { caller, world, draft, now }) {
    requireOwnAliasName(AliasName);
    const alias = requireAlias(world, caller, AliasName);
    const { key: next } = resolveKey(world, caller, "UpdateAlias", TargetKeyId);
    const current = alias.targetKeyId === undefined ? undefined : findKey(world, caller, alias.targetKeyId);
    const requires: Requirement[] = [
      { action: "UpdateAlias", on: { alias } },
      // CloudTrail names the alias and the new key only.
      ...(current ? [{ action: "UpdateAlias", on: { key: current }, logged: false } as const] : []),
      { action: "UpdateAlias", on: { key: next } },
    ];
    return {
      requires,
      run(): undefined {
        const refusal = retargetRefusal(world, alias, current, next);
        if (refusal) throw refusal;
        draft.put("aliases", recordId(caller, AliasName), { ...alias, targetKeyId: next.keyId, lastUpdatedDate: now });
      },
    };
  },
};
