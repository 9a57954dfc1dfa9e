// Exports the rules of aliases: which names there may be, what an alias points to, and where it may be moved.
import { KmsError } from "#kms/contract/kms-error.ts";
import { endOf, type Place, placePrefix, recordId } from "#kms/state/id.ts";
import type { AliasRecord, KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { aliasArn, keyArn } from "./arn.ts";
import { keySpecFacts } from "./key-spec.ts";
import { stateRefusal } from "./key-state.ts";
import { quotaRefusal, quotas } from "./quota.ts";

export const aliasPrefix = "alias/";
const reservedPrefix = "alias/aws/";

/** Names that AWS services bring along in every account and Region, before any key stands behind them. */
export const predefinedAliasNames: readonly string[] = [
  ...["alias/aws/acm", "alias/aws/dynamodb", "alias/aws/ebs", "alias/aws/elasticfilesystem", "alias/aws/es"],
  ...["alias/aws/glue", "alias/aws/kinesisvideo", "alias/aws/lambda", "alias/aws/rds", "alias/aws/redshift"],
  ...["alias/aws/s3", "alias/aws/secretsmanager", "alias/aws/ssm", "alias/aws/xray"],
];

/** `alias/aws/...` belongs to AWS; `alias/awsfoo` and `alias/AWS/x` are ordinary names. */
export function isReservedAlias(aliasName: string): boolean {
  return aliasName.startsWith(reservedPrefix);
}

/** How the console shows an alias. */
export function displayAlias(aliasName: string): string {
  return aliasName.startsWith(aliasPrefix) ? aliasName.slice(aliasPrefix.length) : aliasName;
}

/**
 * The rules of an alias name that the contract does not know.
 * @throws KmsError ValidationException (prefix text quoted by an emulator that records AWS; colon text recorded 2015), or
 * NotAuthorizedException without a message for a reserved name (recorded 2015).
 */
export function requireOwnAliasName(aliasName: string): void {
  if (!aliasName.startsWith(aliasPrefix))
    throw new KmsError(
      "ValidationException",
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
  if (aliasName.includes(":"))
    throw new KmsError("ValidationException", `${aliasName} contains invalid characters for an alias`);
  if (isReservedAlias(aliasName)) throw new KmsError("NotAuthorizedException");
}

/** The rules of a name that CreateAlias gives. @throws KmsError also InvalidAliasNameException, which it alone declares. */
export function requireNewAliasName(aliasName: string): void {
  requireOwnAliasName(aliasName);
  // Simulated: neither the text nor the trigger of the error is recorded.
  if (aliasName === aliasPrefix) throw new KmsError("InvalidAliasNameException", "Alias name must not be empty.");
}

export function findAlias(world: World, place: Place, aliasName: string): AliasRecord | undefined {
  return world.tables.aliases.get(recordId(place, aliasName));
}

/** @throws KmsError NotFoundException, the ARN printed even when a bare name was sent (recorded). */
export function requireAlias(world: World, place: Place, aliasName: string): AliasRecord {
  const alias = findAlias(world, place, aliasName);
  if (!alias) throw aliasNotFound(place, aliasName);
  return alias;
}

export function aliasNotFound(place: Place, aliasName: string): KmsError {
  return new KmsError("NotFoundException", `Alias ${aliasArn({ ...place, aliasName })} is not found.`);
}

/** Visits the aliases of an account and Region in name order until `visit` answers false. */
export function scanAliases(world: World, place: Place, visit: (alias: AliasRecord) => boolean | undefined): void {
  const prefix = placePrefix(place);
  world.tables.aliases.scan(prefix, endOf(prefix), visit);
}

/** The full names of a key's aliases, in name order. */
export function aliasNamesOf(world: World, key: Place & { readonly keyId: string }): string[] {
  const names: string[] = [];
  const prefix = `${recordId(key, key.keyId)}/`;
  world.indexes.aliasesByKey.scan(prefix, endOf(prefix), (name) => {
    names.push(name);
    return true;
  });
  return names;
}

/** LimitExceededException when the key has 50 customer aliases already; AWS's own do not count. */
export function roomRefusal(world: World, key: KeyRecord): KmsError | undefined {
  const count = aliasNamesOf(world, key).filter((name) => !isReservedAlias(name)).length;
  return quotaRefusal("Aliases per key", quotas.aliasesPerKey, count);
}

/** The error with which CreateAlias refuses a key as the target of one more alias; undefined where it does not. */
export function creationRefusal(world: World, key: KeyRecord): KmsError | undefined {
  return stateRefusal("CreateAlias", key) ?? roomRefusal(world, key);
}

/**
 * The error with which UpdateAlias refuses to move an alias from `current` to `next`; undefined where it does not. Type and
 * usage must be the same, the spec need not be; `current` may be pending deletion. Source: API reference of UpdateAlias.
 */
export function retargetRefusal(
  world: World,
  alias: AliasRecord,
  current: KeyRecord | undefined,
  next: KeyRecord,
): KmsError | undefined {
  if (next.keyManager === "AWS")
    return new KmsError(
      "AccessDeniedException",
      `${keyArn(next)} is an AWS managed key; its aliases cannot be changed.`,
    );
  if (current && keySpecFacts(current.keySpec).type !== keySpecFacts(next.keySpec).type)
    // Simulated: AWS documents the rule, but neither the code nor the text of its answer is recorded.
    return mismatch(alias, "key type", keySpecFacts(current.keySpec).type, keySpecFacts(next.keySpec).type);
  if (current && current.keyUsage !== next.keyUsage)
    return mismatch(alias, "key usage", current.keyUsage, next.keyUsage);
  return stateRefusal("UpdateAlias", next) ?? (current?.keyId === next.keyId ? undefined : roomRefusal(world, next));
}

function mismatch(alias: AliasRecord, what: string, current: string, next: string): KmsError {
  return new KmsError(
    "ValidationException",
    `Alias ${aliasArn(alias)} cannot be updated: the current and the new key must have the same ${what}, but they are ${current} and ${next}.`,
  );
}
