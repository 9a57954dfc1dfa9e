// Exports the page that is shown when the workspace cannot be opened: what happened, and what can be done.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import { ErrorAlert } from "#ui/error-alert.tsx";

export function StartFailure({ error }: { readonly error: unknown }) {
  return (
    <Box padding="xxl">
      <Box variant="h1">KMS Sandbox could not start</Box>
      <ErrorAlert
        title="The workspace could not be opened"
        action={<Button onClick={() => window.location.reload()}>Reload page</Button>}
      >
        {error instanceof Error ? error.message : String(error)} Nothing of the workspace has been changed. Close other
        tabs of the sandbox and reload this page.
      </ErrorAlert>
    </Box>
  );
}
