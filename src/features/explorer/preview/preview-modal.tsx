// Exports PreviewModal: what a change would do, found out on a fork, before it is made or left alone.
import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ChangeCode } from "#features/explorer/change-code.tsx";
import type { Change } from "#features/explorer/types.ts";
import { KmsError, type World } from "#kms/index.ts";
import { refusalText } from "#store/batch-outcome.ts";
import { usePlace } from "#store/location.ts";
import { useSandbox, useWorld } from "#store/sandbox.ts";
import { useAction } from "#store/use-call.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { changeFacts } from "./change-facts.ts";
import { wordsOf } from "./change-words.ts";
import { makeChange } from "./make-change.ts";
import { PreviewText } from "./preview-text.tsx";
import { type PreviewState, usePreview } from "./use-preview.ts";

interface Props {
  readonly change: Change;
  readonly onClose: () => void;
  /** Called once the change was made, before the dialog closes. */
  readonly onMade?: () => void;
}

export function PreviewModal(props: Props) {
  // Another change is another preview; the same one that is merely told anew is not.
  return <Modal key={JSON.stringify(props.change)} {...props} />;
}

function Modal({ change: firstTold, onClose, onMade }: Props) {
  const [change] = useState(firstTold);
  const { worldStore } = useSandbox();
  const { account } = usePlace();
  const begin = useAction();
  const present = useWorld((world) => world);
  // The World before the change is made stays while it is being made: what is shown is not to follow the change itself.
  const [madeIn, setMadeIn] = useState<World>();
  const [error, setError] = useState<string>();
  const world = madeIn ?? present;
  const state = usePreview(change, world);
  const { title, verb } = wordsOf(change);
  const facts = changeFacts(change, world, account);
  const submit = async (): Promise<void> => {
    setMadeIn(present);
    setError(undefined);
    try {
      await makeChange({ begin, account, worldNow: () => worldStore.getState().world }, change);
      onMade?.();
      onClose();
    } catch (refusal) {
      setMadeIn(undefined);
      if (!(refusal instanceof KmsError)) throw refusal;
      setError(refusalText(refusal));
    }
  };
  return (
    <ConfirmModal
      title={`${title}: preview`}
      confirmText={verb}
      size="large"
      startsAtCancel
      isBusy={madeIn !== undefined}
      error={error}
      disabledReason={madeIn ? undefined : blockedBy(state)}
      onConfirm={() => void submit()}
      onCancel={onClose}
    >
      <KeyValuePairs columns={facts.length > 3 ? 2 : 3} items={[...facts]} />
      <Box color="text-body-secondary">
        The change is tried on a copy of the sandbox, which is then thrown away. Nothing changes before you confirm.
      </Box>
      {state.isTrying && (
        <StatusIndicator type="loading">
          {state.calls === 0 ? "Trying the change" : `Trying the change: ${state.calls} calls made`}
        </StatusIndicator>
      )}
      {state.preview && <PreviewText preview={state.preview} />}
      <CodeSection>
        <ChangeCode change={change} world={world} onLeave={onClose} />
      </CodeSection>
    </ConfirmModal>
  );
}

/** The last of a long dialog: what it opens would be out of sight. */
function CodeSection({ children }: { readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const section = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) section.current?.scrollIntoView();
  }, [isOpen]);
  return (
    <div ref={section}>
      <ExpandableSection
        headerText="The change as code"
        variant="footer"
        expanded={isOpen}
        onChange={({ detail }) => setOpen(detail.expanded)}
      >
        {children}
      </ExpandableSection>
    </div>
  );
}

function blockedBy({ preview, isTrying }: PreviewState): string | undefined {
  if (preview?.refusal) return `AWS KMS would refuse it: ${preview.refusal.error.code}.`;
  return preview && !isTrying ? undefined : "The change is still being tried.";
}
