// Exports the key materials of a key: the current one, those that it was rotated from, and imported ones that wait or are
// gone. A key whose only material KMS made has no records; here it looks as if it had.
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

/** Destroys a secret that `key` held, unless a related multi-Region key still holds it. To be called when the record is changed. */
export function releaseMaterial({ draft, destroyMaterial }: Writing, key: KeyRecord, materialId: string): void {
  const isHeld = relatedKeys(draft, key).some((related) =>
    materialsOf(draft, related).some((material) => material.materialId === materialId && isPresent(material)),
  );
  if (!isHeld) destroyMaterial(materialId);
}
