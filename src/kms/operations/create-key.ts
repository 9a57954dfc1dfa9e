// CreateKey: makes a KMS key with key material of its own. It neither needs nor takes an alias.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { CreateKeyInput, CreateKeyOutput, KeySpec, KeyUsageType } from "#kms/contract/types.gen.ts";
import type { NewMaterial } from "#kms/crypto/cryptography.ts";
import { newMaterialId } from "#kms/crypto/material-id.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { countCustomerKeys, keyMetadata, newKey, newKeyId } from "#kms/model/key.ts";
import { unavailableReason, usageFor } from "#kms/model/key-spec.ts";
import { quotaRefusal, quotas } from "#kms/model/quota.ts";
import { putTags, requireValidTags } from "#kms/model/tag.ts";
import { defaultKeyPolicy, requireValidPolicy } from "#kms/policy/key-policy.ts";
import { recordId } from "#kms/state/id.ts";

export const createKey: Operation<"CreateKey", NewMaterial> = {
  access: "write",
  async prepare(input, { crypto, caller }) {
    const keySpec = requestedSpec(input);
    requireBuilt(input, keySpec, usageFor(keySpec, input.KeyUsage));
    requireValidTags(input.Tags ?? [], []);
    if (input.Policy !== undefined)
      requireValidPolicy(input.Policy, caller, undefined, input.BypassPolicyLockoutSafetyCheck === true);
    return crypto.generate(keySpec);
  },
  resolve(input, { caller, world, draft, now, random, keepMaterial }, material) {
    return {
      requires: [{ action: "CreateKey", on: "any" }],
      run(): CreateKeyOutput {
        const full = quotaRefusal(
          "Customer managed keys",
          quotas.customerKeysPerRegion,
          countCustomerKeys(world, caller),
        );
        if (full) throw full;
        const keySpec = requestedSpec(input);
        const key = newKey(caller, {
          keyId: newKeyId(random),
          creationDate: now,
          description: input.Description ?? "",
          keySpec,
          keyUsage: usageFor(keySpec, input.KeyUsage),
          materialId: newMaterialId(random),
          ...(material.publicKey ? { publicKey: material.publicKey } : {}),
        });
        const { account, region, keyId, materialId = "" } = key;
        draft.put("keys", recordId(key, keyId), key);
        draft.put("keyPolicies", recordId(key, keyId), {
          account,
          region,
          keyId,
          policy: input.Policy ?? defaultKeyPolicy(account),
        });
        putTags(draft, key, input.Tags ?? []);
        keepMaterial(materialId, material.secret);
        return { KeyMetadata: keyMetadata(key) };
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

/** Refuses what this sandbox cannot make yet, in words of its own. */
function requireBuilt(input: CreateKeyInput, keySpec: KeySpec, keyUsage: KeyUsageType): void {
  const refuse = (text: string): never => {
    throw new KmsError("UnsupportedOperationException", text);
  };
  const reason = unavailableReason(keySpec, keyUsage);
  if (reason) refuse(`KeySpec ${keySpec} with KeyUsage ${keyUsage}: ${reason}`);
  if (input.Origin !== undefined && input.Origin !== "AWS_KMS")
    refuse(`Origin ${input.Origin} is not available in this sandbox yet.`);
  if (input.MultiRegion === true) refuse("Multi-Region keys are not available in this sandbox yet.");
  if (input.CustomKeyStoreId !== undefined) throw new KmsError("CustomKeyStoreNotFoundException");
  if (input.XksKeyId !== undefined)
    throw new KmsError("ValidationException", "XksKeyId is only valid with Origin EXTERNAL_KEY_STORE.");
}
