// Exports what goes with a key: its aliases, tags, policy and key material. Source: developer guide, "Deleting AWS KMS keys".
import type { Writing } from "#kms/dispatch/operation.ts";
import { recordId, tagId } from "#kms/state/id.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import { aliasNamesOf } from "./alias.ts";
import { tagsOf } from "./tag.ts";

export function removeKey({ draft, destroyMaterial }: Writing, key: KeyRecord): void {
  const id = recordId(key, key.keyId);
  for (const name of aliasNamesOf(draft, key)) draft.remove("aliases", recordId(key, name));
  for (const { tagKey } of tagsOf(draft, key)) draft.remove("tags", tagId(key, key.keyId, tagKey));
  draft.remove("keyPolicies", id);
  draft.remove("keys", id);
  if (key.materialId !== undefined) destroyMaterial(key.materialId);
}
