// Exports ErrorAlert: says what failed and, where there is a way on, offers it.
import Alert from "@cloudscape-design/components/alert";
import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export function ErrorAlert({ title, children, action }: Props) {
  return (
    <Alert type="error" header={title} {...(action === undefined ? {} : { action })}>
      {children}
    </Alert>
  );
}
