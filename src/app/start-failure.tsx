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
        {error instanceof Error ? error.message : String(error)} Close other tabs of the sandbox and reload. If that
        does not help, clear the data that this browser keeps for this site; that deletes the workspace.
      </ErrorAlert>
    </Box>
  );
}
