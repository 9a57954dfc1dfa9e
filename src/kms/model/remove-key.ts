// Exports what goes with a key: its aliases, tags, grants, policy and key material. Source: developer guide, "Deleting AWS KMS
// keys".
import type { Writing } from "#kms/dispatch/operation.ts";
import { keyMaterialId, partOfKeyId, recordId, tagId } from "#kms/state/id.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import { recordsUnder } from "#kms/state/table.ts";
import { aliasNamesOf } from "./alias.ts";
import { isPresent, materialsOf, releaseMaterial, settleWaiting } from "./key-material.ts";
import { tagsOf } from "./tag.ts";

export function removeKey(writing: Writing, key: KeyRecord): void {
  const { draft, destroyMaterial } = writing;
  const { keyId } = key;
  const id = recordId(key, keyId);
  for (const name of aliasNamesOf(draft, key)) draft.remove("aliases", recordId(key, name));
  for (const { tagKey } of tagsOf(draft, key)) draft.remove("tags", tagId(key, keyId, tagKey));
  for (const { grantId } of recordsUnder(draft.tables.grants, `${id}/`))
    draft.remove("grants", partOfKeyId(key, keyId, grantId));
  for (const { importId, wrappingMaterialId } of recordsUnder(draft.tables.importParameters, `${id}/`)) {
    draft.remove("importParameters", partOfKeyId(key, keyId, importId));
    destroyMaterial(wrappingMaterialId);
  }
  const materials = materialsOf(draft, key);
  for (const { order } of materials) draft.remove("keyMaterials", keyMaterialId(key, keyId, order));
  draft.remove("keyPolicies", id);
  draft.remove("keys", id);
  for (const material of materials) if (isPresent(material)) releaseMaterial(writing, key, material.materialId);
  settleWaiting(draft, key);
}
