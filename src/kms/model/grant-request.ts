// Exports what CreateGrant takes: the grant that a request describes, and the rules for it. Source: API reference of
// CreateGrant and GrantConstraints; developer guide, "Creating grants" and "Grants in AWS KMS".
import { KmsError } from "#kms/contract/kms-error.ts";
import type { CreateGrantInput, GrantOperation } from "#kms/contract/types.gen.ts";
import type { GrantRecord, KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { encodeHex } from "#lib/bytes.ts";
import { keyArn } from "./arn.ts";
import { scanGrantsTo } from "./grant.ts";
import { usageRefusal } from "./key-usage.ts";

const mostContextPairs = 8;
const mostContextValueLength = 384;

/** An account (its root), a user, a role, a federated user or a session of a role. */
const principalPattern =
  /^arn:aws:(?:iam::\d{12}:(?:root|(?:user|role)\/(?:.+\/)?[^/]+)|sts::\d{12}:(?:federated-user\/.+|assumed-role\/[^/]+\/[^/]+))$/;

/** The grant that a request describes, unchecked, with a grant ID of its own (64 hex digits). */
export function newGrant(
  key: KeyRecord,
  input: CreateGrantInput,
  { issuingAccount, now, random }: { issuingAccount: string; now: number; random: (length: number) => Uint8Array },
): GrantRecord {
  const { Constraints = {} } = input;
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = Constraints;
  return {
    account: key.account,
    region: key.region,
    keyId: key.keyId,
    grantId: encodeHex(random(32)),
    creationDate: now,
    issuingAccount,
    operations: [...new Set(input.Operations)],
    ...given("name", input.Name),
    ...given("granteePrincipal", input.GranteePrincipal),
    ...given("retiringPrincipal", input.RetiringPrincipal),
    ...given("granteeServicePrincipal", input.GranteeServicePrincipal),
    ...given("retiringServicePrincipal", input.RetiringServicePrincipal),
    ...given("encryptionContextEquals", meant(equals, subset)),
    ...given("encryptionContextSubset", meant(subset, equals)),
    ...given("sourceArn", Constraints.SourceArn),
  };
}

/** Terraform sends both constraints, the one that is not meant as an empty map; alone, an empty one is a constraint. */
function meant(context: GrantRecord["encryptionContextEquals"], other: typeof context): typeof context {
  const isEmpty = context !== undefined && Object.keys(context).length === 0;
  return isEmpty && other !== undefined ? undefined : context;
}

function given<M extends keyof GrantRecord>(member: M, value: GrantRecord[M]): Partial<Pick<GrantRecord, M>> {
  // A computed name widens to string, so the compiler cannot see that it is `member`.
  return value === undefined ? {} : ({ [member]: value } as unknown as Pick<GrantRecord, M>);
}

/**
 * Holds a grant that is to be made against the rules of all grants, and of grants on `key`.
 * @throws KmsError InvalidArnException for a principal that can be none (recorded); ValidationException for the rest.
 * Simulated: of the texts of the latter only those marked as quoted are known.
 */
export function requireValidGrant(key: KeyRecord, grant: GrantRecord): void {
  requirePrincipals(grant);
  requireConstraints(key, grant);
  requireOperations(key, grant.operations);
}

function requirePrincipals(grant: GrantRecord): void {
  const { granteePrincipal, granteeServicePrincipal, retiringPrincipal, retiringServicePrincipal } = grant;
  if ((granteePrincipal === undefined) === (granteeServicePrincipal === undefined))
    refuse("Specify either GranteePrincipal or GranteeServicePrincipal.");
  if (retiringPrincipal !== undefined && retiringServicePrincipal !== undefined)
    refuse("Specify either RetiringPrincipal or RetiringServicePrincipal, not both.");
  if (granteeServicePrincipal !== undefined) {
    if (grant.sourceArn === undefined) refuse("A grant for a GranteeServicePrincipal requires a SourceArn constraint.");
    if (retiringPrincipal === undefined && retiringServicePrincipal === undefined)
      refuse("A grant for a GranteeServicePrincipal requires a RetiringPrincipal or RetiringServicePrincipal.");
  }
  for (const principal of [granteePrincipal, retiringPrincipal])
    if (principal !== undefined) requirePrincipal(principal);
}

/**
 * @throws KmsError InvalidArnException (recorded). Simulated: AWS also asks whether there is such a principal; here only its
 * form counts, as with the principals of a key policy.
 */
export function requirePrincipal(principal: string): void {
  if (!principalPattern.test(principal))
    throw new KmsError("InvalidArnException", `ARN does not refer to a valid principal: ${principal}`);
}

function requireConstraints(key: KeyRecord, grant: GrantRecord): void {
  const { encryptionContextEquals, encryptionContextSubset } = grant;
  // Quoted 2014.
  if (encryptionContextEquals && encryptionContextSubset) refuse("More than one constraint supplied");
  const context = encryptionContextEquals ?? encryptionContextSubset;
  if (!context) return;
  if (key.keySpec !== "SYMMETRIC_DEFAULT")
    refuse(`Encryption context constraints are not supported with key spec ${key.keySpec}.`);
  const values = Object.values(context);
  if (values.length > mostContextPairs)
    refuse(`An encryption context constraint can have at most ${mostContextPairs} pairs.`);
  if (values.some((value) => value.length > mostContextValueLength))
    refuse(`A value of an encryption context constraint can have at most ${mostContextValueLength} characters.`);
}

function requireOperations(key: KeyRecord, operations: readonly GrantOperation[]): void {
  if (operations.length === 0) refuse("Grants must contain at least one operation.");
  // Quoted 2019.
  if (operations.every((operation) => operation === "CreateGrant"))
    refuse("Grants must not contain only the CreateGrant operation.");
  const unfit = operations.filter((operation) => !isFor(key, operation));
  if (unfit.length > 0)
    refuse(
      `Operations [${unfit.join(", ")}] are not supported by ${keyArn(key)} with key spec ${key.keySpec} and key usage ${key.keyUsage}.`,
    );
}

/** Whether keys of this kind have such an operation at all. */
function isFor(key: KeyRecord, operation: GrantOperation): boolean {
  const asked = operation === "ReEncryptFrom" || operation === "ReEncryptTo" ? "ReEncrypt" : operation;
  return usageRefusal(asked, key) === undefined;
}

function refuse(text: string): never {
  throw new KmsError("ValidationException", text);
}

/**
 * The grant that this one would repeat: a request with a Name and the parameters of an existing grant is a retry (API
 * reference of CreateGrant). Costs O(log n + grants of the key to the same grantee of the same name).
 */
export function findRepeated(world: World, key: KeyRecord, grant: GrantRecord): GrantRecord | undefined {
  const { name, granteePrincipal, granteeServicePrincipal } = grant;
  if (name === undefined) return undefined;
  const wanted = comparable(grant);
  let found: GrantRecord | undefined;
  scanGrantsTo(world, key, { grantee: granteePrincipal ?? granteeServicePrincipal ?? "", name }, (other) => {
    if (comparable(other) === wanted) found = other;
    return found === undefined;
  });
  return found;
}

/** All that a request says of a grant, as one text; the order of operations and of pairs says nothing. */
function comparable(grant: GrantRecord): string {
  const { grantId: _id, creationDate: _date, operations, ...rest } = grant;
  const sorted = (value: unknown): unknown =>
    typeof value === "object" && value !== null ? Object.entries(value).sort() : value;
  const terms = Object.entries(rest).map(([member, value]) => [member, sorted(value)]);
  return JSON.stringify([[...operations].sort(), terms.sort()]);
}
