// Exports what the related keys of a multi-Region key are: those with its key ID in the other Regions of its account. One
// is the primary key, and they share their key material. Source: developer guide, "Multi-Region keys in AWS KMS".
import { KmsError } from "#kms/contract/kms-error.ts";
import type { MultiRegionConfiguration, MultiRegionKey } from "#kms/contract/types.gen.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { findAccount } from "./account.ts";
import { keyArn } from "./arn.ts";
import { findKey } from "./key.ts";

/** The key and its related keys as they stand in `world`, in the order of Region codes. O(Regions * log n). */
export function relatedKeys(world: World, key: KeyRecord): KeyRecord[] {
  const everywhere = findAccount(world, key.account)?.enabledRegions ?? [];
  const regions = key.multiRegion ? [...everywhere].sort() : [key.region];
  return regions.flatMap((region) => findKey(world, { account: key.account, region }, key.keyId) ?? []);
}

export function replicasOf(world: World, key: KeyRecord): KeyRecord[] {
  return relatedKeys(world, key).filter((related) => !isPrimary(related));
}

export function isPrimary(key: KeyRecord): boolean {
  return key.multiRegion && key.primaryRegion === key.region;
}

/** @throws KmsError UnsupportedOperationException for a replica (recorded) and, Simulated: alike, for a single-Region key. */
export function requirePrimary(key: KeyRecord): void {
  if (!isPrimary(key))
    throw new KmsError("UnsupportedOperationException", `${keyArn(key)} is not a multi-region primary key.`);
}

/** As KeyMetadata has it, for a multi-Region key; a replica lists itself too. */
export function multiRegionConfiguration(world: World, key: KeyRecord): MultiRegionConfiguration {
  const { primaryRegion = key.region } = key;
  const member = (region: string): MultiRegionKey => ({ Arn: keyArn({ ...key, region }), Region: region });
  return {
    MultiRegionKeyType: isPrimary(key) ? "PRIMARY" : "REPLICA",
    PrimaryKey: member(primaryRegion),
    ReplicaKeys: replicasOf(world, key).map(({ region }) => member(region)),
  };
}
