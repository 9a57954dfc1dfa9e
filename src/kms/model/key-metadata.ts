// Exports how a key is described in answers.
import { enums } from "#kms/contract/shapes.gen.ts";
import type { CustomerMasterKeySpec, KeyMetadata, KeySpec, KeyUsageType } from "#kms/contract/types.gen.ts";
import { recordId } from "#kms/state/id.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { keyArn } from "./arn.ts";
import { epochSeconds } from "./key.ts";
import { algorithmsOf } from "./key-spec.ts";
import { multiRegionConfiguration } from "./multi-region.ts";

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

const oldSpecs: readonly string[] = enums.CustomerMasterKeySpec;

/**
 * The deprecated member that repeats KeySpec. Simulated: it stays away for specs that are younger than its list of values
 * (Edwards curves, ML-DSA, ML-KEM), which the contract does not allow there; no such answer is recorded.
 */
export function oldSpecMember(keySpec: KeySpec): { readonly CustomerMasterKeySpec?: CustomerMasterKeySpec } {
  const isListed = (spec: string): spec is CustomerMasterKeySpec => oldSpecs.includes(spec);
  return isListed(keySpec) ? { CustomerMasterKeySpec: keySpec } : {};
}

/** What DescribeKey, CreateKey and ReplicateKey answer; optional members only where AWS sends them. */
export function keyMetadata(world: World, key: KeyRecord): KeyMetadata {
  const { customKeyStoreId, xksKeyId, expirationModel, validTo, deletionDate, pendingDeletionWindowInDays } = key;
  const clusterId =
    customKeyStoreId === undefined
      ? undefined
      : world.tables.customKeyStores.get(recordId(key, customKeyStoreId))?.cloudHsmClusterId;
  return {
    AWSAccountId: key.account,
    KeyId: key.keyId,
    Arn: keyArn(key),
    CreationDate: epochSeconds(key.creationDate),
    Enabled: key.keyState === "Enabled",
    Description: key.description,
    KeyUsage: key.keyUsage,
    KeyState: key.keyState,
    ...(deletionDate === undefined ? {} : { DeletionDate: epochSeconds(deletionDate) }),
    ...(validTo === undefined ? {} : { ValidTo: epochSeconds(validTo) }),
    Origin: key.origin,
    ...(customKeyStoreId === undefined ? {} : { CustomKeyStoreId: customKeyStoreId }),
    ...(clusterId === undefined ? {} : { CloudHsmClusterId: clusterId }),
    ...(expirationModel === undefined ? {} : { ExpirationModel: expirationModel }),
    KeyManager: key.keyManager,
    ...oldSpecMember(key.keySpec),
    KeySpec: key.keySpec satisfies KeySpec,
    ...algorithmList(key),
    MultiRegion: key.multiRegion,
    ...(key.multiRegion ? { MultiRegionConfiguration: multiRegionConfiguration(world, key) } : {}),
    ...(pendingDeletionWindowInDays === undefined ? {} : { PendingDeletionWindowInDays: pendingDeletionWindowInDays }),
    ...(xksKeyId === undefined ? {} : { XksKeyConfiguration: { Id: xksKeyId } }),
    // By the service model: symmetric encryption keys of the origins AWS_KMS and EXTERNAL.
    ...(key.keySpec === "SYMMETRIC_DEFAULT" && key.materialId && key.customKeyStoreId === undefined
      ? { CurrentKeyMaterialId: key.materialId }
      : {}),
  };
}
