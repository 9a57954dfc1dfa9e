// Exports how keys are found, made and described.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { KeyMetadata, KeySpec, KeyUsageType } from "#kms/contract/types.gen.ts";
import { endOf, type Place, placePrefix, recordId } from "#kms/state/id.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { encodeHex } from "#lib/bytes.ts";
import { keyArn } from "./arn.ts";
import { algorithmsOf } from "./key-spec.ts";

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

/** A key as CreateKey leaves it when KMS makes the material itself. */
export function newKey(
  place: Place,
  facts: Pick<KeyRecord, "keyId" | "creationDate" | "keySpec" | "keyUsage" | "materialId"> &
    Partial<Pick<KeyRecord, "description" | "keyManager" | "publicKey">>,
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

const algorithmMember = {
  ENCRYPT_DECRYPT: "EncryptionAlgorithms",
  SIGN_VERIFY: "SigningAlgorithms",
  GENERATE_VERIFY_MAC: "MacAlgorithms",
  KEY_AGREEMENT: "KeyAgreementAlgorithms",
  ENCAPSULATE_DECAPSULATE: "EncapsulationAlgorithms",
} as const satisfies Record<KeyUsageType, keyof KeyMetadata>;

/** The one list of algorithms that a key's answers carry, under the member that its usage gives it. */
export function algorithmList(key: KeyRecord): Partial<Pick<KeyMetadata, (typeof algorithmMember)[KeyUsageType]>> {
  return { [algorithmMember[key.keyUsage]]: algorithmsOf(key) };
}

/** What DescribeKey and CreateKey answer; optional members only where AWS sends them. */
export function keyMetadata(key: KeyRecord): KeyMetadata {
  return {
    AWSAccountId: key.account,
    KeyId: key.keyId,
    Arn: keyArn(key),
    CreationDate: epochSeconds(key.creationDate),
    Enabled: key.keyState === "Enabled",
    Description: key.description,
    KeyUsage: key.keyUsage,
    KeyState: key.keyState,
    ...(key.deletionDate === undefined ? {} : { DeletionDate: epochSeconds(key.deletionDate) }),
    Origin: key.origin,
    KeyManager: key.keyManager,
    CustomerMasterKeySpec: key.keySpec as NonNullable<KeyMetadata["CustomerMasterKeySpec"]>, // the deprecated member repeats KeySpec
    KeySpec: key.keySpec satisfies KeySpec,
    ...algorithmList(key),
    MultiRegion: key.multiRegion,
    ...(key.keySpec === "SYMMETRIC_DEFAULT" && key.materialId ? { CurrentKeyMaterialId: key.materialId } : {}),
  };
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
