// Exports what must be called so that a key gets the tags of the editor.
import type { TagEditorProps } from "@cloudscape-design/components/tag-editor";
import type { TagRecord } from "#kms/index.ts";

export interface TagChanges {
  readonly removed: readonly string[];
  readonly set: readonly { readonly TagKey: string; readonly TagValue: string }[];
}

/**
 * Compares with the tags that the key has now, so that a second try after a partial failure does only what is left. Only
 * what was removed in the editor goes: a tag that was added elsewhere meanwhile stays.
 */
export function tagChanges(current: readonly TagRecord[], edited: readonly TagEditorProps.Tag[]): TagChanges {
  const present = new Map(current.map(({ tagKey, tagValue }) => [tagKey, tagValue]));
  const wanted = new Map<string, string>();
  for (const { key, value, markedForRemoval } of edited) if (key !== "" && !markedForRemoval) wanted.set(key, value);
  return {
    removed: edited.flatMap(({ key, markedForRemoval }) =>
      markedForRemoval && present.has(key) && !wanted.has(key) ? [key] : [],
    ),
    set: [...wanted]
      .filter(([key, value]) => present.get(key) !== value)
      .map(([key, value]) => ({ TagKey: key, TagValue: value })),
  };
}
