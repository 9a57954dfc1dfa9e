// Exports the one place where a call is authorised. Today the caller is the administrator of the account: IAM allows
// everything on the account's own customer managed keys and aliases. What is decided for real: AWS managed keys, and keys of
// another account, by their key policy and their grants.
import type { KmsError } from "#kms/contract/kms-error.ts";
import type { Call, Caller } from "#kms/dispatch/call.ts";
import { aliasArn, keyArn } from "#kms/model/arn.ts";
import { requireGrantTokens } from "#kms/model/grant-token.ts";
import { recordId } from "#kms/state/id.ts";
import type { AliasRecord, GrantRecord, KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { noAccessToCiphertextKey, noAccessToForeignKey, noResourcePolicyAllows } from "./access-denied.ts";
import { isGranted, type Pairs } from "./grant-access.ts";
import { policyVerdict } from "./key-policy.ts";

/** One action on one resource that a call needs; `action` is without its `kms:` prefix. */
export interface Requirement {
  readonly action: string;
  readonly on:
    | { readonly key: KeyRecord }
    | { readonly alias: Pick<AliasRecord, "account" | "region" | "aliasName"> }
    | "any";
  /** True where the ciphertext named the key and not the request: a refusal then speaks of the ciphertext. */
  readonly foundByCiphertext?: true;
  /** False where CloudTrail leaves the resource out (the previous key of UpdateAlias). */
  readonly logged?: false;
  /** The grant that CreateGrant would make or RetireGrant delete: other grants, or it itself, may let the caller do so. */
  readonly grant?: GrantRecord;
}

/** The policy of an AWS managed key lets people look and only services use: kms:ViaService does the rest. */
const allowedOnAwsManagedKey = /^(?:Describe|Get|List)/;

/**
 * @throws KmsError AccessDeniedException for the first requirement that is not met; InvalidGrantTokenException before that
 * for a grant token that is none (Simulated: the order is not recorded).
 */
export function authorize(world: World, call: Call, requirements: readonly Requirement[]): void {
  requireGrantTokens(call);
  for (const requirement of requirements) {
    const refusal = accessRefusal(world, call, requirement, encryptionContextOf(call, requirement.action));
    if (refusal) throw refusal;
  }
}

/** The error with which KMS denies one requirement; undefined where it grants it. */
export function accessRefusal(
  world: World,
  caller: Caller,
  { action, on, foundByCiphertext, grant }: Requirement,
  encryptionContext?: Pairs,
): KmsError | undefined {
  if (on === "any" || !("key" in on)) return undefined;
  const { key } = on;
  if (key.account !== caller.account) {
    const policy = world.tables.keyPolicies.get(recordId(key, key.keyId))?.policy;
    const verdict = policy === undefined ? undefined : policyVerdict(policy, caller, action, keyArn(key));
    if (verdict === "Allow") return undefined;
    // A denial in the key policy stands above every grant.
    if (verdict !== "Deny" && isGranted(world, caller, { action, key, encryptionContext, grant })) return undefined;
    return foundByCiphertext ? noAccessToCiphertextKey(caller, action) : noAccessToForeignKey(caller, action);
  }
  if (key.keyManager !== "AWS" || allowedOnAwsManagedKey.test(action)) return undefined;
  return noResourcePolicyAllows(caller, action, keyArn(key));
}

/** The encryption context with which a request wants to perform `action`; ReEncrypt has one for each of its keys. */
function encryptionContextOf({ input }: Call, action: string): Pairs | undefined {
  const side = action === "ReEncryptFrom" ? "Source" : action === "ReEncryptTo" ? "Destination" : "";
  // By the contract: an input may lack the member, but where it has it, it is such a map.
  return (input as Readonly<Record<string, Pairs | undefined>>)[`${side}EncryptionContext`];
}

export function resourceArn(requirement: Requirement): string | undefined {
  const { on } = requirement;
  if (on === "any") return undefined;
  return "key" in on ? keyArn(on.key) : aliasArn(on.alias);
}
