// Exports the dialog that renames a custom key store.
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import type { CustomKeyStoreRecord } from "#kms/index.ts";
import { showFlash } from "#store/flashes.ts";
import { useSaving } from "#store/use-saving.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";

interface Props {
  readonly store: CustomKeyStoreRecord;
  readonly onClose: () => void;
}

export function EditStoreModal({ store, onClose }: Props) {
  const { save, isSaving, error } = useSaving();
  const [name, setName] = useState(store.name);

  async function submit(): Promise<void> {
    const isSaved = await save(async (action) => {
      await action.call("UpdateCustomKeyStore", {
        CustomKeyStoreId: store.customKeyStoreId,
        NewCustomKeyStoreName: name,
      });
      showFlash({
        type: "success",
        text: ["Successfully renamed custom key store ", { strong: store.name }, " to ", { strong: name }, "."],
        calls: action.calls(),
      });
    });
    if (isSaved) onClose();
  }

  return (
    <ConfirmModal
      title="Edit custom key store"
      confirmText="Save changes"
      isBusy={isSaving}
      disabledReason={name === "" ? "Enter a name." : undefined}
      error={error}
      onCancel={onClose}
      onConfirm={() => void submit()}
    >
      <FormField
        label="Custom key store name"
        constraintText="1 to 256 characters. Other settings are changed with UpdateCustomKeyStore."
      >
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
    </ConfirmModal>
  );
}
