// Exports the rules of tags. The three texts of TagException are recorded.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { Tag } from "#kms/contract/types.gen.ts";
import { recordId, tagId } from "#kms/state/id.ts";
import type { KeyRecord, TagRecord } from "#kms/state/records.ts";
import { recordsUnder } from "#kms/state/table.ts";
import type { World, WorldDraft } from "#kms/state/world.ts";
import { quotas } from "./quota.ts";

/** The tags of a key in tag-key order. */
export function tagsOf(world: World, key: Pick<KeyRecord, "account" | "region" | "keyId">): TagRecord[] {
  return recordsUnder(world.tables.tags, `${recordId(key, key.keyId)}/`);
}

/**
 * Tags that a request may set on a key that has `existing` ones.
 * @throws KmsError TagException: reserved prefix (in any letter case), a key twice in the request, more than 50 in the end.
 */
export function requireValidTags(tags: readonly Tag[], existing: readonly TagRecord[]): void {
  if (tags.some(({ TagKey }) => TagKey.toLowerCase().startsWith("aws:")))
    throw new KmsError("TagException", "Tags beginning with aws: are reserved");
  const keys = new Set(tags.map(({ TagKey }) => TagKey));
  if (keys.size < tags.length) throw new KmsError("TagException", "Duplicate tag keys");
  for (const { tagKey } of existing) keys.add(tagKey);
  if (keys.size > quotas.tagsPerKey) throw new KmsError("TagException", "Too many tags");
}

export function putTags(draft: WorldDraft, key: KeyRecord, tags: readonly Tag[]): void {
  const { account, region, keyId } = key;
  for (const { TagKey, TagValue } of tags)
    draft.put("tags", tagId(key, keyId, TagKey), { account, region, keyId, tagKey: TagKey, tagValue: TagValue });
}
