// Exports ResetModal: puts the sample or an empty workspace in the place of the open one, once the user has agreed.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Checkbox from "@cloudscape-design/components/checkbox";
import { useState } from "react";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { useReplace } from "./use-replace.ts";
import { useWorkspace } from "./workspace-context.ts";

interface Props {
  readonly to: "sample" | "empty";
  readonly onClose: () => void;
}

const texts = {
  sample: {
    replacement: "reset",
    title: "Reset to the sample workspace",
    confirmText: "Reset",
    outcome: "You get the sample workspace as it was at the first visit.",
  },
  empty: {
    replacement: "empty",
    title: "Start with an empty workspace",
    confirmText: "Start empty",
    outcome: "You get one account with the default Regions and no KMS keys.",
  },
} as const;

export function ResetModal({ to, onClose }: Props) {
  const workspace = useWorkspace();
  const { isBusy, error, replace } = useReplace();
  const [isAgreed, setAgreed] = useState(false);
  const { replacement, title, confirmText, outcome } = texts[to];
  return (
    <ConfirmModal
      title={title}
      confirmText={confirmText}
      isBusy={isBusy}
      error={error}
      disabledReason={isAgreed ? undefined : "Select the check box first."}
      onConfirm={() => void replace(replacement, () => workspace.resetWorkspace(to))}
      onCancel={onClose}
    >
      <Box variant="p">{outcome}</Box>
      <Alert type="warning">
        It takes the place of the workspace that is open now, <strong>{workspace.name}</strong>, in all tabs. You can
        restore that one here until another workspace is replaced; the one that was kept before is deleted.
      </Alert>
      <Checkbox checked={isAgreed} onChange={({ detail }) => setAgreed(detail.checked)}>
        Replace the workspace {workspace.name}
      </Checkbox>
    </ConfirmModal>
  );
}
