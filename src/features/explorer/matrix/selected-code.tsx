// Exports SelectedCode: the selected cells of the matrix as code that makes them so, wherever it is run.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import Toggle from "@cloudscape-design/components/toggle";
import { useMemo, useState } from "react";
import { aliasTemplate } from "#cli/render-cloudformation.ts";
import { terraformAliases } from "#cli/render-terraform.ts";
import type { AliasMap } from "#features/explorer/types.ts";
import { sendToTerminal } from "#store/terminal.ts";
import { CodeText } from "#ui/code-text.tsx";
import { cliLinesOf, targetsOf } from "./selected-targets.ts";
import { type Selection, useSelectedIds } from "./selection.ts";

interface Props {
  readonly map: AliasMap;
  readonly selection: Selection;
}

export function SelectedCode({ map, selection }: Props) {
  const ids = useSelectedIds(selection);
  const byRegion = useMemo(() => targetsOf(map, ids), [map, ids]);
  const [tabId, setTabId] = useState("cli");
  const [isImport, setImport] = useState(false);
  const targets = useMemo(() => [...byRegion.values()].flat(), [byRegion]);
  const there = (
    <Toggle checked={isImport} onChange={({ detail }) => setImport(detail.checked)}>
      The aliases exist already: import them
    </Toggle>
  );
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${targets.length})`}
          description="Select cells of the table, and see here how to make the same aliases point to the same keys."
          actions={
            <Button
              disabled={targets.length === 0}
              disabledReason="No cell is selected."
              onClick={() => selection.set([])}
            >
              Clear selection
            </Button>
          }
        >
          Selected cells
        </Header>
      }
    >
      {targets.length > 0 && (
        <Tabs
          ariaLabel="The selected cells as code"
          activeTabId={tabId}
          onChange={({ detail }) => setTabId(detail.activeTabId)}
          tabs={[
            {
              id: "cli",
              label: "AWS CLI",
              content: <CodeText name="CLI lines" text={targets.map(cliLinesOf).join("\n")} onSend={sendToTerminal} />,
            },
            {
              id: "cloudformation",
              label: "CloudFormation",
              content: (
                <SpaceBetween size="m">
                  {there}
                  {[...byRegion].map(([region, aliases]) => (
                    <CodeText
                      key={region}
                      name={`CloudFormation template for ${region}`}
                      text={aliasTemplate(aliases, { isImport })}
                    />
                  ))}
                </SpaceBetween>
              ),
            },
            {
              id: "terraform",
              label: "Terraform",
              content: (
                <SpaceBetween size="m">
                  {there}
                  <CodeText name="Terraform configuration" text={terraformAliases(targets, { isImport })} />
                </SpaceBetween>
              ),
            },
          ]}
        />
      )}
    </Container>
  );
}
