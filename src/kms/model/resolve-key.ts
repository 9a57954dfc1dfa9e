// Exports how the KeyId of a request becomes a key. Every call resolves anew, so a retargeted alias is seen by the next one.
// Texts as recorded from AWS; where authorisation of a foreign key fails, see policy/authorize.ts.
import { KmsError } from '#kms/contract/kms-error.ts';
import type { OperationName } from '#kms/contract/types.gen.ts';
import type { Caller } from '#kms/dispatch/call.ts';
import { noAccessToForeignKey } from '#kms/policy/access-denied.ts';
import type { Place } from '#kms/state/id.ts';
import type { AliasRecord, KeyRecord } from '#kms/state/records.ts';
import type { World } from '#kms/state/world.ts';
import { aliasNotFound, findAlias } from './alias.ts';
import { type KeyIdentifier, keyArn, parseKeyIdentifier } from './arn.ts';
import { findKey } from './key.ts';

export interface ResolvedKey {
  readonly key: KeyRecord;
  readonly arn: string;
  /** The alias through which the request named the key, if it did. */
  readonly alias?: AliasRecord;
}

/** Operations whose KeyId may be an alias name or alias ARN; all others answer InvalidArnException before any look-up. */
const takesAlias: ReadonlySet<OperationName> = new Set([
  ...(['DescribeKey', 'GetPublicKey', 'Encrypt', 'Decrypt', 'ReEncrypt', 'Sign', 'Verify', 'GenerateMac'] as const),
  ...(['VerifyMac', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'GenerateDataKeyPair'] as const),
  ...(['GenerateDataKeyPairWithoutPlaintext', 'DeriveSharedSecret', 'Encapsulate', 'Decapsulate'] as const),
]);

/** Operations that reach a key of another account when its ARN is given and its key policy allows it. */
const crossAccount: ReadonlySet<OperationName> = new Set([
  ...takesAlias,
  ...(['CreateGrant', 'ListGrants', 'RevokeGrant', 'RetireGrant', 'GetKeyRotationStatus'] as const),
]);

/**
 * The key that `keyId` names for this caller.
 * @throws KmsError InvalidArnException, NotFoundException or AccessDeniedException, as AWS answers for each form.
 */
export function resolveKey(world: World, caller: Caller, operation: OperationName, keyId: string): ResolvedKey {
  const identifier = parseKeyIdentifier(keyId);
  requireKnownForm(operation, keyId, identifier);
  const place = placeOf(caller, identifier);
  if (place.region !== caller.region) throw new KmsError('NotFoundException', `Invalid arn ${place.region}`);
  const isForeign = place.account !== caller.account;
  if (isForeign && !crossAccount.has(operation)) throw noAccessToForeignKey(caller, operation);
  const resolved = lookUp(world, place, identifier);
  if (resolved instanceof KmsError) throw isForeign ? noAccessToForeignKey(caller, operation) : resolved;
  return resolved;
}

/** Where an identifier is looked up: an ARN says it, a bare ID or name means the caller's own account and Region. */
export function placeOf(caller: Place, identifier: KeyIdentifier): Place {
  return identifier.form === 'key ARN' || identifier.form === 'alias ARN'
    ? { account: identifier.account, region: identifier.region }
    : { account: caller.account, region: caller.region };
}

type KnownIdentifier = Exclude<KeyIdentifier, { form: 'unknown' }>;

function requireKnownForm(operation: OperationName, text: string, identifier: KeyIdentifier): asserts identifier is KnownIdentifier {
  if (identifier.form === 'alias name' || identifier.form === 'alias ARN') {
    if (!takesAlias.has(operation))
      throw new KmsError('InvalidArnException', 'Key Aliases are not supported for this operation.');
  } else if (identifier.form === 'unknown') {
    const shown = text.startsWith('arn:') ? text : `'${text}'`; // recorded: quotes only round a bare text
    throw new KmsError('NotFoundException', `Invalid keyId ${shown}`);
  }
}

/** The key behind a well-formed identifier, or why there is none. */
function lookUp(world: World, place: Place, identifier: KnownIdentifier): ResolvedKey | KmsError {
  if ('keyId' in identifier) {
    const key = findKey(world, place, identifier.keyId);
    const arn = keyArn({ ...place, keyId: identifier.keyId });
    return key ? { key, arn } : new KmsError('NotFoundException', `Key '${arn}' does not exist`);
  }
  const alias = findAlias(world, place, identifier.aliasName);
  const key = alias?.targetKeyId === undefined ? undefined : findKey(world, place, alias.targetKeyId);
  return alias && key ? { key, arn: keyArn(key), alias } : aliasNotFound(place, identifier.aliasName);
}

/**
 * The customer managed key that TargetKeyId of CreateAlias and UpdateAlias names: a key ID or key ARN.
 * @throws KmsError ValidationException for an alias (name recorded 2015; Simulated: the same for an alias ARN).
 */
export function resolveTargetKey(world: World, caller: Caller, operation: 'CreateAlias' | 'UpdateAlias', targetKeyId: string): ResolvedKey {
  const { form } = parseKeyIdentifier(targetKeyId);
  if (form === 'alias name' || form === 'alias ARN')
    throw new KmsError('ValidationException', 'Aliases must refer to keys. Not aliases');
  return resolveKey(world, caller, operation, targetKeyId);
}
