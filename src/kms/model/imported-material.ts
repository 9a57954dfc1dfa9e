// Exports what importing, deleting and expiring key material does to a key and its related multi-Region keys. Material is
// imported into each Region by itself; which materials there are, and in which order, is told by the primary key.
// Source: API reference, "ImportKeyMaterial" and "DeleteImportedKeyMaterial".
import { KmsError } from "#kms/contract/kms-error.ts";
import type { ImportKeyMaterialInput } from "#kms/contract/types.gen.ts";
import type { NewMaterial } from "#kms/crypto/cryptography.ts";
import type { Writing } from "#kms/dispatch/operation.ts";
import { keyMaterialId, recordId } from "#kms/state/id.ts";
import type { KeyMaterialRecord, KeyRecord } from "#kms/state/records.ts";
import type { World, WorldDraft } from "#kms/state/world.ts";
import { keyArn } from "./arn.ts";
import {
  isPermanent,
  isPresent,
  materialsOf,
  nextOrder,
  putMaterial,
  releaseMaterial,
  settleMaterials,
  settleWaiting,
} from "./key-material.ts";
import { isPrimary, relatedKeys } from "./multi-region.ts";

/** Material that was unwrapped and fits the spec of its key, with the id that its bytes give it. */
export interface ImportedMaterial extends NewMaterial {
  readonly materialId: string;
}

export type Expiry = Pick<KeyMaterialRecord, "expirationModel" | "validTo">;

/** Puts imported material into the key. @throws KmsError as `importedRecord`. */
export function placeImported(
  writing: Writing,
  key: KeyRecord,
  material: ImportedMaterial,
  request: ImportKeyMaterialInput,
  expiry: Expiry,
): void {
  const { draft, world, keepMaterial } = writing;
  const record = importedRecord(world, key, material.materialId, request, expiry);
  const isNew = !materialsOf(world, key).some(({ materialId }) => materialId === record.materialId);
  putMaterial(draft, record);
  if (isNew) announce(draft, key, record, material.publicKey);
  settleWaiting(draft, key);
  keepMaterial(material.materialId, material.secret);
  settleMaterials(draft, key);
}

/** Takes a material out of the key, since it was deleted or has expired. Does nothing where only its secret could go and is gone. */
export function removeImported(writing: Writing, key: KeyRecord, material: KeyMaterialRecord): void {
  const { draft } = writing;
  const isBound = isPermanent(material) || (key.multiRegion && !isPrimary(key));
  if (isBound && !isPresent(material)) return;
  if (isBound) putMaterial(draft, withoutSecret(material));
  // What only waits is not bound to the key: it goes altogether, in every Region, and other material can take its place.
  else
    for (const { account, region, keyId } of relatedKeys(draft, key))
      draft.remove("keyMaterials", keyMaterialId({ account, region }, keyId, material.order));
  settleWaiting(draft, key);
  settleMaterials(draft, key);
  releaseMaterial(writing, key, material.materialId);
}

/** The record of material that is imported now. Simulated: all texts but the one about a material that waits. */
function importedRecord(
  world: World,
  key: KeyRecord,
  materialId: string,
  { ImportType, KeyMaterialId, KeyMaterialDescription }: ImportKeyMaterialInput,
  expiry: Expiry,
): KeyMaterialRecord {
  const materials = materialsOf(world, key);
  const known = materials.find((material) => material.materialId === materialId);
  const isNew = (ImportType ?? (materials.length === 0 ? "NEW_KEY_MATERIAL" : "")) === "NEW_KEY_MATERIAL";
  if (isNew && KeyMaterialId !== undefined)
    throw new KmsError("ValidationException", "KeyMaterialId cannot be specified when ImportType is NEW_KEY_MATERIAL.");
  if (KeyMaterialId !== undefined && KeyMaterialId !== materialId) throw new KmsError("IncorrectKeyMaterialException");
  if (isNew === (known !== undefined)) throw new KmsError("IncorrectKeyMaterialException");
  const description = KeyMaterialDescription ?? known?.description;
  const imported = {
    importState: "IMPORTED",
    ...expiry,
    ...(description === undefined ? {} : { description }),
  } as const satisfies Partial<KeyMaterialRecord>;
  if (known) return { ...withoutSecret(known), ...imported };
  requireRoomForNew(key, materials, materialId);
  const { account, region, keyId } = key;
  const materialState = materials.length === 0 ? "CURRENT" : "PENDING_ROTATION";
  return { account, region, keyId, order: nextOrder(materials), materialId, materialState, ...imported };
}

function requireRoomForNew(key: KeyRecord, materials: readonly KeyMaterialRecord[], materialId: string): void {
  if (key.multiRegion && !isPrimary(key))
    throw new KmsError(
      "UnsupportedOperationException",
      `New key material must be imported into the multi-region primary key before ${keyArn(key)}.`,
    );
  const waiting = materials.find((material) => !isPermanent(material));
  if (waiting)
    throw new KmsError(
      "KMSInvalidStateException",
      `New key material (id: ${materialId}) cannot be imported into KMS key ${keyArn(key)}, because another key material (id: ${waiting.materialId}) is pending rotation.`,
    );
}

/** Lets the replicas of a primary key know of new material, which each of them then has to import. */
function announce(
  draft: WorldDraft,
  key: KeyRecord,
  record: KeyMaterialRecord,
  publicKey: Uint8Array | undefined,
): void {
  for (const related of relatedKeys(draft, key)) {
    if (related.region !== key.region) putMaterial(draft, { ...withoutSecret(record), region: related.region });
    if (record.materialState !== "CURRENT") continue;
    const first = { ...related, materialId: record.materialId, ...(publicKey ? { publicKey } : {}) };
    draft.put("keys", recordId(related, related.keyId), first);
  }
}

function withoutSecret({ expirationModel: _before, validTo: _also, ...kept }: KeyMaterialRecord): KeyMaterialRecord {
  return { ...kept, importState: "PENDING_IMPORT" };
}
