// Exports ConfirmModal: asks before something is done, and stays open while it is being done.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button, { type ButtonProps } from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmText: string;
  readonly isVisible?: boolean;
  readonly isBusy?: boolean;
  /** Why it cannot be confirmed now. */
  readonly disabledReason?: string | undefined;
  /** What went wrong when it was tried. */
  readonly error?: string | undefined;
  readonly size?: "small" | "medium" | "large";
  /** Whether the focus begins at Cancel, for a dialog that is read before it is answered; else at Close. */
  readonly startsAtCancel?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

export function ConfirmModal(props: Props) {
  const { title, children, confirmText, isVisible = true, isBusy = false, disabledReason, error, size } = props;
  const isDisabled = disabledReason !== undefined;
  // What is being done cannot be taken back by closing the modal, and its end must find somebody to tell.
  const cancel = (): void => {
    if (!isBusy) props.onCancel();
  };
  return (
    <Modal
      visible={isVisible}
      header={title}
      size={size ?? "medium"}
      closeAriaLabel="Close modal"
      onDismiss={cancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <CancelButton isFocused={props.startsAtCancel ?? false} isDisabled={isBusy} onClick={cancel} />
            <Button
              variant="primary"
              loading={isBusy}
              disabled={isDisabled}
              {...(isDisabled ? { disabledReason } : {})}
              onClick={props.onConfirm}
            >
              {confirmText}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {children}
        {error !== undefined && <Alert type="error">{error}</Alert>}
      </SpaceBetween>
    </Modal>
  );
}

interface CancelProps {
  readonly isFocused: boolean;
  readonly isDisabled: boolean;
  readonly onClick: () => void;
}

function CancelButton({ isFocused, isDisabled, onClick }: CancelProps) {
  const button = useRef<ButtonProps.Ref>(null);
  useEffect(() => {
    // The modal focuses its first button in an effect that follows this one.
    if (isFocused) queueMicrotask(() => button.current?.focus());
  }, [isFocused]);
  return (
    <Button ref={button} variant="link" disabled={isDisabled} onClick={onClick}>
      Cancel
    </Button>
  );
}
