// ListGrants: the grants of a key by grant ID, all or those for one grantee.
import type { ListGrantsInput, ListGrantsOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { grantsAnswer, requireGrantId, scanGrants } from "#kms/model/grant.ts";
import { pageOf, pageSize } from "#kms/model/paging.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import type { GrantRecord } from "#kms/state/records.ts";

export const listGrants: Operation<"ListGrants"> = {
  access: "read",
  resolve(input, { caller, world }) {
    const { key, arn } = resolveKey(world, caller, "ListGrants", input.KeyId);
    return {
      requires: [{ action: "ListGrants", on: { key } }],
      run(): ListGrantsOutput {
        const { GrantId, GranteePrincipal = "", GranteeServicePrincipal = "", Limit, Marker } = input;
        // Simulated: what AWS answers to a filter that is no grant ID is not recorded; a well-formed one may match nothing.
        if (GrantId !== undefined) requireGrantId(GrantId);
        const list = `ListGrants ${arn} ${GrantId ?? ""} ${GranteePrincipal} ${GranteeServicePrincipal}`;
        const page = pageOf<GrantRecord>({ list, limit: pageSize(Limit, 50, 100), marker: Marker }, (from, visit) =>
          scanGrants(world, key, GrantId === undefined || GrantId < from ? from : GrantId, (grant) => {
            if (GrantId !== undefined && grant.grantId > GrantId) return false;
            return !isWanted(grant, input) || visit(grant, grant.grantId);
          }),
        );
        return grantsAnswer(page);
      },
    };
  },
};

function isWanted(grant: GrantRecord, { GranteePrincipal, GranteeServicePrincipal }: ListGrantsInput): boolean {
  if (GranteePrincipal !== undefined && grant.granteePrincipal !== GranteePrincipal) return false;
  return GranteeServicePrincipal === undefined || grant.granteeServicePrincipal === GranteeServicePrincipal;
}
