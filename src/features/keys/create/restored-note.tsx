// Exports RestoredNote: says that a draft was brought back, and offers to begin anew.
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";

export function RestoredNote({
  onStartOver,
  onDismiss,
}: {
  readonly onStartOver: () => void;
  readonly onDismiss: () => void;
}) {
  return (
    <Alert dismissible onDismiss={onDismiss} action={<Button onClick={onStartOver}>Start over</Button>}>
      The page was left before you finished. What you had entered is back.
    </Alert>
  );
}
