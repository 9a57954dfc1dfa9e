// Exports ChangeCode: how the change would be made outside of the sandbox, with the AWS CLI, an AWS SDK, AWS CloudFormation and
// Terraform. Rendered from the same calls that Confirm makes.
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { useState } from "react";
import { cliLine } from "#cli/render-cli-line.ts";
import { aliasTemplate } from "#cli/render-cloudformation.ts";
import { sdkCode } from "#cli/render-sdk-code.ts";
import { terraformAliases } from "#cli/render-terraform.ts";
import type { World } from "#kms/index.ts";
import { usePlace } from "#store/location.ts";
import { sendToTerminal } from "#store/terminal.ts";
import { CodeText } from "#ui/code-text.tsx";
import { callsOf } from "./model/change-calls.ts";
import { declaredChange } from "./model/declared-change.ts";
import type { Change } from "./types.ts";

interface Props {
  readonly change: Change;
  /** In which it is made: now, and not a World of the past that may be looked at. */
  readonly world: World;
  /** Makes way for the terminal: the dialog over it would hide the prompt. */
  readonly onLeave: () => void;
}

export function ChangeCode({ change, world, onLeave }: Props) {
  const { account } = usePlace();
  const [tabId, setTabId] = useState("cli");
  const calls = callsOf(change, world, account);
  const { aliases, isThere, notes } = declaredChange(change, calls);
  const send = (lines: string): void => {
    onLeave();
    sendToTerminal(lines);
  };
  const tab = (id: string, label: string, name: string, text: string, note?: string) => ({
    id,
    label,
    content: (
      <SpaceBetween size="xs">
        {note !== undefined && <Box variant="p">{note}</Box>}
        {text !== "" && <CodeText name={name} text={text} {...(id === "cli" ? { onSend: send } : {})} />}
      </SpaceBetween>
    ),
  });
  const order =
    calls.length > 1 ? "These are two calls, one after the other. Between them both aliases have one key." : undefined;
  return (
    <Tabs
      ariaLabel="The change as code"
      activeTabId={tabId}
      onChange={({ detail }) => setTabId(detail.activeTabId)}
      tabs={[
        tab("cli", "AWS CLI", "CLI lines", calls.map((call) => cliLine(call, { multiline: true })).join("\n\n"), order),
        tab("sdk", "SDK for JavaScript v3", "SDK code", calls.map(sdkCode).join("\n"), order),
        tab(
          "cloudformation",
          "CloudFormation",
          "CloudFormation template",
          aliases.length === 0 ? "" : aliasTemplate(aliases),
          notes.cloudFormation,
        ),
        tab(
          "terraform",
          "Terraform",
          "Terraform configuration",
          aliases.length === 0 ? "" : terraformAliases(aliases, { isImport: isThere }),
          notes.terraform,
        ),
      ]}
    />
  );
}
