// Exports CreateHereDialog: chooses the key of a name that a Region lacks. What follows from it, the preview tells.
import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { useMemo, useState } from "react";
import { spreadOf, typeText } from "#features/explorer/matrix/spread.ts";
import type { Change } from "#features/explorer/types.ts";
import { displayAlias, findAlias } from "#kms/index.ts";
import { creationCandidates } from "#store/key-candidates.ts";
import { usePlace } from "#store/location.ts";
import { useWorld } from "#store/sandbox.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { KeySelect } from "./key-select.tsx";
import { RoomForList } from "./room-for-list.tsx";

interface Props {
  readonly region: string;
  /** In full. */
  readonly aliasName: string;
  readonly onChange: (change: Change) => void;
  readonly onClose: () => void;
}

export function CreateHereDialog({ region, aliasName, onChange, onClose }: Props) {
  const { account } = usePlace();
  const world = useWorld((now) => now);
  const [keyId, setKeyId] = useState<string>();
  const place = useMemo(() => ({ account, region }), [account, region]);
  const candidates = useMemo(() => creationCandidates(world, place), [world, place]);
  const chosen = candidates.find(({ key, reason }) => key.keyId === keyId && reason === undefined);
  const enabled = world.tables.accounts.get(account)?.enabledRegions ?? [];
  const elsewhere = [...spreadOf(world, account, enabled, aliasName).types];
  // Another tab may create it while this is open.
  const isThere = findAlias(world, place, aliasName) !== undefined;
  const isOtherType = chosen && elsewhere.length > 0 && !elsewhere.some(([, type]) => type === typeText(chosen.key));
  return (
    <ConfirmModal
      title={`Create alias ${displayAlias(aliasName)} in ${region}`}
      confirmText="Preview"
      error={isThere ? "The alias has been created in the meantime." : undefined}
      disabledReason={chosen && !isThere ? undefined : "Choose the key that the alias is to point to."}
      onConfirm={() => {
        if (!chosen || isThere) return;
        onClose();
        onChange({ type: "createAlias", region, aliasName, keyId: chosen.key.keyId });
      }}
      onCancel={onClose}
    >
      {elsewhere.length > 0 && (
        <KeyValuePairs columns={2} items={elsewhere.map(([at, type]) => ({ label: `In ${at}`, value: type }))} />
      )}
      <RoomForList>
        <FormField
          label="Target key"
          stretch
          description={`A key in ${region}. Nothing changes before you have seen the preview.`}
        >
          <KeySelect label="Target key" candidates={candidates} keyId={keyId} onChoose={setKeyId} />
        </FormField>
        {isOtherType && (
          <Alert type="info">
            In no other Region does this name stand for a key of this type ({typeText(chosen.key)}). An application that
            uses the alias in several Regions may fail in this one.
          </Alert>
        )}
      </RoomForList>
    </ConfirmModal>
  );
}
