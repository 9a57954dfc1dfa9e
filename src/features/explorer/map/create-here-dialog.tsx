// Exports CreateHereDialog: fills the gap of a name that a Region lacks. The name is given; it chooses the key.
import FormField from "@cloudscape-design/components/form-field";
import { useMemo, useState } from "react";
import type { Change } from "#features/explorer/types.ts";
import { displayAlias } from "#kms/index.ts";
import { creationCandidates } from "#store/key-candidates.ts";
import { usePlace } from "#store/location.ts";
import { useWorld } from "#store/sandbox.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { KeySelect } from "./key-select.tsx";

interface Props {
  readonly region: string;
  /** In full. */
  readonly aliasName: string;
  readonly onChange: (change: Change) => void;
  readonly onClose: () => void;
}

export function CreateHereDialog({ region, aliasName, onChange, onClose }: Props) {
  const { account } = usePlace();
  const world = useWorld((all) => all);
  const [keyId, setKeyId] = useState<string>();
  const candidates = useMemo(() => creationCandidates(world, { account, region }), [world, account, region]);
  const chosen = candidates.find(({ key, reason }) => key.keyId === keyId && reason === undefined);
  return (
    <ConfirmModal
      title={`Create alias ${displayAlias(aliasName)} in ${region}`}
      confirmText="Preview"
      disabledReason={chosen ? undefined : "Choose the key that the alias is to point to."}
      onConfirm={() => {
        if (!chosen) return;
        onClose();
        onChange({ type: "createAlias", region, aliasName, keyId: chosen.key.keyId });
      }}
      onCancel={onClose}
    >
      <FormField label="Target key" stretch description="Nothing changes before you have seen the preview.">
        <KeySelect label="Target key" candidates={candidates} keyId={keyId} onChoose={setKeyId} />
      </FormField>
    </ConfirmModal>
  );
}
