// Exports the dialog "Edit automatic key rotation": on or off, and the rotation period.
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import RadioGroup from "@cloudscape-design/components/radio-group";
import { useState } from "react";
import { type KeyRecord, recordId } from "#kms/index.ts";
import { runBatch } from "#store/batch.ts";
import { type FlashText, showFlash } from "#store/flashes.ts";
import { type Action, useAction } from "#store/use-call.ts";
import { useSaving } from "#store/use-saving.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { defaultRotationDays, parseRotationDays, rotationDaysProblem } from "./rotation-period.ts";

interface Props {
  readonly keyRecord: KeyRecord;
  readonly onClose: () => void;
}

/** The rotation period in days; undefined for no automatic rotation. */
type Period = number | undefined;

export function EditRotationModal({ keyRecord: key, onClose }: Props) {
  const begin = useAction();
  const { save, isSaving, error } = useSaving();
  const before = key.rotationPeriodInDays;
  const [isEnabled, setEnabled] = useState(before !== undefined);
  const [days, setDays] = useState(String(before ?? defaultRotationDays));
  const [isTried, setTried] = useState(false);
  const problem = isEnabled ? rotationDaysProblem(days) : undefined;

  async function submit(): Promise<void> {
    setTried(true);
    if (problem !== undefined || isSaving) return;
    const after = isEnabled ? parseRotationDays(days) : undefined;
    const isSaved = await save(async (action) => {
      await setRotation(action, key, after);
      const id = showFlash({
        type: "success",
        text: savedText(key, after),
        calls: action.calls(),
        subjects: [recordId(key, key.keyId)],
        action: { text: "Undo", onClick: () => void takeBack(begin, key, before, id) },
      });
    });
    if (isSaved) onClose();
  }

  return (
    <ConfirmModal
      title="Edit automatic key rotation"
      confirmText="Save"
      isBusy={isSaving}
      error={error}
      onCancel={onClose}
      onConfirm={() => void submit()}
    >
      <FormField label="Key rotation">
        <RadioGroup
          items={[
            { value: "on", label: "Enable" },
            { value: "off", label: "Disable", description: "Key material that the key has got already stays with it." },
          ]}
          value={isEnabled ? "on" : "off"}
          onChange={({ detail }) => setEnabled(detail.value === "on")}
        />
      </FormField>
      <FormField
        label="Rotation period (in days)"
        description="The first rotation is one period from now."
        constraintText="90 to 2560 days."
        errorText={isTried || days !== "" ? problem : undefined}
      >
        <Input
          type="number"
          inputMode="numeric"
          value={days}
          disabled={!isEnabled}
          onChange={({ detail }) => setDays(detail.value)}
        />
      </FormField>
    </ConfirmModal>
  );
}

function setRotation(action: Action, { keyId: KeyId }: KeyRecord, period: Period): Promise<unknown> {
  return period === undefined
    ? action.call("DisableKeyRotation", { KeyId })
    : action.call("EnableKeyRotation", { KeyId, RotationPeriodInDays: period });
}

function savedText({ keyId }: KeyRecord, period: Period): FlashText {
  return period === undefined
    ? ["Successfully disabled automatic key rotation for key ", { strong: keyId }, "."]
    : [
        "Successfully enabled automatic key rotation for key ",
        { strong: keyId },
        `, with a rotation period of ${period} days.`,
      ];
}

function takeBack(begin: () => Action, key: KeyRecord, before: Period, flashId: string) {
  return runBatch(begin, {
    items: [key],
    nameOf: ({ keyId }) => keyId,
    subjectOf: ({ keyId }) => recordId(key, keyId),
    doing: "Setting automatic key rotation back",
    call: (action) => setRotation(action, key, before),
    succeeded: () => savedText(key, before),
    failed: () => "Automatic key rotation could not be set back",
    flashId,
  });
}
