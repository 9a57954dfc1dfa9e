// CreateAlias: gives a customer managed key a further name in this account and Region.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { creationRefusal, findAlias, requireNewAliasName } from "#kms/model/alias.ts";
import { aliasArn } from "#kms/model/arn.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { recordId } from "#kms/state/id.ts";

export const createAlias: Operation<"CreateAlias"> = {
  access: "write",
  resolve({ AliasName, TargetKeyId }, { caller, world, draft, now }) {
    requireNewAliasName(AliasName);
    const { key } = resolveKey(world, caller, "CreateAlias", TargetKeyId);
    const { account, region } = caller;
    const alias = { account, region, aliasName: AliasName };
    return {
      requires: [
        { action: "CreateAlias", on: { key } },
        { action: "CreateAlias", on: { alias } },
      ],
      run(): undefined {
        // No idempotency: the same name is refused even for the same key.
        if (findAlias(world, caller, AliasName))
          throw new KmsError("AlreadyExistsException", `An alias with the name ${aliasArn(alias)} already exists`);
        const refusal = creationRefusal(world, key);
        if (refusal) throw refusal;
        draft.put("aliases", recordId(caller, AliasName), {
          ...alias,
          targetKeyId: key.keyId,
          creationDate: now,
          lastUpdatedDate: now,
        });
      },
    };
  },
};
