// CreateKey: makes a KMS key with key material of its own. It neither needs nor takes an alias. Simulated: the material of a key
// in a custom key store is in the vault too.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { CreateKeyInput, CreateKeyOutput, KeySpec } from "#kms/contract/types.gen.ts";
import type { NewMaterial } from "#kms/crypto/cryptography.ts";
import { newMaterialId } from "#kms/crypto/material-id.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { countCustomerKeys, newKey, newKeyId, newMultiRegionKeyId } from "#kms/model/key.ts";
import { placeInStore, requireOriginMembers } from "#kms/model/key-in-store.ts";
import { keyMetadata } from "#kms/model/key-metadata.ts";
import { requireOffered, usageFor } from "#kms/model/key-spec.ts";
import { quotaRefusal, quotas } from "#kms/model/quota.ts";
import { putTags, requireValidTags } from "#kms/model/tag.ts";
import { defaultKeyPolicy, requireValidPolicy } from "#kms/policy/key-policy.ts";
import { recordId } from "#kms/state/id.ts";

export const createKey: Operation<"CreateKey", NewMaterial | undefined> = {
  access: "write",
  async prepare(input, { crypto, caller }) {
    const keySpec = requestedSpec(input);
    usageFor(keySpec, input.KeyUsage);
    requireOffered(keySpec);
    requireOriginMembers(input, keySpec);
    requireValidTags(input.Tags ?? [], []);
    if (input.Policy !== undefined)
      requireValidPolicy(input.Policy, caller, undefined, input.BypassPolicyLockoutSafetyCheck === true);
    return input.Origin === "EXTERNAL" ? undefined : crypto.generate(keySpec);
  },
  resolve(input, writing, material) {
    const { caller, world, draft, now, random, keepMaterial } = writing;
    return {
      requires: [{ action: "CreateKey", on: "any" }],
      run(): CreateKeyOutput {
        const full = quotaRefusal(
          "Customer managed keys",
          quotas.customerKeysPerRegion,
          countCustomerKeys(world, caller),
        );
        if (full) throw full;
        const inStore = placeInStore(world, caller, input);
        const keySpec = requestedSpec(input);
        const materialId = newMaterialId(random);
        const key = newKey(caller, {
          keyId: input.MultiRegion ? newMultiRegionKeyId(random) : newKeyId(random),
          creationDate: now,
          description: input.Description ?? "",
          keySpec,
          keyUsage: usageFor(keySpec, input.KeyUsage),
          origin: input.Origin ?? "AWS_KMS",
          ...inStore,
          ...(input.MultiRegion ? { multiRegion: true, primaryRegion: caller.region } : {}),
          ...(material ? { materialId } : { keyState: "PendingImport" }),
          ...(material?.publicKey ? { publicKey: material.publicKey } : {}),
        });
        const { account, region, keyId } = key;
        draft.put("keys", recordId(key, keyId), key);
        draft.put("keyPolicies", recordId(key, keyId), {
          account,
          region,
          keyId,
          policy: input.Policy ?? defaultKeyPolicy(account),
        });
        putTags(draft, key, input.Tags ?? []);
        if (material) keepMaterial(materialId, material.secret);
        return { KeyMetadata: keyMetadata(draft, key) };
      },
    };
  },
};

/** CustomerMasterKeySpec is the deprecated name of KeySpec. Simulated: AWS's text for sending both is not recorded. */
function requestedSpec({ KeySpec: spec, CustomerMasterKeySpec: oldSpec }: CreateKeyInput): KeySpec {
  if (spec !== undefined && oldSpec !== undefined)
    throw new KmsError(
      "ValidationException",
      "You cannot specify KeySpec and CustomerMasterKeySpec in the same request.",
    );
  return spec ?? oldSpec ?? "SYMMETRIC_DEFAULT";
}
