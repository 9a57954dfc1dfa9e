// Exports SampleNotice: tells the first visitor whose keys these are, and offers a start without them.
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import { lazy, Suspense, useState } from "react";
import { setPreferences, usePreferences } from "#store/preferences.ts";
import { replaceRefusal } from "./leave-workspace.ts";
import { useWorkspace } from "./workspace-context.ts";

// Most visitors never open it, and this notice is on the first page.
const ResetModal = lazy(async () => ({ default: (await import("./reset-modal.tsx")).ResetModal }));

export function SampleNotice() {
  const workspace = useWorkspace();
  const { sampleNoticeDismissed } = usePreferences();
  const [isAsking, setAsking] = useState(false);
  const refusal = replaceRefusal(workspace);
  if (workspace.source !== "sample" || sampleNoticeDismissed) return null;
  return (
    <>
      <Alert
        type="info"
        header="You are looking at the sample workspace"
        dismissible
        dismissAriaLabel="Dismiss the note on the sample workspace"
        onDismiss={() => setPreferences({ sampleNoticeDismissed: true })}
        action={
          <Button disabled={refusal !== undefined} disabledReason={refusal ?? ""} onClick={() => setAsking(true)}>
            Start with an empty workspace
          </Button>
        }
      >
        Its keys and aliases are made up, and {workspace.kind === "memory" ? inMemory : inBrowser}
      </Alert>
      {isAsking && (
        <Suspense>
          <ResetModal to="empty" onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}

const inBrowser =
  "everything stays in this browser. Change and delete what you like: you can reset it at any time under Sandbox, Settings.";
const inMemory =
  "everything stays in this page. Change and delete what you like: when you reload the page, the sample begins anew.";
