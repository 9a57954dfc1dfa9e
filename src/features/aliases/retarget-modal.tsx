// Exports RetargetModal: chooses the key that an alias is to point to, and tells what that changes before it is done.
import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { useMemo, useState } from "react";
import { displayAlias, findKey, KmsError } from "#kms/index.ts";
import { refusalText } from "#store/batch-outcome.ts";
import { retargetCandidates } from "#store/key-candidates.ts";
import { useWorld } from "#store/sandbox.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import type { AliasRow } from "./alias-rows.ts";
import { KeyChooser } from "./key-chooser.tsx";
import { retargetEffects } from "./retarget-effects.ts";
import { useAliasCommands } from "./use-alias-commands.ts";

interface Props {
  readonly row: AliasRow;
  readonly onClose: () => void;
}

export function RetargetModal({ row: { id, alias: openedOn }, onClose }: Props) {
  const world = useWorld((all) => all);
  const { retarget } = useAliasCommands();
  const [keyId, setKeyId] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  // Another tab may move or delete the alias while this is open.
  const alias = world.tables.aliases.get(id);
  const current = alias?.targetKeyId === undefined ? undefined : findKey(world, alias, alias.targetKeyId);
  const candidates = useMemo(() => (alias ? retargetCandidates(world, alias, current) : []), [world, alias, current]);
  const chosen = candidates.find(({ key }) => key.keyId === keyId);
  const name = displayAlias(openedOn.aliasName);
  const submit = async (): Promise<void> => {
    if (!alias || !chosen) return;
    setBusy(true);
    setError(undefined);
    try {
      await retarget(alias, chosen.key.keyId);
      onClose();
    } catch (refusal) {
      if (!(refusal instanceof KmsError)) throw refusal;
      setError(refusalText(refusal));
    } finally {
      setBusy(false);
    }
  };
  return (
    <ConfirmModal
      title={`Retarget alias ${name}`}
      confirmText="Retarget alias"
      size="large"
      isBusy={isBusy}
      error={alias ? error : "The alias has been deleted in the meantime."}
      disabledReason={blockedBy(chosen?.reason, chosen !== undefined)}
      onConfirm={() => void submit()}
      onCancel={onClose}
    >
      <KeyValuePairs
        columns={3}
        items={[
          { label: "Alias", value: name },
          { label: "Region", value: openedOn.region },
          { label: "Current target", value: current ? `${current.keyId} (${current.keySpec})` : "-" },
        ]}
      />
      <FormField
        label="New target key"
        stretch
        description="The new key must be in the same account and Region, and have the same key type and key usage. The key spec can differ."
      >
        <KeyChooser
          label="New target key"
          candidates={candidates}
          chosen={chosen}
          onChoose={({ key }) => setKeyId(key.keyId)}
        />
      </FormField>
      {current && chosen && chosen.reason === undefined && (
        <div>
          <Box variant="h3">What will change</Box>
          <ul>
            {retargetEffects(openedOn.aliasName, current, chosen.key).map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        </div>
      )}
    </ConfirmModal>
  );
}

function blockedBy(reason: string | undefined, isChosen: boolean): string | undefined {
  if (!isChosen) return "Choose the key that the alias is to point to.";
  return reason === undefined ? undefined : `Not possible: ${reason}.`;
}
