// Exports the question before imported key material is deleted, and the deletion: one call for each key.
import Alert from "@cloudscape-design/components/alert";
import { type KeyRecord, recordId } from "#kms/index.ts";
import { runBatch } from "#store/batch.ts";
import type { FlashText } from "#store/flashes.ts";
import { type Action, useAction } from "#store/use-call.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";

interface Props {
  readonly keys: readonly KeyRecord[];
  /** The one to be deleted, of a single key; the current key material of each key if absent. */
  readonly materialId?: string;
  readonly onClose: () => void;
}

export function DeleteMaterialModal({ keys, materialId, onClose }: Props) {
  const begin = useAction();
  return (
    <ConfirmModal
      title="Delete key material"
      confirmText="Delete key material"
      onCancel={onClose}
      onConfirm={() => {
        onClose();
        void deleteMaterial(begin, keys, materialId);
      }}
    >
      <Alert type="warning">
        Without this key material the key is pending import and cannot be used. AWS KMS keeps no copy: to use the key
        again, you must import the same key material again.
      </Alert>
      <ul>
        {keys.map(({ keyId }) => (
          <li key={keyId}>
            {keyId}
            {materialId !== undefined && `, key material ${materialId}`}
          </li>
        ))}
      </ul>
    </ConfirmModal>
  );
}

// No Undo: only the owner of the key material has it still.
function deleteMaterial(begin: () => Action, keys: readonly KeyRecord[], materialId: string | undefined) {
  return runBatch(begin, {
    items: keys,
    nameOf: ({ keyId }) => keyId,
    subjectOf: (key) => recordId(key, key.keyId),
    doing: "Deleting key material",
    // Only symmetric encryption keys can have several.
    call: (action, { keyId, keySpec }) =>
      action.call("DeleteImportedKeyMaterial", {
        KeyId: keyId,
        ...(materialId === undefined || keySpec !== "SYMMETRIC_DEFAULT" ? {} : { KeyMaterialId: materialId }),
      }),
    succeeded: (done): FlashText =>
      done.length === 1
        ? ["Successfully deleted key material of key ", { strong: done[0]?.keyId ?? "" }, "."]
        : ["Successfully deleted key material of ", { strong: String(done.length) }, " keys."],
    failed: (failures, total) =>
      total === 1
        ? "The key material could not be deleted"
        : `Key material of ${failures} of ${total} keys could not be deleted`,
  });
}
