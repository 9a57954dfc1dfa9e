// Exports how grants are found, counted and told; how one is made is in grant-request.ts, what it allows in
// policy/grant-access.ts.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { GrantListEntry, ListGrantsOutput } from "#kms/contract/types.gen.ts";
import { endOf, partOfKeyId, recordId } from "#kms/state/id.ts";
import type { GrantRecord, KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { keyArn, rootArn } from "./arn.ts";
import { epochSeconds } from "./key.ts";
import type { Page } from "./paging.ts";
import { quotaRefusal, quotas } from "./quota.ts";

const grantIdPattern = /^[0-9a-f]{64}$/;

export function findGrant(world: World, key: KeyRecord, grantId: string): GrantRecord | undefined {
  return world.tables.grants.get(partOfKeyId(key, key.keyId, grantId));
}

/**
 * The grant of `key` with this ID.
 * @throws KmsError InvalidGrantIdException for a text that is no grant ID, NotFoundException where the key has no such
 * grant. Simulated: neither text is recorded; the second code is reported for RevokeGrant.
 */
export function requireGrant(world: World, key: KeyRecord, grantId: string): GrantRecord {
  requireGrantId(grantId);
  const grant = findGrant(world, key, grantId);
  if (!grant) throw new KmsError("NotFoundException", `Grant ID ${grantId} not found`);
  return grant;
}

/** @throws KmsError InvalidGrantIdException: a grant ID is 64 hex digits. */
export function requireGrantId(grantId: string): void {
  if (!grantIdPattern.test(grantId)) throw new KmsError("InvalidGrantIdException", `Invalid grant ID ${grantId}`);
}

/** Visits the grants of a key from grant ID `from` on, in order, until `visit` answers false. */
export function scanGrants(
  world: World,
  key: KeyRecord,
  from: string,
  visit: (grant: GrantRecord) => boolean | undefined,
): void {
  const prefix = `${recordId(key, key.keyId)}/`;
  world.tables.grants.scan(prefix + from, endOf(prefix), visit);
}

/** Visits the grants of a key to this grantee (service) principal, or those of one name, until `visit` answers false. */
export function scanGrantsTo(
  world: World,
  key: KeyRecord,
  { grantee, name }: { readonly grantee: string; readonly name?: string },
  visit: (grant: GrantRecord) => boolean | undefined,
): void {
  const prefix = `${recordId(key, key.keyId)}/${grantee}/${name === undefined ? "" : `${name}/`}`;
  world.indexes.grantsByGrantee.scan(prefix, endOf(prefix), (id) => {
    const grant = world.tables.grants.get(id);
    // The rows of user/Bob lie beside those of user/Bob/Eve, who is another one; names may have slashes as well.
    const isTheirs = grant && (grant.granteePrincipal ?? grant.granteeServicePrincipal) === grantee;
    return !isTheirs || (name !== undefined && grant.name !== name) || visit(grant);
  });
}

/** LimitExceededException when the key has 50,000 grants already. */
export function roomRefusal(world: World, key: KeyRecord): KmsError | undefined {
  const count = world.indexes.grantCounts.get(recordId(key, key.keyId)) ?? 0;
  return quotaRefusal("Grants per key", quotas.grantsPerKey, count);
}

/** A page of grants as ListGrants and ListRetirableGrants answer it. */
export function grantsAnswer({ entries, nextMarker }: Page<GrantRecord>): ListGrantsOutput {
  const answer = { Grants: entries.map(grantListEntry), Truncated: nextMarker !== undefined };
  return nextMarker === undefined ? answer : { ...answer, NextMarker: nextMarker };
}

function grantListEntry(grant: GrantRecord): GrantListEntry {
  const { encryptionContextEquals: equals, encryptionContextSubset: subset, sourceArn } = grant;
  const constraints = {
    ...(subset && { EncryptionContextSubset: subset }),
    ...(equals && { EncryptionContextEquals: equals }),
    ...(sourceArn !== undefined && { SourceArn: sourceArn }),
  };
  return {
    KeyId: keyArn(grant),
    GrantId: grant.grantId,
    ...(grant.name !== undefined && { Name: grant.name }),
    CreationDate: epochSeconds(grant.creationDate),
    ...(grant.granteePrincipal !== undefined && { GranteePrincipal: grant.granteePrincipal }),
    ...(grant.retiringPrincipal !== undefined && { RetiringPrincipal: grant.retiringPrincipal }),
    IssuingAccount: rootArn(grant.issuingAccount),
    Operations: grant.operations,
    ...(Object.keys(constraints).length > 0 && { Constraints: constraints }),
    ...(grant.granteeServicePrincipal !== undefined && { GranteeServicePrincipal: grant.granteeServicePrincipal }),
    ...(grant.retiringServicePrincipal !== undefined && { RetiringServicePrincipal: grant.retiringServicePrincipal }),
  };
}
