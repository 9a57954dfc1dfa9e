// ListRetirableGrants: the grants in this Region that a principal of the caller's account can retire, also those on keys of
// other accounts.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { ListRetirableGrantsInput, ListRetirableGrantsOutput } from "#kms/contract/types.gen.ts";
import type { Caller } from "#kms/dispatch/call.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { grantsAnswer } from "#kms/model/grant.ts";
import { requirePrincipal } from "#kms/model/grant-request.ts";
import { pageOf, pageSize } from "#kms/model/paging.ts";
import { endOf } from "#kms/state/id.ts";
import type { GrantRecord } from "#kms/state/records.ts";

export const listRetirableGrants: Operation<"ListRetirableGrants"> = {
  access: "read",
  resolve(input, { caller, world }) {
    return {
      requires: [{ action: "ListRetirableGrants", on: "any" }],
      run(): ListRetirableGrantsOutput {
        const principal = requestedPrincipal(caller, input);
        const prefix = `${caller.region}/${principal}/`;
        const list = `ListRetirableGrants ${caller.account} ${prefix}`;
        const limit = pageSize(input.Limit, 50, 100);
        const page = pageOf<GrantRecord>({ list, limit, marker: input.Marker }, (from, visit) =>
          world.indexes.grantsByRetiringPrincipal.scan(prefix + from, endOf(prefix), (id) => {
            const grant = world.tables.grants.get(id);
            return !grant || !isWanted(grant, principal, caller) || visit(grant, id);
          }),
        );
        return grantsAnswer(page);
      },
    };
  },
};

/**
 * @throws KmsError ValidationException unless there is exactly one, InvalidArnException for a principal of another account or
 * for none. Simulated: that only one's own principals can be asked for is documented, the answer to others is not.
 */
function requestedPrincipal(caller: Caller, input: ListRetirableGrantsInput): string {
  const { RetiringPrincipal, RetiringServicePrincipal } = input;
  const [principal, other] = [RetiringPrincipal, RetiringServicePrincipal].filter((one) => one !== undefined);
  if (principal === undefined || other !== undefined)
    throw new KmsError("ValidationException", "Specify either RetiringPrincipal or RetiringServicePrincipal.");
  if (principal === RetiringServicePrincipal) return principal;
  requirePrincipal(principal);
  if (principal.split(":")[4] !== caller.account)
    throw new KmsError("InvalidArnException", `ARN does not refer to a principal of this account: ${principal}`);
  return principal;
}

/**
 * The rows of user/Bob lie beside those of user/Bob/Eve, who is another one. Simulated: of the grants that a service can
 * retire, an account sees those on its own keys.
 */
function isWanted(grant: GrantRecord, principal: string, caller: Caller): boolean {
  if (grant.retiringPrincipal === principal) return true;
  return grant.retiringServicePrincipal === principal && grant.account === caller.account;
}
