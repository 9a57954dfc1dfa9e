// Exports LeaveGuard: asks before a page with unsaved changes is left by a link, a button or the Region selector. (The back
// button cannot be asked; pages that keep a draft restore it instead.)
import { useEffect, useState } from "react";
import { guardNavigation } from "#store/location.ts";
import { ConfirmModal } from "#ui/confirm-modal.tsx";

interface Props {
  readonly isDirty: boolean;
  /** What is lost, in one sentence. */
  readonly loss: string;
  /** Told when the user leaves all the same. */
  readonly onLeave?: () => void;
}

export function LeaveGuard({ isDirty, loss, onLeave }: Props) {
  const [proceed, setProceed] = useState<() => void>();
  useEffect(() => {
    if (!isDirty) return;
    guardNavigation((go) => {
      setProceed(() => go);
      return false;
    });
    return () => guardNavigation(undefined);
  }, [isDirty]);
  if (!proceed) return null;
  return (
    <ConfirmModal
      title="Leave page"
      confirmText="Leave"
      size="small"
      onCancel={() => setProceed(undefined)}
      onConfirm={() => {
        setProceed(undefined);
        onLeave?.();
        proceed();
      }}
    >
      <span>Are you sure that you want to leave this page? {loss}</span>
    </ConfirmModal>
  );
}
