// Exports MoveClockModal: names the keys that the move deletes, and moves the clock.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import { useMemo } from "react";
import { clockOffset } from "#kms/index.ts";
import { formatTime } from "#lib/time-text.ts";
import { showFlash } from "#store/flashes.ts";
import { useSandbox, useWorld } from "#store/sandbox.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";
import { dayMs, daysText } from "./clock-days.ts";
import { deletionsUntil } from "./falls-due.ts";
import { useSandboxChange } from "./use-sandbox-change.ts";

interface Props {
  readonly days: number;
  readonly onClose: () => void;
}

/** More names than anybody reads would only push the buttons off the screen. */
const namedKeys = 20;

export function MoveClockModal({ days, onClose }: Props) {
  const { engine } = useSandbox();
  const world = useWorld((all) => all);
  const { isBusy, error, change } = useSandboxChange();
  const until = engine.now() + days * dayMs;
  const due = useMemo(() => deletionsUntil(world, until), [world, until]);
  const submit = async (): Promise<void> => {
    const count = due.length;
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
      {due.length === 0 ? (
        <Box variant="p">No key deletion falls due until then.</Box>
      ) : (
        <Alert type="warning" header={`${keysText(due.length)} deleted for good`}>
          <ul>
            {due.slice(0, namedKeys).map(({ key, at, aliases }) => (
              <li key={`${key.account}/${key.region}/${key.keyId}`}>
                <strong>{aliases.length > 0 ? aliases.join(", ") : key.keyId}</strong>
                {aliases.length > 0 && `, key ${key.keyId}`} in {key.region}, account {key.account}: {formatTime(at)}
              </li>
            ))}
            {due.length > namedKeys && <li>and {due.length - namedKeys} more</li>}
          </ul>
          The aliases of a deleted key go with it, and what was encrypted under it cannot be decrypted any more.
        </Alert>
      )}
    </ConfirmModal>
  );
}

function keysText(count: number): string {
  return count === 1 ? "1 KMS key is" : `${count} KMS keys are`;
}
