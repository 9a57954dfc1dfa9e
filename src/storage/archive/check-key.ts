// Exports the rules of one key: what its origin, state, Region and dates may be together.
import {
  aliasNamesOf,
  countCustomerKeys,
  hasItsMaterials,
  isPermanent,
  isPresent,
  isPrimary,
  isReservedAlias,
  type KeyRecord,
  type KeyState,
  keySpecFacts,
  materialsOf,
  type OriginType,
  quotas,
  recordId,
  relatedKeys,
  tagsOf,
  unavailableReason,
  type World,
} from "#kms/index.ts";
import { equalBytes } from "#lib/bytes.ts";
import { checkPlace } from "./check-place.ts";
import { fail } from "./fields.ts";

const usable = ["Enabled", "Disabled", "PendingDeletion"] as const;
const inStore: readonly KeyState[] = [...usable, "Unavailable"];
const statesOf: Readonly<Record<OriginType, readonly KeyState[]>> = {
  AWS_KMS: [...usable, "PendingReplicaDeletion"],
  EXTERNAL: [...usable, "PendingReplicaDeletion", "PendingImport"],
  AWS_CLOUDHSM: inStore,
  EXTERNAL_KEY_STORE: inStore,
};

/** @throws ArchiveError for a key that no calls could have made */
export function checkKey(world: World, key: KeyRecord, path: string): void {
  checkPlace(world, key, path);
  checkKind(world, key, path);
  checkState(world, key, path);
  checkOrigin(key, path);
  checkExpiry(world, key, path);
  checkRotation(key, path);
  checkRelated(world, key, path);
  if (!world.tables.keyPolicies.get(recordId(key, key.keyId))) fail(path, "has no key policy in tables.keyPolicies");
  checkQuotas(world, key, path);
}

/** Iff: two things that are there only together. */
function together(path: string, isThere: boolean, isDue: boolean, when: string): void {
  if (isThere !== isDue) fail(path, `must be there exactly when ${when}`);
}

function checkKind(world: World, key: KeyRecord, path: string): void {
  const facts = keySpecFacts(key.keySpec);
  if (!facts.usages[key.keyUsage])
    fail(`${path}.keyUsage`, `KeyUsage ${key.keyUsage} is not compatible with KeySpec ${key.keySpec}`);
  const unavailable = unavailableReason(key.keySpec);
  if (unavailable) fail(`${path}.keySpec`, `${key.keySpec}: ${unavailable}`);
  // A key of origin EXTERNAL has neither before its first import.
  const hasMaterial = key.materialId !== undefined;
  if (!hasMaterial && key.origin !== "EXTERNAL") fail(`${path}.materialId`, "is missing");
  if (
    hasMaterial &&
    materialsOf(world, key).some(({ importState }) => (importState === undefined) === (key.origin === "EXTERNAL"))
  )
    fail(`${path}.materialId`, "must be in tables.keyMaterials exactly when it was imported");
  const when = "the key is asymmetric and has, or had, key material";
  together(`${path}.publicKey`, key.publicKey !== undefined, facts.type === "asymmetric" && hasMaterial, when);
  const { keyManager, keySpec, keyState, origin, multiRegion } = key;
  if (keyManager === "AWS" && (keySpec !== "SYMMETRIC_DEFAULT" || keyState !== "Enabled" || origin !== "AWS_KMS"))
    fail(`${path}.keyManager`, "an AWS managed key is symmetric, enabled and of origin AWS_KMS");
  if (keyManager === "AWS" && multiRegion) fail(`${path}.multiRegion`, "an AWS managed key has one Region");
}

function checkState(world: World, key: KeyRecord, path: string): void {
  const { keyState } = key;
  if (!statesOf[key.origin].includes(keyState))
    fail(`${path}.keyState`, `a key of origin ${key.origin} is never ${keyState}`);
  const is = (state: KeyState): boolean => keyState === state;
  together(
    `${path}.deletionDate`,
    key.deletionDate !== undefined,
    is("PendingDeletion"),
    "keyState is PendingDeletion",
  );
  together(
    `${path}.pendingDeletionWindowInDays`,
    key.pendingDeletionWindowInDays !== undefined,
    is("PendingReplicaDeletion"),
    "keyState is PendingReplicaDeletion",
  );
  together(
    `${path}.stateWhenConnected`,
    key.stateWhenConnected !== undefined,
    is("Unavailable"),
    "keyState is Unavailable",
  );
  if (key.origin !== "EXTERNAL" || key.deletionDate !== undefined || key.pendingDeletionWindowInDays !== undefined)
    return;
  if (is("PendingImport") === hasItsMaterials(world, key))
    fail(`${path}.keyState`, "must be PendingImport exactly when key material of the key is missing");
}

function checkOrigin(key: KeyRecord, path: string): void {
  const { origin, expirationModel, validTo } = key;
  const isInStore = origin === "AWS_CLOUDHSM" || origin === "EXTERNAL_KEY_STORE";
  together(
    `${path}.customKeyStoreId`,
    key.customKeyStoreId !== undefined,
    isInStore,
    "origin is AWS_CLOUDHSM or EXTERNAL_KEY_STORE",
  );
  together(
    `${path}.xksKeyId`,
    key.xksKeyId !== undefined,
    origin === "EXTERNAL_KEY_STORE",
    "origin is EXTERNAL_KEY_STORE",
  );
  if (isInStore && (key.keySpec !== "SYMMETRIC_DEFAULT" || key.multiRegion))
    fail(path, "a key in a custom key store is symmetric and has one Region");
  if (origin !== "EXTERNAL" && (expirationModel !== undefined || validTo !== undefined))
    fail(path, "only imported key material expires");
}

/** DescribeKey shows the earliest end of what has been imported and is still there. */
function checkExpiry(world: World, key: KeyRecord, path: string): void {
  if (key.origin !== "EXTERNAL") return;
  const present = materialsOf(world, key).filter((material) => isPermanent(material) && isPresent(material));
  const ends = present.flatMap(({ validTo }) => validTo ?? []);
  const model = ends.length > 0 ? "KEY_MATERIAL_EXPIRES" : "KEY_MATERIAL_DOES_NOT_EXPIRE";
  if (key.expirationModel !== (present.length > 0 ? model : undefined))
    fail(`${path}.expirationModel`, "must be that of the key material of the key");
  if (key.validTo !== (ends.length > 0 ? Math.min(...ends) : undefined))
    fail(`${path}.validTo`, "must be when the first key material of the key expires");
}

function checkRotation(key: KeyRecord, path: string): void {
  const { rotationPeriodInDays, nextRotationDate } = key;
  if (key.keyManager === "AWS" && nextRotationDate === undefined)
    fail(`${path}.nextRotationDate`, "is missing: AWS managed keys always rotate");
  if ((rotationPeriodInDays === undefined) !== (nextRotationDate === undefined))
    fail(path, "must have rotationPeriodInDays and nextRotationDate, or neither");
  if (nextRotationDate !== undefined && (key.keySpec !== "SYMMETRIC_DEFAULT" || key.origin !== "AWS_KMS"))
    fail(`${path}.nextRotationDate`, "only symmetric encryption keys of origin AWS_KMS rotate by themselves");
}

/** What related multi-Region keys share. */
const shared = [
  ...(["keySpec", "keyUsage", "origin", "materialId", "primaryRegion"] as const),
  ...(["rotationPeriodInDays", "nextRotationDate"] as const),
];

const noBytes = new Uint8Array();

function checkRelated(world: World, key: KeyRecord, path: string): void {
  if (key.multiRegion !== key.keyId.startsWith("mrk-"))
    fail(`${path}.multiRegion`, "must be true exactly when keyId begins with mrk-");
  together(`${path}.primaryRegion`, key.primaryRegion !== undefined, key.multiRegion, "multiRegion is true");
  if (!key.multiRegion) return;
  const related = relatedKeys(world, key);
  const primary = related.find(isPrimary);
  if (!primary) fail(`${path}.primaryRegion`, `there is no primary key of ${key.keyId} in ${key.primaryRegion}`);
  for (const member of shared)
    if (key[member] !== primary[member]) fail(`${path}.${member}`, "must be that of the primary key");
  const { publicKey = noBytes } = key;
  if (!equalBytes(publicKey, primary.publicKey ?? noBytes))
    fail(`${path}.publicKey`, "must be that of the primary key");
  if (key !== primary) return;
  const hasReplicas = related.length > 1;
  if (hasReplicas ? key.keyState === "PendingDeletion" : key.keyState === "PendingReplicaDeletion")
    fail(`${path}.keyState`, `a primary key with${hasReplicas ? "" : "out"} replicas is never ${key.keyState}`);
}

function checkQuotas(world: World, key: KeyRecord, path: string): void {
  const customerAliases = aliasNamesOf(world, key).filter((name) => !isReservedAlias(name)).length;
  if (customerAliases > quotas.aliasesPerKey)
    fail(path, `has ${customerAliases} aliases; ${quotas.aliasesPerKey} are allowed`);
  const tags = tagsOf(world, key).length;
  if (tags > quotas.tagsPerKey) fail(path, `has ${tags} tags; ${quotas.tagsPerKey} are allowed`);
  if (countCustomerKeys(world, key) > quotas.customerKeysPerRegion)
    fail(path, `its Region has more than ${quotas.customerKeysPerRegion} customer managed keys`);
}
