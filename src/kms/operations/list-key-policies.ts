// ListKeyPolicies: a key has exactly one policy, named `default`.
import type { ListKeyPoliciesOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { pageOf, pageSize } from "#kms/model/paging.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { policyName } from "#kms/policy/key-policy.ts";

export const listKeyPolicies: Operation<"ListKeyPolicies"> = {
  access: "read",
  resolve({ KeyId, Limit, Marker }, { caller, world }) {
    const { key, arn } = resolveKey(world, caller, "ListKeyPolicies", KeyId);
    return {
      requires: [{ action: "ListKeyPolicies", on: { key } }],
      run(): ListKeyPoliciesOutput {
        const request = { list: `ListKeyPolicies ${arn}`, limit: pageSize(Limit, 100, 1000), marker: Marker };
        const page = pageOf<string>(request, (_from, visit) => void visit(policyName, policyName));
        return { PolicyNames: page.entries, Truncated: false };
      },
    };
  },
};
