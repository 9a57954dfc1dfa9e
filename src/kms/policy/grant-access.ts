// Exports whether a grant lets a caller in. Source: developer guide, "Grants in AWS KMS" and "Granting CreateGrant
// permission"; API reference of GrantConstraints and RetireGrant.
import type { Caller } from "#kms/dispatch/call.ts";
import { rootArn } from "#kms/model/arn.ts";
import { scanGrantsTo } from "#kms/model/grant.ts";
import type { GrantRecord, KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";

/** An encryption context. */
export type Pairs = Readonly<Record<string, string>>;

/** What a caller wants to do, as far as grants ask. */
export interface GrantedAction {
  /** Without its `kms:` prefix. */
  readonly action: string;
  readonly key: KeyRecord;
  readonly encryptionContext: Pairs | undefined;
  /** The grant that is to be made or retired, where the action is about one. */
  readonly grant: GrantRecord | undefined;
}

/** Whether a grant on the key allows it. Costs O(log n + grants of the key to this caller). */
export function isGranted(world: World, caller: Caller, wanted: GrantedAction): boolean {
  if (wanted.action === "RetireGrant") return wanted.grant !== undefined && mayRetire(wanted.grant, caller);
  let found = false;
  for (const principal of principalsOf(caller))
    scanGrantsTo(world, wanted.key, { grantee: principal }, (grant) => {
      found ||= allows(grant, wanted.action) && constraintsHold(grant, wanted);
      return !found;
    });
  return found;
}

/** The account under which the grant was made, its retiring principal, and its grantee if the grant says so. */
function mayRetire(grant: GrantRecord, caller: Caller): boolean {
  if (caller.account === grant.issuingAccount || isOneOf(caller, grant.retiringPrincipal)) return true;
  return allows(grant, "RetireGrant") && isOneOf(caller, grant.granteePrincipal);
}

const allows = (grant: GrantRecord, action: string) => grant.operations.some((operation) => operation === action);

/** A grant for an account is for all its administrators, who are the only callers here. */
const principalsOf = (caller: Caller) => [caller.principal, rootArn(caller.account)];

const isOneOf = (caller: Caller, principal: string | undefined) =>
  principalsOf(caller).some((name) => name === principal);

function constraintsHold(parent: GrantRecord, { action, encryptionContext = {}, grant }: GrantedAction): boolean {
  // Only AWS services make requests for a resource, and no caller here is one.
  if (parent.sourceArn !== undefined) return false;
  if (action === "CreateGrant") return grant !== undefined && isNoWider(grant, parent);
  // The constraints are about the encryption context, which DescribeKey does not have.
  if (action === "DescribeKey") return true;
  const { encryptionContextEquals: equals, encryptionContextSubset: subset } = parent;
  return (!equals || isSame(equals, encryptionContext)) && (!subset || includes(encryptionContext, subset));
}

/** A grantee can pass on what the grant allows, or less, under constraints as strict, or stricter. */
function isNoWider(child: GrantRecord, parent: GrantRecord): boolean {
  if (!child.operations.every((operation) => allows(parent, operation))) return false;
  const { encryptionContextEquals: equals, encryptionContextSubset: subset } = parent;
  if (equals) return child.encryptionContextEquals !== undefined && isSame(child.encryptionContextEquals, equals);
  const narrowed = child.encryptionContextEquals ?? child.encryptionContextSubset;
  return !subset || (narrowed !== undefined && includes(narrowed, subset));
}

const includes = (whole: Pairs, part: Pairs) => Object.entries(part).every(([name, value]) => whole[name] === value);

const isSame = (left: Pairs, right: Pairs) => includes(left, right) && includes(right, left);
