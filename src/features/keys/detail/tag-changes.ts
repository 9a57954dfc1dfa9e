// Exports what must be called so that a key gets the tags of the editor.
import type { TagEditorProps } from "@cloudscape-design/components/tag-editor";
import type { TagRecord } from "#kms/index.ts";

export interface TagChanges {
  readonly removed: readonly string[];
  readonly set: readonly { readonly TagKey: string; readonly TagValue: string }[];
}

/**
 * Compares with the tags as they were when the editor was opened or last saved, so that only what was done in the editor is
 * called for: what was added, changed or removed elsewhere meanwhile stays as it is.
 */
export function tagChanges(saved: readonly TagRecord[], edited: readonly TagEditorProps.Tag[]): TagChanges {
  const before = new Map(saved.map(({ tagKey, tagValue }) => [tagKey, tagValue]));
  const wanted = new Map<string, string>();
  for (const { key, value, markedForRemoval } of edited) if (key !== "" && !markedForRemoval) wanted.set(key, value);
  return {
    removed: edited.flatMap(({ key, markedForRemoval }) =>
      markedForRemoval && before.has(key) && !wanted.has(key) ? [key] : [],
    ),
    set: [...wanted]
      .filter(([key, value]) => before.get(key) !== value)
      .map(([key, value]) => ({ TagKey: key, TagValue: value })),
  };
}

/** What there is to compare with after `removed` has been done, e.g. where the tags could then not be set. */
export function withoutTags(saved: readonly TagRecord[], removed: readonly string[]): readonly TagRecord[] {
  return saved.filter(({ tagKey }) => !removed.includes(tagKey));
}
