// Exports PlaygroundPage (Sandbox > SDK playground): application code with an unmodified AWS SDK, on the keys of the sandbox.
import Alert from "@cloudscape-design/components/alert";
import Badge from "@cloudscape-design/components/badge";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useEffect } from "react";
import { CodePanel } from "./code-panel.tsx";
import { ConsolePanel } from "./console-panel.tsx";
import "./playground.css";
import { RequestTable } from "./request-table.tsx";
import { showPlayground } from "./run-code.ts";
import { useCode } from "./use-code.ts";

const beside = [{ colspan: { default: 12, s: 7 } }, { colspan: { default: 12, s: 5 } }];

export function PlaygroundPage() {
  const code = useCode();
  useEffect(showPlayground, []);
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<Badge color="blue">Sandbox extra</Badge>}
        description="Code as you would deploy it, with the AWS SDK for JavaScript v3 and the AWS Encryption SDK. It runs walled off in this browser, on the keys of this sandbox, and reaches nothing else."
      >
        SDK playground
      </Header>
      {code.type === "unreadable" && (
        <Alert type="error" header="The shared code cannot be read">
          The link is cut off or was changed on its way. Ask for it again, or choose a sample.
        </Alert>
      )}
      <Grid gridDefinition={beside}>
        {code.type === "reading" ? (
          <Spinner size="large" />
        ) : (
          <CodePanel {...(code.type === "open" ? { open: code.open } : {})} />
        )}
        <ConsolePanel />
      </Grid>
      <RequestTable />
    </SpaceBetween>
  );
}
