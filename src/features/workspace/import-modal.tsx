// Exports ImportModal: checks a workspace file whole, shows what is in it, and puts it in the place of the open workspace.
import Alert from "@cloudscape-design/components/alert";
import FileUpload from "@cloudscape-design/components/file-upload";
import FormField from "@cloudscape-design/components/form-field";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useRef, useState } from "react";
import { formatTime } from "#lib/time-text.ts";
import { type Archive, ArchiveError } from "#storage/archive/archive-format.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { readArchiveFile } from "./archive-file.ts";
import { useReplace } from "./use-replace.ts";
import { useWorkspace } from "./workspace-context.ts";
import { countsOf } from "./workspace-counts.ts";
import { countItems } from "./workspace-texts.ts";

type Chosen =
  | { readonly type: "none" }
  | { readonly type: "checking"; readonly file: File }
  | { readonly type: "bad"; readonly file: File; readonly error: ArchiveError }
  | { readonly type: "good"; readonly file: File; readonly archive: Archive };

export function ImportModal({ onClose }: { readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const { isBusy, error, replace } = useReplace();
  const { chosen, choose } = useChosenFile();
  const submit = (): void => {
    if (chosen.type === "good") void replace("import", () => workspace.importArchive(chosen.archive));
  };
  return (
    <ConfirmModal
      title="Import a workspace"
      confirmText="Import"
      isBusy={isBusy}
      error={error}
      disabledReason={disabledReasons[chosen.type]}
      onConfirm={submit}
      onCancel={onClose}
    >
      <FormField label="Workspace file" description="A file that was exported here or in another browser.">
        <FileUpload
          accept=".json,application/json"
          value={chosen.type === "none" ? [] : [chosen.file]}
          showFileSize
          constraintText="JSON, up to 64 MiB. It is checked whole before anything is replaced."
          i18nStrings={{
            uploadButtonText: () => "Choose file",
            dropzoneText: () => "Drop file to import",
            removeFileAriaLabel: (_index, name) => `Remove file ${name}`,
            errorIconAriaLabel: "Error",
          }}
          onChange={({ detail }) => void choose(detail.value[0])}
        />
      </FormField>
      {chosen.type === "checking" && <StatusIndicator type="loading">Checking {chosen.file.name}</StatusIndicator>}
      {chosen.type === "bad" && (
        <Alert type="error" header={`${chosen.file.name} cannot be imported`}>
          {chosen.error.message}
        </Alert>
      )}
      {chosen.type === "good" && <Preview archive={chosen.archive} replaced={workspace.name} />}
    </ConfirmModal>
  );
}

const disabledReasons = {
  none: "Choose a file first.",
  checking: "The file is being checked.",
  bad: "This file cannot be imported.",
  good: undefined,
} as const satisfies Record<Chosen["type"], string | undefined>;

/** The file and what came of checking it. Of two files that were chosen quickly the later one counts. */
function useChosenFile(): { readonly chosen: Chosen; choose(file: File | undefined): Promise<void> } {
  const [chosen, setChosen] = useState<Chosen>({ type: "none" });
  const latest = useRef<File>(undefined);
  return {
    chosen,
    async choose(file) {
      latest.current = file;
      if (!file) return setChosen({ type: "none" });
      setChosen({ type: "checking", file });
      const checked = await check(file);
      if (latest.current === file) setChosen(checked);
    },
  };
}

async function check(file: File): Promise<Chosen> {
  try {
    return { type: "good", file, archive: await readArchiveFile(file) };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { type: "bad", file, error };
  }
}

function Preview({ archive, replaced }: { readonly archive: Archive; readonly replaced: string }) {
  return (
    <SpaceBetween size="m">
      <KeyValuePairs
        columns={3}
        items={[
          { label: "Name", value: archive.name },
          { label: "Exported at", value: formatTime(Date.parse(archive.exportedAt)) },
          ...countItems(countsOf(archive.contents.tables)),
        ]}
      />
      <Alert type="warning">
        It takes the place of the workspace that is open now, <strong>{replaced}</strong>, in all tabs. You can restore
        that one here until another workspace is replaced.
      </Alert>
    </SpaceBetween>
  );
}
