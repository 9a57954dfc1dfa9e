// Exports PreviousWorkspace: the workspace that the open one has replaced, to be restored.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useState } from "react";
import { formatTime } from "#lib/time-text.ts";
import type { WorkspaceInfo } from "#storage/home.ts";
import type { Workspace } from "#storage/workspace.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { replaceRefusal } from "./leave-workspace.ts";
import { useReplace } from "./use-replace.ts";
import { useWorkspace } from "./workspace-context.ts";
import { sourceText } from "./workspace-texts.ts";

type Look =
  | { readonly type: "looking" }
  | { readonly type: "failed"; readonly reason: string }
  | { readonly type: "found"; readonly previous: WorkspaceInfo | undefined };

export function PreviousWorkspace() {
  const workspace = useWorkspace();
  const look = usePrevious(workspace);
  const [isAsking, setAsking] = useState(false);
  if (look.type === "looking")
    return <StatusIndicator type="loading">Looking for the previous workspace</StatusIndicator>;
  if (look.type === "failed") return <StatusIndicator type="error">{look.reason}</StatusIndicator>;
  const { previous } = look;
  const refusal = previous ? replaceRefusal(workspace) : "There is no previous workspace.";
  return (
    <SpaceBetween size="m">
      {previous ? (
        <KeyValuePairs
          columns={3}
          items={[
            { label: "Previous workspace", value: previous.name },
            { label: "Made from", value: sourceText(previous.source) },
            { label: "Made at", value: formatTime(previous.createdAt) },
          ]}
        />
      ) : (
        <Box color="text-body-secondary">This workspace has not replaced another one.</Box>
      )}
      <Button disabled={refusal !== undefined} disabledReason={refusal ?? ""} onClick={() => setAsking(true)}>
        Restore the previous workspace
      </Button>
      {isAsking && previous && <RestoreModal previous={previous} onClose={() => setAsking(false)} />}
    </SpaceBetween>
  );
}

/** Asked of the storage each time that the tab is opened: another tab may have replaced the workspace. */
function usePrevious(workspace: Workspace): Look {
  const [look, setLook] = useState<Look>({ type: "looking" });
  useEffect(() => {
    let isWanted = true;
    const show = (found: Look): void => {
      if (isWanted) setLook(found);
    };
    workspace.previousWorkspace().then(
      (previous) => show({ type: "found", previous }),
      (error: unknown) => show({ type: "failed", reason: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [workspace]);
  return look;
}

interface Props {
  readonly previous: WorkspaceInfo;
  readonly onClose: () => void;
}

function RestoreModal({ previous, onClose }: Props) {
  const workspace = useWorkspace();
  const { isBusy, error, replace } = useReplace();
  return (
    <ConfirmModal
      title="Restore the previous workspace"
      confirmText="Restore"
      isBusy={isBusy}
      error={error}
      onConfirm={() => void replace("restore", () => workspace.restorePrevious())}
      onCancel={onClose}
    >
      <Box variant="p">
        <strong>{previous.name}</strong> opens again as it was when it was replaced. The workspace that is open now,{" "}
        <strong>{workspace.name}</strong>, becomes the previous one, so that you can come back the same way.
      </Box>
    </ConfirmModal>
  );
}
