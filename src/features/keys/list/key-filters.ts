// Exports what the key lists can be filtered by: properties of the key, and its tags by key and value.

import type { ByKey } from "#features/keys/region-index.ts";
import type { KeyRecord, TagRecord } from "#kms/index.ts";
import { keyTypeText, regionalityText } from "#store/key-texts.ts";
import type { FilterProperty, PropertyFilterConfig } from "#ui/data-table/column.ts";

const none: readonly string[] = [];

function nameProperties(aliases: ByKey<string>): FilterProperty<KeyRecord>[] {
  return [
    { key: "alias", label: "Alias", values: ({ keyId }) => aliases.get(keyId) ?? none },
    { key: "key-id", label: "Key ID", values: ({ keyId }) => [keyId] },
  ];
}

const kindProperties: readonly FilterProperty<KeyRecord>[] = [
  { key: "key-type", label: "Key type", values: (key) => [keyTypeText(key)] },
  { key: "regionality", label: "Regionality", values: (key) => [regionalityText(key)] },
];

export function customerKeyFilter(aliases: ByKey<string>, tags: ByKey<TagRecord>): PropertyFilterConfig<KeyRecord> {
  return {
    placeholder: "Filter keys by properties or tags",
    properties: [...nameProperties(aliases), ...kindProperties, ...tagProperties(tags)],
    freeText: (key) =>
      [
        ...(aliases.get(key.keyId) ?? none),
        key.keyId,
        keyTypeText(key),
        ...(tags.get(key.keyId)?.map(({ tagKey }) => tagKey) ?? none),
      ]
        .join("\n")
        .toLowerCase(),
  };
}

export function awsKeyFilter(aliases: ByKey<string>): PropertyFilterConfig<KeyRecord> {
  return {
    placeholder: "Filter keys by alias or key ID",
    properties: nameProperties(aliases),
    freeText: ({ keyId }) => [...(aliases.get(keyId) ?? none), keyId].join("\n").toLowerCase(),
  };
}

/** A tag is a property named after its key, so that a filter by tag always says key and value. */
function tagProperties(tags: ByKey<TagRecord>): FilterProperty<KeyRecord>[] {
  const tagKeys = new Set<string>();
  for (const ofKey of tags.values()) for (const { tagKey } of ofKey) tagKeys.add(tagKey);
  return [...tagKeys].sort().map((tagKey) => ({
    key: `tag:${tagKey}`,
    label: tagKey,
    groupLabel: "Tags",
    values: ({ keyId }) => tags.get(keyId)?.flatMap((tag) => (tag.tagKey === tagKey ? [tag.tagValue] : none)) ?? none,
  }));
}
