// ReplicateKey: makes a replica of a multi-Region primary key in another Region of the account. The replica has the key ID,
// key material, spec, usage, origin and rotation of the primary key; policy, grants, tags, aliases, description and state
// are its own. Source: developer guide, "Multi-Region keys in AWS KMS". Simulated: the answer shows the replica as Creating,
// as recorded, but it can be used at once.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { ReplicateKeyOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { isEnabledRegion } from "#kms/model/account.ts";
import { keyArn } from "#kms/model/arn.ts";
import { countCustomerKeys, findKey } from "#kms/model/key.ts";
import { putMaterial, settleWaiting } from "#kms/model/key-material.ts";
import { keyMetadata } from "#kms/model/key-metadata.ts";
import { requireState } from "#kms/model/key-state.ts";
import { requirePrimary } from "#kms/model/multi-region.ts";
import { quotaRefusal, quotas } from "#kms/model/quota.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { putTags, requireValidTags } from "#kms/model/tag.ts";
import { defaultKeyPolicy, requireValidPolicy } from "#kms/policy/key-policy.ts";
import { type Place, recordId } from "#kms/state/id.ts";
import type { KeyMaterialRecord, KeyRecord } from "#kms/state/records.ts";
import { recordsUnder } from "#kms/state/table.ts";
import type { World } from "#kms/state/world.ts";

export const replicateKey: Operation<"ReplicateKey"> = {
  access: "write",
  resolve(input, { caller, world, draft, now }) {
    const { key } = resolveKey(world, caller, "ReplicateKey", input.KeyId);
    return {
      requires: [
        { action: "CreateKey", on: "any" },
        { action: "ReplicateKey", on: { key } },
      ],
      run(): ReplicateKeyOutput {
        const {
          Policy: policy = defaultKeyPolicy(key.account),
          Tags: tags = [],
          Description: description = "",
        } = input;
        requirePrimary(key);
        requireState("ReplicateKey", key);
        const replica = replicaOf(key, { region: input.ReplicaRegion, description, creationDate: now });
        requireFreePlace(world, replica);
        requireValidTags(tags, []);
        if (input.Policy !== undefined)
          requireValidPolicy(policy, caller, keyArn(replica), input.BypassPolicyLockoutSafetyCheck === true);
        const { account, region, keyId } = replica;
        const id = recordId(replica, keyId);
        draft.put("keys", id, replica);
        draft.put("keyPolicies", id, { account, region, keyId, policy });
        putTags(draft, replica, tags);
        for (const material of recordsUnder(world.tables.keyMaterials, `${recordId(key, keyId)}/`))
          putMaterial(draft, replicaMaterial(material, region));
        settleWaiting(draft, key);
        const { CurrentKeyMaterialId: _notShown, ...created } = keyMetadata(draft, {
          ...replica,
          keyState: "Creating",
        });
        return { ReplicaKeyMetadata: created, ReplicaPolicy: policy, ReplicaTags: [...tags] };
      },
    };
  },
};

/** Imported material has to be imported into each Region, so a replica begins without any, and without its expiry. */
function replicaOf(
  { expirationModel: _ofPrimary, validTo: _also, ...primary }: KeyRecord,
  facts: Pick<KeyRecord, "region" | "description" | "creationDate">,
): KeyRecord {
  return { ...primary, ...facts, keyState: primary.origin === "EXTERNAL" ? "PendingImport" : "Enabled" };
}

function replicaMaterial(material: KeyMaterialRecord, region: string): KeyMaterialRecord {
  if (material.importState === undefined) return { ...material, region };
  const { expirationModel: _ofPrimary, validTo: _also, ...shared } = material;
  return { ...shared, region, importState: "PENDING_IMPORT" };
}

/**
 * @throws KmsError ValidationException where the account has no such Region, AlreadyExistsException where a related key is,
 * LimitExceededException where there is no room. Simulated: the first two are not recorded; another partition is a Region
 * that this account does not have.
 */
function requireFreePlace(world: World, replica: Place & { readonly keyId: string }): void {
  const { region } = replica;
  if (!isEnabledRegion(world, replica))
    throw new KmsError("ValidationException", `The ${region} Region is not valid or not enabled for this account.`);
  if (findKey(world, replica, replica.keyId))
    throw new KmsError("AlreadyExistsException", `The key ${keyArn(replica)} already exists.`);
  const keys = countCustomerKeys(world, replica);
  const full = quotaRefusal("Customer managed keys", quotas.customerKeysPerRegion, keys);
  if (full) throw full;
}
