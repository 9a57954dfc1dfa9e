// Exports the question before aliases are deleted, and the deletion: one DeleteAlias call for each.
import Alert from "@cloudscape-design/components/alert";
import { ImpactLink } from "#features/keys/impact-link.tsx";
import { displayAlias, type KeyRecord, recordId, stateRefusal } from "#kms/index.ts";
import { runBatch } from "#store/batch.ts";
import type { BatchWords } from "#store/batch-outcome.ts";
import type { FlashText } from "#store/flashes.ts";
import { type Action, useAction } from "#store/use-call.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";

interface DeleteAliasesModalProps {
  readonly keyRecord: KeyRecord;
  /** With their prefix. */
  readonly aliasNames: readonly string[];
  readonly onClose: () => void;
}

export function DeleteAliasesModal({ keyRecord, aliasNames, onClose }: DeleteAliasesModalProps) {
  const begin = useAction();
  const isOne = aliasNames.length === 1;
  return (
    <ConfirmModal
      title={isOne ? "Delete alias" : `Delete ${aliasNames.length} aliases`}
      confirmText="Delete"
      onCancel={onClose}
      onConfirm={() => {
        onClose();
        void deleteAliases(begin, keyRecord, aliasNames);
      }}
    >
      <Alert type="warning">
        Applications that use {isOne ? "this alias" : "these aliases"} stop finding the key: their requests fail.
        Deleting an alias has no effect on the key itself.
      </Alert>
      <ul>
        {aliasNames.map((name) => (
          <li key={name}>
            {displayAlias(name)}{" "}
            <ImpactLink
              change={{ type: "deleteAlias", aliasName: name }}
              subject={`alias ${displayAlias(name)}`}
              onMade={onClose}
            />
          </li>
        ))}
      </ul>
    </ConfirmModal>
  );
}

function deleteAliases(begin: () => Action, key: KeyRecord, aliasNames: readonly string[]) {
  return runBatch(begin, {
    ...aliasWords("deleted"),
    items: aliasNames,
    subjectOf: (name) => recordId(key, name),
    doing: "Deleting aliases",
    call: (action, name) => action.call("DeleteAlias", { AliasName: name }),
    undo: (done, flashId) =>
      // A key that is pending deletion takes no new alias, so there the names cannot be given back.
      stateRefusal("CreateAlias", key) ? undefined : () => void recreateAliases(begin, key, done, flashId),
  });
}

function recreateAliases(begin: () => Action, key: KeyRecord, aliasNames: readonly string[], flashId: string) {
  return runBatch(begin, {
    ...aliasWords("created"),
    items: aliasNames,
    subjectOf: (name) => recordId(key, name),
    doing: "Creating aliases",
    call: (action, name) => action.call("CreateAlias", { AliasName: name, TargetKeyId: key.keyId }),
    flashId,
  });
}

function aliasWords(participle: "created" | "deleted"): BatchWords<string> {
  return {
    nameOf: displayAlias,
    succeeded: (done): FlashText =>
      done.length === 1
        ? [`Successfully ${participle} alias `, { strong: displayAlias(done[0] ?? "") }, "."]
        : [`Successfully ${participle} `, { strong: String(done.length) }, " aliases."],
    failed: (failures, total) =>
      total === 1
        ? `The alias could not be ${participle}`
        : `${failures} of ${total} aliases could not be ${participle}`,
  };
}
