// Exports the dialog "Change primary Region": a replica key becomes the primary key, and this key a replica key.
import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { type KeyRecord, recordId } from "#kms/index.ts";
import { runBatch } from "#store/batch.ts";
import { type FlashText, showFlash } from "#store/flashes.ts";
import { type Action, useAction } from "#store/use-call.ts";
import { useSaving } from "#store/use-saving.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { regionText } from "./related-keys.ts";

interface Props {
  readonly keyRecord: KeyRecord;
  readonly related: readonly KeyRecord[];
  readonly onClose: () => void;
}

export function ChangePrimaryModal({ keyRecord: key, related, onClose }: Props) {
  const begin = useAction();
  const { save, isSaving, error, forgetError } = useSaving();
  const options = related.map(({ region }) => ({ value: region, label: regionText(region), labelTag: region }));
  const [region, setRegion] = useState(options.length === 1 ? options[0]?.value : undefined);

  async function submit(): Promise<void> {
    if (region === undefined) return;
    const isChanged = await save(async (action) => {
      await action.call("UpdatePrimaryRegion", { KeyId: key.keyId, PrimaryRegion: region });
      const id = showFlash({
        type: "success",
        text: changedText(key, region),
        calls: action.calls(),
        subjects: [recordId(key, key.keyId)],
        action: { text: "Undo", onClick: () => void takeBack(begin, key, region, id) },
      });
    });
    if (isChanged) onClose();
  }

  return (
    <ConfirmModal
      title="Change primary Region"
      confirmText="Change primary Region"
      isBusy={isSaving}
      disabledReason={region === undefined ? "Choose a Region first." : undefined}
      error={error}
      onCancel={onClose}
      onConfirm={() => void submit()}
    >
      <FormField
        label="New primary Region"
        description={`The primary key is in ${regionText(key.region)} now. Only Regions with a replica key can be chosen.`}
      >
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === region) ?? null}
          placeholder="Choose a Region"
          expandToViewport
          onChange={({ detail }) => {
            setRegion(detail.selectedOption.value);
            forgetError();
          }}
        />
      </FormField>
      <Alert type="info">
        The replica key in the new primary Region becomes the primary key, and this key becomes a replica key. Nothing
        else about them changes.
      </Alert>
    </ConfirmModal>
  );
}

function changedText({ keyId }: KeyRecord, region: string): FlashText {
  return [
    "Successfully changed the primary Region of key ",
    { strong: keyId },
    " to ",
    { strong: regionText(region) },
    ".",
  ];
}

/** The primary key is in the other Region by then, so that is where it must be asked. */
function takeBack(begin: () => Action, key: KeyRecord, region: string, flashId: string) {
  return runBatch(begin, {
    items: [key],
    nameOf: ({ keyId }) => keyId,
    subjectOf: ({ keyId }) => recordId(key, keyId),
    doing: "Changing the primary Region back",
    call: (action, { keyId }) =>
      action.call("UpdatePrimaryRegion", { KeyId: keyId, PrimaryRegion: key.region }, { region }),
    succeeded: () => changedText(key, key.region),
    failed: () => "The primary Region could not be changed back",
    flashId,
  });
}
