// Exports the error boundary: a bug is shown, with a way on, and never a white page.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import { Component, type ReactNode } from "react";
import { ErrorAlert } from "#ui/error-alert.tsx";

interface State {
  readonly error: Error | undefined;
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <ErrorAlert
        title="This page of the sandbox failed"
        action={<Button onClick={() => window.location.reload()}>Reload page</Button>}
      >
        It is a mistake in the sandbox, not in what you did. Your workspace is as it was.
        <Box variant="code">{`${error.name}: ${error.message}`}</Box>
      </ErrorAlert>
    );
  }
}
