// Exports the question before keys are disabled: what uses them fails at once.
import Alert from "@cloudscape-design/components/alert";
import Checkbox from "@cloudscape-design/components/checkbox";
import { useState } from "react";
import { ImpactLink } from "#features/keys/impact-link.tsx";
import { useAliasesByKey } from "#features/keys/region-index.ts";
import type { KeyRecord } from "#kms/index.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";

interface DisableKeysModalProps {
  readonly keys: readonly KeyRecord[];
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

const listedKeys = 10;

export function DisableKeysModal({ keys, onCancel, onConfirm }: DisableKeysModalProps) {
  const [isConfirmed, setConfirmed] = useState(false);
  const aliases = useAliasesByKey();
  const isOne = keys.length === 1;
  return (
    <ConfirmModal
      title={isOne ? "Disable key" : `Disable ${keys.length} keys`}
      confirmText={isOne ? "Disable key" : "Disable keys"}
      disabledReason={isConfirmed ? undefined : "Tick the check box first."}
      onCancel={onCancel}
      onConfirm={onConfirm}
    >
      <Alert type="warning">
        While a key is disabled, it can't be used in any cryptographic operation: requests to encrypt, decrypt, sign or
        verify with it fail. You can enable it again at any time.
      </Alert>
      <ul>
        {keys.slice(0, listedKeys).map(({ keyId }) => (
          <li key={keyId}>
            {keyId}
            {aliases.has(keyId) && ` (${aliases.get(keyId)?.join(", ")})`}{" "}
            <ImpactLink change={{ type: "disableKey", keyId }} subject={`key ${keyId}`} onMade={onCancel} />
          </li>
        ))}
        {keys.length > listedKeys && <li>and {keys.length - listedKeys} more</li>}
      </ul>
      <Checkbox checked={isConfirmed} onChange={({ detail }) => setConfirmed(detail.checked)}>
        {isOne ? "Confirm that you want to disable this key." : "Confirm that you want to disable these keys."}
      </Checkbox>
    </ConfirmModal>
  );
}
