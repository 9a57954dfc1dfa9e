// Exports RetargetDialog: by keyboard what dragging does by hand. It chooses the key; what follows from it, the preview tells.
import FormField from "@cloudscape-design/components/form-field";
import { useMemo, useState } from "react";
import type { AliasNode, Change } from "#features/explorer/types.ts";
import { displayAlias, findKey } from "#kms/index.ts";
import { retargetCandidates } from "#store/key-candidates.ts";
import { useWorld } from "#store/sandbox.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { KeySelect } from "./key-select.tsx";
import { RoomForList } from "./room-for-list.tsx";

interface Props {
  readonly node: AliasNode;
  readonly onChange: (change: Change) => void;
  readonly onClose: () => void;
}

export function RetargetDialog({ node: { id, alias: openedOn }, onChange, onClose }: Props) {
  const world = useWorld((all) => all);
  const [keyId, setKeyId] = useState<string>();
  // Another tab may move or delete the alias while this is open.
  const alias = world.tables.aliases.get(id);
  const current = alias?.targetKeyId === undefined ? undefined : findKey(world, alias, alias.targetKeyId);
  const candidates = useMemo(() => (alias ? retargetCandidates(world, alias, current) : []), [world, alias, current]);
  const chosen = candidates.find(({ key, reason }) => key.keyId === keyId && reason === undefined);
  const name = displayAlias(openedOn.aliasName);
  return (
    <ConfirmModal
      title={`Retarget alias ${name}`}
      confirmText="Preview"
      error={alias ? undefined : "The alias has been deleted in the meantime."}
      disabledReason={chosen ? undefined : "Choose the key that the alias is to point to."}
      onConfirm={() => {
        if (!chosen) return;
        const { region, aliasName } = openedOn;
        onClose();
        onChange({ type: "retarget", region, aliasName, keyId: chosen.key.keyId });
      }}
      onCancel={onClose}
    >
      <RoomForList>
        <FormField
          label="New target key"
          stretch
          description={`The new key must be in ${openedOn.region}, and have the same key type and key usage. Nothing changes before you have seen the preview.`}
          {...(chosen?.caution === undefined ? {} : { warningText: `${chosen.caution}.` })}
        >
          <KeySelect label="New target key" candidates={candidates} keyId={keyId} onChoose={setKeyId} />
        </FormField>
      </RoomForList>
    </ConfirmModal>
  );
}
