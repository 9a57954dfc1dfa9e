// Exports the editor of a key's tags. Saving takes UntagResource for what was removed and TagResource for what was set.
import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import TagEditor, { type TagEditorProps } from "@cloudscape-design/components/tag-editor";
import { useRef, useState } from "react";
import { useTagsOf } from "#features/keys/region-index.ts";
import { SaveForm } from "#features/keys/save-form.tsx";
import { type KeyRecord, KmsError, quotas } from "#kms/index.ts";
import { refusalText } from "#store/batch-outcome.ts";
import { showFlash } from "#store/flashes.ts";
import { useAction } from "#store/use-call.ts";
import { tagChanges, withoutTags } from "./tag-changes.ts";

interface TagsFormProps {
  readonly keyRecord: KeyRecord;
  readonly onClose: () => void;
}

export function TagsForm({ keyRecord, onClose }: TagsFormProps) {
  const begin = useAction();
  const current = useTagsOf(keyRecord);
  // Another tab may change the tags while this is open: what is saved is what was done here.
  const [saved, setSaved] = useState(current);
  const editor = useRef<TagEditorProps.Ref>(null);
  const [isValid, setValid] = useState(true);
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<string>();
  const [tags, setTags] = useState<readonly TagEditorProps.Tag[]>(() =>
    saved.length === 0
      ? [{ key: "", value: "", existing: false }]
      : saved.map(({ tagKey, tagValue }) => ({ key: tagKey, value: tagValue, existing: true })),
  );

  async function save(): Promise<void> {
    if (!isValid) {
      editor.current?.focus();
      return;
    }
    // The editor names a missing key only in a row that has been visited. Rows that are empty altogether are dropped.
    if (tags.some(({ key, value, markedForRemoval }) => key === "" && value !== "" && !markedForRemoval)) {
      setError("Enter a key for each tag.");
      return;
    }
    const { removed, set } = tagChanges(saved, tags);
    if (removed.length === 0 && set.length === 0) {
      onClose();
      return;
    }
    const action = begin();
    setSaving(true);
    try {
      // Removes first, so that a key with 50 tags has room for a new one.
      if (removed.length > 0) {
        await action.call("UntagResource", { KeyId: keyRecord.keyId, TagKeys: [...removed] });
        setSaved(withoutTags(saved, removed));
      }
      if (set.length > 0) await action.call("TagResource", { KeyId: keyRecord.keyId, Tags: [...set] });
    } catch (refusal) {
      if (!(refusal instanceof KmsError)) throw refusal;
      setError(refusalText(refusal));
      return;
    } finally {
      setSaving(false);
    }
    const text = ["Successfully saved the tags of key ", { strong: keyRecord.keyId }, "."];
    showFlash({ type: "success", text, calls: action.calls() });
    onClose();
  }

  return (
    <SaveForm isSaving={isSaving} onSave={() => void save()} onCancel={onClose}>
      <Container header={<Header variant="h2">Edit tags</Header>}>
        <SpaceBetween size="m">
          {error !== undefined && (
            <Alert type="error" header="The tags could not be saved">
              {error}
            </Alert>
          )}
          <TagEditor
            ref={editor}
            tags={tags}
            tagLimit={quotas.tagsPerKey}
            onChange={({ detail }) => {
              setTags(detail.tags);
              setValid(detail.valid);
            }}
          />
        </SpaceBetween>
      </Container>
    </SaveForm>
  );
}
