// PutKeyPolicy: replaces the key policy; allowed in every key state.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { policyName, requireValidPolicy } from "#kms/policy/key-policy.ts";
import { recordId } from "#kms/state/id.ts";

export const putKeyPolicy: Operation<"PutKeyPolicy"> = {
  access: "write",
  resolve({ KeyId, Policy, PolicyName = policyName, BypassPolicyLockoutSafetyCheck }, { caller, world, draft }) {
    const { key, arn } = resolveKey(world, caller, "PutKeyPolicy", KeyId);
    return {
      requires: [{ action: "PutKeyPolicy", on: { key } }],
      run(): undefined {
        // Simulated: "The only valid value is default", by the API reference; the text of the refusal is not recorded.
        if (PolicyName !== policyName) throw new KmsError("NotFoundException", "No such policy exists");
        requireValidPolicy(Policy, caller, arn, BypassPolicyLockoutSafetyCheck === true);
        const { account, region, keyId } = key;
        draft.put("keyPolicies", recordId(key, keyId), { account, region, keyId, policy: Policy });
      },
    };
  },
};
