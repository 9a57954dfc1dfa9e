// Exports the key materials of a key: the current one, those that it was rotated from, and imported ones that wait or are
// gone. A key whose only material KMS made has no records; here it looks as if it had.
import type { KeyState } from "#kms/contract/types.gen.ts";
import type { Writing } from "#kms/dispatch/operation.ts";
import { keyMaterialId, recordId } from "#kms/state/id.ts";
import type { KeyMaterialRecord, KeyRecord } from "#kms/state/records.ts";
import { recordsUnder } from "#kms/state/table.ts";
import type { World, WorldDraft } from "#kms/state/world.ts";
import { relatedKeys } from "./multi-region.ts";

/** The key materials of a key, oldest first; none where nothing was ever imported. */
export function materialsOf(world: World, key: KeyRecord): KeyMaterialRecord[] {
  const materials = recordsUnder(world.tables.keyMaterials, `${recordId(key, key.keyId)}/`);
  if (materials.length > 0 || key.materialId === undefined) return materials;
  const { account, region, keyId, materialId } = key;
  return [{ account, region, keyId, order: 0, materialId, materialState: "CURRENT" }];
}

export function putMaterial(draft: WorldDraft, material: KeyMaterialRecord): void {
  draft.put("keyMaterials", keyMaterialId(material, material.keyId, material.order), material);
}

/** Whether the secret of this material is in the vault. */
export function isPresent({ importState }: KeyMaterialRecord): boolean {
  return importState !== "PENDING_IMPORT";
}

/** The order of a material that is added to these. */
export function nextOrder(materials: readonly KeyMaterialRecord[]): number {
  return (materials.at(-1)?.order ?? -1) + 1;
}

/** Whether the key is bound to this material for good; one that waits for its rotation can still be replaced. */
export function isPermanent({ materialState }: KeyMaterialRecord): boolean {
  return materialState === "CURRENT" || materialState === "NON_CURRENT";
}

/** Whether all that was ever encrypted under the key can be decrypted: it has its materials, and all of them are present. */
export function hasItsMaterials(world: World, key: KeyRecord): boolean {
  const permanent = materialsOf(world, key).filter(isPermanent);
  return permanent.length > 0 && permanent.every(isPresent);
}

/**
 * Brings a key of origin EXTERNAL into line with its materials: PendingImport while one is missing, and the expiry that
 * DescribeKey shows, which is the earliest of them. Reads the key anew; a key that is to be deleted keeps its state.
 */
export function settleMaterials(draft: WorldDraft, { keyId, ...place }: KeyRecord): void {
  const id = recordId(place, keyId);
  const key = draft.tables.keys.get(id);
  if (!key) return;
  const { expirationModel: _before, validTo: _also, ...kept } = key;
  const present = materialsOf(draft, key).filter((material) => isPermanent(material) && isPresent(material));
  const ends = present.flatMap(({ validTo }) => validTo ?? []);
  const expiry: Pick<KeyRecord, "expirationModel" | "validTo"> =
    ends.length > 0
      ? { expirationModel: "KEY_MATERIAL_EXPIRES", validTo: Math.min(...ends) }
      : present.length > 0
        ? { expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" }
        : {};
  draft.put("keys", id, { ...kept, ...expiry, keyState: stateWith(hasItsMaterials(draft, key), key.keyState) });
}

function stateWith(isComplete: boolean, keyState: KeyState): KeyState {
  if (keyState === "PendingDeletion" || keyState === "PendingReplicaDeletion") return keyState;
  if (!isComplete) return "PendingImport";
  return keyState === "PendingImport" ? "Enabled" : keyState;
}

/**
 * Material that waits can be rotated to as soon as the key and all its related keys have imported it. To be called when one
 * of them imports or loses it, comes into being or goes. Simulated: that it then waits for the import again is not recorded.
 */
export function settleWaiting(draft: WorldDraft, key: KeyRecord): void {
  const related = relatedKeys(draft, key);
  const waiting = related.flatMap((one) => materialsOf(draft, one).filter((material) => !isPermanent(material)));
  const isEverywhere = waiting.length === related.length && waiting.every(isPresent);
  const materialState = isEverywhere ? "PENDING_ROTATION" : "PENDING_MULTI_REGION_IMPORT_AND_ROTATION";
  for (const material of waiting)
    if (material.materialState !== materialState) putMaterial(draft, { ...material, materialState });
}

/** Destroys a secret that `key` held, unless a related multi-Region key still holds it. To be called when the record is changed. */
export function releaseMaterial({ draft, destroyMaterial }: Writing, key: KeyRecord, materialId: string): void {
  const isHeld = relatedKeys(draft, key).some((related) =>
    materialsOf(draft, related).some((material) => material.materialId === materialId && isPresent(material)),
  );
  if (!isHeld) destroyMaterial(materialId);
}
