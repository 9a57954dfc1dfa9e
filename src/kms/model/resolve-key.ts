// Exports how the KeyId of a request becomes a key, as one walk that a call takes and explain-key-id.ts tells about. Every
// call walks anew, so a retargeted alias is seen by the next one. Texts as recorded from AWS; where authorisation of a
// foreign key fails, see policy/authorize.ts.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { OperationName } from "#kms/contract/types.gen.ts";
import type { Caller } from "#kms/dispatch/call.ts";
import { noAccessToForeignKey } from "#kms/policy/access-denied.ts";
import type { Place } from "#kms/state/id.ts";
import type { AliasRecord, KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { invariant } from "#lib/invariant.ts";
import { aliasNotFound, findAlias, isReservedAlias } from "./alias.ts";
import { type KeyIdentifier, keyArn, parseKeyIdentifier } from "./arn.ts";
import { findKey } from "./key.ts";

export interface ResolvedKey {
  readonly key: KeyRecord;
  readonly arn: string;
  /** The alias through which the request named the key, if it did. */
  readonly alias?: AliasRecord;
}

/** Operations whose KeyId may be an alias name or alias ARN; all others answer InvalidArnException before any look-up. */
export const takesAlias: ReadonlySet<OperationName> = new Set([
  ...(["DescribeKey", "GetPublicKey", "Encrypt", "Decrypt", "ReEncrypt", "Sign", "Verify", "GenerateMac"] as const),
  ...(["VerifyMac", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "GenerateDataKeyPair"] as const),
  ...(["GenerateDataKeyPairWithoutPlaintext", "DeriveSharedSecret", "Encapsulate", "Decapsulate"] as const),
]);

/** Operations that reach a key of another account when its ARN is given and its key policy allows it. */
export const crossAccount: ReadonlySet<OperationName> = new Set([
  ...takesAlias,
  ...(["CreateGrant", "ListGrants", "RevokeGrant", "RetireGrant", "GetKeyRotationStatus"] as const),
]);

/** Where a walk can end without a key. */
export type WalkStep = "form" | "place" | "alias" | "key";

/** How far a KeyId led. `place`, `alias` and `key` are there as far as the walk came. */
export interface KeyWalk {
  readonly identifier: KeyIdentifier;
  readonly place?: Place;
  readonly alias?: AliasRecord;
  readonly key?: KeyRecord;
  /** Why there is no key: the step that failed and what the call answers. */
  readonly stop?: { readonly step: WalkStep; readonly error: KmsError };
}

/**
 * The key that `keyId` names for this caller.
 * @throws KmsError InvalidArnException, NotFoundException or AccessDeniedException, as AWS answers for each form.
 */
export function resolveKey(world: World, caller: Caller, operation: OperationName, keyId: string): ResolvedKey {
  const { key, alias, stop } = walkKeyId(world, caller, operation, keyId);
  if (stop) throw stop.error;
  invariant(key, "a walk that does not stop ends at a key");
  return { key, arn: keyArn(key), ...(alias ? { alias } : {}) };
}

/** Follows `keyId` from its form to a key, or to the step where AWS refuses it. Throws nothing. */
export function walkKeyId(world: World, caller: Caller, operation: OperationName, keyId: string): KeyWalk {
  const identifier = parseKeyIdentifier(keyId);
  const badForm = formRefusal(operation, keyId, identifier);
  if (badForm) return { identifier, stop: { step: "form", error: badForm } };
  const place = placeOf(caller, identifier);
  const badPlace = placeRefusal(caller, operation, place);
  if (badPlace) return { identifier, place, stop: { step: "place", error: badPlace } };
  const found = lookUp(world, place, identifier);
  // A foreign account never learns whether a key exists.
  const isHidden = found.stop !== undefined && place.account !== caller.account;
  const stop = isHidden ? { ...found.stop, error: noAccessToForeignKey(caller, operation) } : found.stop;
  return { identifier, place, ...found, ...(stop ? { stop } : {}) };
}

/** Whether DescribeKey makes AWS create the key of a predefined alias, at the end of a walk that found the alias only. */
export function isMadeOnDescribe(caller: Place, operation: OperationName, { place, alias, key }: KeyWalk): boolean {
  const isOwn = place?.account === caller.account && place.region === caller.region;
  return operation === "DescribeKey" && isOwn && alias !== undefined && !key && isReservedAlias(alias.aliasName);
}

/** Where an identifier is looked up: an ARN says it, a bare ID or name means the caller's own account and Region. */
function placeOf(caller: Place, identifier: KeyIdentifier): Place {
  return identifier.form === "key ARN" || identifier.form === "alias ARN"
    ? { account: identifier.account, region: identifier.region }
    : { account: caller.account, region: caller.region };
}

function formRefusal(operation: OperationName, text: string, identifier: KeyIdentifier): KmsError | undefined {
  if (identifier.form === "unknown") {
    const shown = text.startsWith("arn:") ? text : `'${text}'`; // recorded: quotes only round a bare text
    return new KmsError("NotFoundException", `Invalid keyId ${shown}`);
  }
  if (!("aliasName" in identifier) || takesAlias.has(operation)) return undefined;
  // TargetKeyId of an alias: recorded 2015 for an alias name. Simulated: the same for an alias ARN.
  if (operation === "CreateAlias" || operation === "UpdateAlias")
    return new KmsError("ValidationException", "Aliases must refer to keys. Not aliases");
  return new KmsError("InvalidArnException", "Key Aliases are not supported for this operation.");
}

function placeRefusal(caller: Caller, operation: OperationName, place: Place): KmsError | undefined {
  if (place.region !== caller.region) return new KmsError("NotFoundException", `Invalid arn ${place.region}`);
  if (place.account === caller.account || crossAccount.has(operation)) return undefined;
  return noAccessToForeignKey(caller, operation);
}

/** The key behind a well-formed identifier, or why there is none. */
function lookUp(world: World, place: Place, identifier: KeyIdentifier): Pick<KeyWalk, "alias" | "key" | "stop"> {
  if ("keyId" in identifier) {
    const key = findKey(world, place, identifier.keyId);
    if (key) return { key };
    const arn = keyArn({ ...place, keyId: identifier.keyId });
    return { stop: { step: "key", error: new KmsError("NotFoundException", `Key '${arn}' does not exist`) } };
  }
  invariant("aliasName" in identifier, "an identifier of unknown form is refused before anything is looked up");
  const alias = findAlias(world, place, identifier.aliasName);
  // A predefined alias of AWS without a key answers like one that does not exist.
  const stopAt = (step: WalkStep) => ({ step, error: aliasNotFound(place, identifier.aliasName) });
  if (!alias) return { stop: stopAt("alias") };
  const key = alias.targetKeyId === undefined ? undefined : findKey(world, place, alias.targetKeyId);
  return key ? { alias, key } : { alias, stop: stopAt("key") };
}
