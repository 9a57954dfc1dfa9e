// GetKeyPolicy: the one policy that a key has, as it was stored.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { GetKeyPolicyOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { policyName } from "#kms/policy/key-policy.ts";
import { recordId } from "#kms/state/id.ts";

export const getKeyPolicy: Operation<"GetKeyPolicy"> = {
  access: "read",
  resolve({ KeyId, PolicyName = policyName }, { caller, world }) {
    const { key } = resolveKey(world, caller, "GetKeyPolicy", KeyId);
    return {
      requires: [{ action: "GetKeyPolicy", on: { key } }],
      run(): GetKeyPolicyOutput {
        const record = world.tables.keyPolicies.get(recordId(key, key.keyId));
        // Simulated: AWS's text for another policy name is not recorded; two emulators agree on this one.
        if (PolicyName !== policyName || !record) throw new KmsError("NotFoundException", "No such policy exists");
        return { Policy: record.policy, PolicyName };
      },
    };
  },
};
