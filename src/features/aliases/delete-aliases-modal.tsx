// Exports DeleteAliasesModal: names the aliases that go, and what breaks when they do.
import Alert from "@cloudscape-design/components/alert";
import { useState } from "react";
import { displayAlias, stateRefusal } from "#kms/index.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import type { AliasRow } from "./alias-rows.ts";
import { useAliasCommands } from "./use-alias-commands.ts";

interface Props {
  readonly rows: readonly AliasRow[];
  readonly onClose: () => void;
}

/** More names than anybody reads would only push the buttons off the screen. */
const namedAliases = 50;

export function DeleteAliasesModal({ rows, onClose }: Props) {
  const { remove } = useAliasCommands();
  const [isBusy, setBusy] = useState(false);
  const final = rows.filter(({ key }) => key && stateRefusal("CreateAlias", key));
  const submit = async (): Promise<void> => {
    setBusy(true);
    try {
      await remove(rows.map(({ alias }) => alias));
    } finally {
      onClose();
    }
  };
  const more = rows.length - namedAliases;
  return (
    <ConfirmModal
      title={rows.length === 1 ? "Delete alias" : `Delete ${rows.length} aliases`}
      confirmText="Delete"
      isBusy={isBusy}
      onConfirm={() => void submit()}
      onCancel={onClose}
    >
      <ul>
        {rows.slice(0, namedAliases).map(({ id, alias }) => (
          <li key={id}>
            <strong>{displayAlias(alias.aliasName)}</strong> in {alias.region}, key {alias.targetKeyId ?? "-"}
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
      <Alert type="warning">
        Applications that call AWS KMS with one of these aliases fail with NotFoundException until an alias of that name
        exists again. Policies that allow access by alias (kms:RequestAlias, kms:ResourceAliases) stop matching. The KMS
        keys and what was encrypted or signed under them are not affected.
      </Alert>
      {final.length > 0 && (
        <Alert type="warning">
          {final.map(({ alias }) => displayAlias(alias.aliasName)).join(", ")}: the key is pending deletion, so the
          alias cannot be created for it again.
        </Alert>
      )}
    </ConfirmModal>
  );
}
