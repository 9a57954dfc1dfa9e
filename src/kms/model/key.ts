// Exports how keys are found and made; how they are described is in key-metadata.ts.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { KeySpec } from "#kms/contract/types.gen.ts";
import { endOf, type Place, placePrefix, recordId } from "#kms/state/id.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { encodeHex } from "#lib/bytes.ts";
import { keyArn } from "./arn.ts";

export function findKey(world: World, place: Place, keyId: string): KeyRecord | undefined {
  return world.tables.keys.get(recordId(place, keyId));
}

/** Visits the keys of an account and Region in key-ID order until `visit` answers false. */
export function scanKeys(world: World, place: Place, visit: (key: KeyRecord) => boolean | undefined): void {
  const prefix = placePrefix(place);
  world.tables.keys.scan(prefix, endOf(prefix), visit);
}

export function countCustomerKeys(world: World, place: Place): number {
  return world.indexes.customerKeyCounts.get(placePrefix(place)) ?? 0;
}

/** A key of one Region as CreateKey leaves it when KMS makes the material itself, but for what `facts` says. */
export function newKey(
  place: Place,
  facts: Pick<KeyRecord, "keyId" | "creationDate" | "keySpec" | "keyUsage"> &
    Partial<Omit<KeyRecord, "account" | "region">>,
): KeyRecord {
  return {
    account: place.account,
    region: place.region,
    description: "",
    keyManager: "CUSTOMER",
    keyState: "Enabled",
    origin: "AWS_KMS",
    multiRegion: false,
    ...facts,
  };
}

/** The ID of a multi-Region key, the same in each of its Regions. */
export function newMultiRegionKeyId(random: (length: number) => Uint8Array): string {
  return `mrk-${encodeHex(random(16))}`;
}

/** A random (version 4) UUID in lower case. */
export function newKeyId(random: (length: number) => Uint8Array): string {
  const bytes = Uint8Array.from(random(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = encodeHex(bytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Epoch seconds, as the API has dates, of epoch milliseconds, as records have them. */
export function epochSeconds(milliseconds: number): number {
  return milliseconds / 1000;
}

/** @throws KmsError InternalException: a key without material cannot be used, and no state lets one come so far. */
export function materialOf(key: KeyRecord): { readonly materialId: string; readonly spec: KeySpec } {
  if (key.materialId === undefined) throw new KmsError("KMSInternalException", `${keyArn(key)} has no key material.`);
  return { materialId: key.materialId, spec: key.keySpec };
}

/** The SubjectPublicKeyInfo of an asymmetric key. @throws KmsError InternalException: every asymmetric key is made with one. */
export function publicKeyOf(key: KeyRecord): Uint8Array {
  if (key.publicKey === undefined) throw new KmsError("KMSInternalException", `${keyArn(key)} has no public key.`);
  return key.publicKey;
}
