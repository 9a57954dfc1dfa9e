// Exports WorkspaceTab: what the open workspace is, and what can be put in its place.
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useMemo, useState } from "react";
import { useWorld } from "#store/sandbox.ts";
import { ExportModal } from "./export-modal.tsx";
import { ImportModal } from "./import-modal.tsx";
import { replaceRefusal } from "./leave-workspace.ts";
import { PreviousWorkspace } from "./previous-workspace.tsx";
import { ResetModal } from "./reset-modal.tsx";
import { useWorkspace } from "./workspace-context.ts";
import { countsOf } from "./workspace-counts.ts";
import { countItems, sourceText } from "./workspace-texts.ts";

type Dialog = "export" | "import" | "sample" | "empty";

export function WorkspaceTab() {
  const workspace = useWorkspace();
  const { name, source, kind, memoryReason } = workspace;
  const tables = useWorld((world) => world.tables);
  const counts = useMemo(() => countsOf(tables), [tables]);
  const [dialog, setDialog] = useState<Dialog>();
  const close = (): void => setDialog(undefined);
  const opener = (which: Dialog, text: string): ReactNode => {
    const refusal = which === "export" ? undefined : replaceRefusal(workspace);
    return (
      <Button disabled={refusal !== undefined} disabledReason={refusal ?? ""} onClick={() => setDialog(which)}>
        {text}
      </Button>
    );
  };
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            description="All accounts with their keys, aliases, tags and policies, and the key material."
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                {opener("export", "Export to file")}
                {opener("import", "Import from file")}
              </SpaceBetween>
            }
          >
            Workspace
          </Header>
        }
      >
        <SpaceBetween size="l">
          {kind === "memory" && (
            <Alert type="warning" header="Nothing is kept when this page is closed">
              {memoryReason ?? "This workspace lives in memory only."} Export the workspace to keep what you have made.
            </Alert>
          )}
          <KeyValuePairs
            columns={3}
            items={[
              { label: "Name", value: name },
              { label: "Made from", value: sourceText(source) },
              { label: "Kept in", value: kind === "memory" ? "Memory, until the page is closed" : "This browser" },
              ...countItems(counts),
            ]}
          />
        </SpaceBetween>
      </Container>
      <Container
        header={
          <Header
            description="Another workspace takes the place of this one, which can be restored until the next is put in place."
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                {opener("sample", "Reset to the sample")}
                {opener("empty", "Start with an empty workspace")}
              </SpaceBetween>
            }
          >
            Start again
          </Header>
        }
      >
        <PreviousWorkspace />
      </Container>
      {dialog === "export" && <ExportModal counts={counts} onClose={close} />}
      {dialog === "import" && <ImportModal onClose={close} />}
      {(dialog === "sample" || dialog === "empty") && <ResetModal to={dialog} onClose={close} />}
    </SpaceBetween>
  );
}
