// Exports the one place where a call is authorised. Today the caller is the administrator of the account: IAM allows
// everything on the account's own customer managed keys and aliases. What is decided for real: AWS managed keys, and keys of
// another account, by their key policy.
import type { KmsError } from "#kms/contract/kms-error.ts";
import type { Caller } from "#kms/dispatch/call.ts";
import { aliasArn, keyArn } from "#kms/model/arn.ts";
import { recordId } from "#kms/state/id.ts";
import type { AliasRecord, KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { noAccessToCiphertextKey, noAccessToForeignKey, noResourcePolicyAllows } from "./access-denied.ts";
import { allowsCaller } from "./key-policy.ts";

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
}

/** The policy of an AWS managed key lets people look and only services use: kms:ViaService does the rest. */
const allowedOnAwsManagedKey = /^(?:Describe|Get|List)/;

/** @throws KmsError AccessDeniedException for the first requirement that is not met. */
export function authorize(world: World, caller: Caller, requirements: readonly Requirement[]): void {
  for (const requirement of requirements) {
    const refusal = accessRefusal(world, caller, requirement);
    if (refusal) throw refusal;
  }
}

/** The error with which KMS denies one requirement; undefined where it grants it. */
export function accessRefusal(
  world: World,
  caller: Caller,
  { action, on, foundByCiphertext }: Requirement,
): KmsError | undefined {
  if (on === "any" || !("key" in on)) return undefined;
  const { key } = on;
  if (key.account !== caller.account) {
    const policy = world.tables.keyPolicies.get(recordId(key, key.keyId))?.policy;
    if (policy !== undefined && allowsCaller(policy, caller, action, keyArn(key))) return undefined;
    return foundByCiphertext ? noAccessToCiphertextKey(caller, action) : noAccessToForeignKey(caller, action);
  }
  if (key.keyManager !== "AWS" || allowedOnAwsManagedKey.test(action)) return undefined;
  return noResourcePolicyAllows(caller, action, keyArn(key));
}

export function resourceArn(requirement: Requirement): string | undefined {
  const { on } = requirement;
  if (on === "any") return undefined;
  return "key" in on ? keyArn(on.key) : aliasArn(on.alias);
}
