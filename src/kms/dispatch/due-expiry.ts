// Exports the end of imported key material whose date has come. Source: developer guide, "Setting an expiration time".
import { keyArn } from "#kms/model/arn.ts";
import { removeImported } from "#kms/model/imported-material.ts";
import { findKey } from "#kms/model/key.ts";
import { isPresent } from "#kms/model/key-material.ts";
import type { ServiceWork, Writing } from "./operation.ts";

/** @param id of the material's record. Undefined when another writer has deleted it or put its end off meanwhile. */
export function expireDueMaterial(writing: Writing, id: string): ServiceWork | undefined {
  const { draft, now } = writing;
  const material = draft.tables.keyMaterials.get(id);
  if (material?.validTo === undefined || material.validTo > now || !isPresent(material)) return undefined;
  const { account, region, keyId, materialId } = material;
  const key = findKey(draft, material, keyId);
  if (!key) return undefined;
  removeImported(writing, key, material);
  return { keyArns: [keyArn(key)], account, region, details: { keyId, keyMaterialId: materialId } };
}
