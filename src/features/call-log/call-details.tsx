// Exports CallDetails: one call in the forms in which a user could make it, and what it was answered.
import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { useState } from "react";
import { cliLine } from "#cli/render-cli-line.ts";
import { errorJson, requestJson, responseJson } from "#cli/render-json.ts";
import { sdkCode } from "#cli/render-sdk-code.ts";
import type { LoggedCall } from "#store/call-log.ts";
import { usePlace } from "#store/location.ts";
import { sendToTerminal } from "#store/terminal.ts";
import { CodeText } from "#ui/code-text.tsx";

export function CallDetails({ entry }: { readonly entry: LoggedCall }) {
  // Outlives the call that is shown: who reads CLI lines goes on reading CLI lines.
  const [tabId, setTabId] = useState("cli");
  const { call, error, durationMs } = entry;
  const { account } = usePlace();
  const line = cliLine(call, { multiline: true });
  // The terminal's accounts are profiles, and without one it is in the account of the page.
  const profile = call.account === account ? {} : { profile: call.account };
  const send = (): void => sendToTerminal(cliLine(call, { multiline: true, ...profile }));
  return (
    <SpaceBetween size="xs">
      <Header variant="h3" description={`Account ${call.account}, Region ${call.region}, ${durationText(durationMs)}`}>
        {call.operation}
      </Header>
      <Tabs
        ariaLabel={`Forms of the call ${call.operation}`}
        activeTabId={tabId}
        onChange={({ detail }) => setTabId(detail.activeTabId)}
        tabs={[
          {
            id: "cli",
            label: "AWS CLI",
            content: <CodeText name="CLI line" text={line} onSend={send} />,
          },
          {
            id: "sdk",
            label: "SDK for JavaScript v3",
            content: <CodeText name="SDK code" text={sdkCode(call)} />,
          },
          { id: "request", label: "Request", content: <CodeText name="Request" text={requestJson(call)} /> },
          {
            id: "response",
            label: error ? "Response (error)" : "Response",
            content: <Answer entry={entry} />,
          },
        ]}
      />
    </SpaceBetween>
  );
}

function durationText(ms: number): string {
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}

function Answer({ entry: { call, output, error } }: { readonly entry: LoggedCall }) {
  const text = error ? errorJson(error) : responseJson(output);
  if (text === "") return <Box color="text-body-secondary">{call.operation} answers without a body.</Box>;
  return <CodeText name="Response" text={text} />;
}
