// Exports SaveForm: a form under change, with Cancel and Save changes.
import Button from "@cloudscape-design/components/button";
import Form from "@cloudscape-design/components/form";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";

interface Props {
  readonly isSaving: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

export function SaveForm({ isSaving, onSave, onCancel, children }: Props) {
  return (
    <Form
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="link" onClick={onCancel}>
            Cancel
          </Button>
          <Button variant="primary" loading={isSaving} onClick={onSave}>
            Save changes
          </Button>
        </SpaceBetween>
      }
    >
      {children}
    </Form>
  );
}
