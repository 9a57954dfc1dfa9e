// Exports ExportModal: saves the workspace to a file, after it was said what stands in there.
import Alert from "@cloudscape-design/components/alert";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { useState } from "react";
import { StorageError } from "#kms/index.ts";
import { ArchiveError, archiveWarning } from "#storage/archive/archive-format.ts";
import { archiveText, exportArchive } from "#storage/archive/export-archive.ts";
import { showFlash } from "#store/flashes.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { archiveFileName, saveFile } from "./archive-file.ts";
import { useWorkspace } from "./workspace-context.ts";
import type { WorkspaceCounts } from "./workspace-counts.ts";
import { countItems } from "./workspace-texts.ts";

interface Props {
  readonly counts: WorkspaceCounts;
  readonly onClose: () => void;
}

export function ExportModal({ counts, onClose }: Props) {
  const workspace = useWorkspace();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const submit = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const now = Date.now();
    try {
      const fileName = archiveFileName(workspace.name, now);
      saveFile(fileName, archiveText(await exportArchive(workspace, now)));
      showFlash({ type: "success", text: ["Exported the workspace to ", { strong: fileName }, "."] });
      onClose();
    } catch (refusal) {
      setBusy(false);
      if (!(refusal instanceof ArchiveError || refusal instanceof StorageError)) throw refusal;
      setError(refusal.message);
    }
  };
  return (
    <ConfirmModal
      title={`Export ${workspace.name}`}
      confirmText="Export"
      isBusy={isBusy}
      error={error}
      onConfirm={() => void submit()}
      onCancel={onClose}
    >
      <KeyValuePairs columns={4} items={countItems(counts)} />
      <Alert type="warning">{archiveWarning}</Alert>
    </ConfirmModal>
  );
}
