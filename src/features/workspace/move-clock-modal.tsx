// Exports MoveClockModal: tells what falls due by the move, which keys it deletes first, and moves the clock.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import { useMemo } from "react";
import { clockOffset } from "#kms/index.ts";
import { formatTime } from "#lib/time-text.ts";
import { showFlash } from "#store/flashes.ts";
import { useSandbox, useWorld } from "#store/sandbox.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { dayMs, daysText } from "./clock-days.ts";
import { DueKeys } from "./due-keys.tsx";
import { type DueRotation, fallsDueUntil } from "./falls-due.ts";
import { useSandboxChange } from "./use-sandbox-change.ts";

interface Props {
  readonly days: number;
  readonly onClose: () => void;
}

export function MoveClockModal({ days, onClose }: Props) {
  const { engine } = useSandbox();
  const world = useWorld((all) => all);
  const { isBusy, error, change } = useSandboxChange();
  const until = engine.now() + days * dayMs;
  const { deletions, rotations, expiries } = useMemo(() => fallsDueUntil(world, until), [world, until]);
  const submit = async (): Promise<void> => {
    const count = deletions.length;
    if (!(await change({ type: "MoveClock", offsetMs: clockOffset(world) + days * dayMs }))) return;
    showFlash({
      id: "sandbox-clock",
      type: "success",
      text: [
        `The sandbox clock was moved forward by ${daysText(days)}. It is now ${formatTime(engine.now())}.`,
        count === 0 ? "" : ` ${keysText(count)} deleted.`,
      ],
    });
    onClose();
  };
  return (
    <ConfirmModal
      title={`Move the sandbox clock forward by ${daysText(days)}`}
      confirmText="Move forward"
      isBusy={isBusy}
      error={error}
      onConfirm={() => void submit()}
      onCancel={onClose}
    >
      <Box variant="p">It will be {formatTime(until)}, in every account and Region. The clock cannot go back.</Box>
      {deletions.length + rotations.length + expiries.length === 0 && (
        <Box variant="p">Nothing falls due until then.</Box>
      )}
      {deletions.length > 0 && (
        <Alert type="warning" header={`${keysText(deletions.length)} deleted for good`}>
          <DueKeys due={deletions} />
          The aliases of a deleted key go with it, and what was encrypted under it cannot be decrypted any more.
        </Alert>
      )}
      {expiries.length > 0 && (
        <Alert type="warning" header="Imported key material expires">
          <DueKeys due={expiries} />
          Such a key is pending import and cannot be used before the same key material is imported again.
        </Alert>
      )}
      {rotations.length > 0 && (
        <Alert type="info" header={rotationsText(rotations)}>
          <DueKeys due={rotations} />
          Key material from before a rotation stays with its key.
        </Alert>
      )}
    </ConfirmModal>
  );
}

function keysText(count: number): string {
  return count === 1 ? "1 KMS key is" : `${count} KMS keys are`;
}

function rotationsText(rotations: readonly DueRotation[]): string {
  const times = rotations.reduce((sum, rotation) => sum + rotation.times, 0);
  const keys = rotations.length === 1 ? "1 KMS key" : `${rotations.length} KMS keys`;
  return times === 1 ? `${keys} is rotated` : `${keys}, ${times} automatic rotations`;
}
