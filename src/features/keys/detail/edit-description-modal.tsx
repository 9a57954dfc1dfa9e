// Exports the dialog behind "Edit" on a key's page: the description is all that can be edited there.
import FormField from "@cloudscape-design/components/form-field";
import Textarea, { type TextareaProps } from "@cloudscape-design/components/textarea";
import { useRef, useState } from "react";
import { descriptionLength, descriptionProblem } from "#features/keys/description-problem.ts";
import { type KeyRecord, KmsError } from "#kms/index.ts";
import { refusalText } from "#store/batch-outcome.ts";
import { showFlash } from "#store/flashes.ts";
import { useAction } from "#store/use-call.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { FocusField } from "./focus-field.tsx";

interface EditDescriptionModalProps {
  readonly keyRecord: KeyRecord;
  readonly onClose: () => void;
}

export function EditDescriptionModal({ keyRecord, onClose }: EditDescriptionModalProps) {
  const begin = useAction();
  const field = useRef<TextareaProps.Ref>(null);
  const [description, setDescription] = useState(keyRecord.description);
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<string>();
  const problem = descriptionProblem(description);

  async function save(): Promise<void> {
    const action = begin();
    setSaving(true);
    try {
      await action.call("UpdateKeyDescription", { KeyId: keyRecord.keyId, Description: description });
    } catch (refusal) {
      if (!(refusal instanceof KmsError)) throw refusal;
      setError(refusalText(refusal));
      return;
    } finally {
      setSaving(false);
    }
    showFlash({
      type: "success",
      text: ["Successfully updated the description of key ", { strong: keyRecord.keyId }, "."],
      calls: action.calls(),
    });
    onClose();
  }

  return (
    <ConfirmModal
      title="Edit description"
      confirmText="Save"
      isBusy={isSaving}
      disabledReason={problem ? "The description is too long." : undefined}
      error={error}
      onCancel={onClose}
      onConfirm={() => void save()}
    >
      <FocusField field={field} />
      <FormField
        label="Description"
        constraintText={`${descriptionLength} characters at most. Don't put secrets here: the description appears in logs.`}
        {...(problem === undefined ? {} : { errorText: problem })}
      >
        <Textarea
          ref={field}
          value={description}
          placeholder="Description of the key"
          onChange={({ detail }) => setDescription(detail.value)}
        />
      </FormField>
    </ConfirmModal>
  );
}
