// Exports CallList: the calls, newest first, one of which is chosen.
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import type { LoggedCall } from "#store/call-log.ts";

interface Props {
  readonly calls: readonly LoggedCall[];
  readonly chosen: LoggedCall;
  readonly onChoose: (id: string) => void;
}

/** The table draws each of its rows, so a long log comes in parts. */
const rowsAtOnce = 30;

export function CallList({ calls, chosen, onChoose }: Props) {
  const [count, setCount] = useState(rowsAtOnce);
  const older = calls.length - count;
  return (
    <SpaceBetween size="xs">
      <Table
        variant="embedded"
        contentDensity="compact"
        items={calls.slice(0, count)}
        trackBy="id"
        columnDefinitions={columnDefinitions}
        selectionType="single"
        selectedItems={[chosen]}
        onSelectionChange={({ detail }) => detail.selectedItems[0] && onChoose(detail.selectedItems[0].id)}
        onRowClick={({ detail }) => onChoose(detail.item.id)}
        enableKeyboardNavigation
        ariaLabels={{
          tableLabel: "API calls",
          selectionGroupLabel: "Selection of an API call",
          itemSelectionLabel: (_state, { call, at }) => `Show ${call.operation} of ${clockTime.format(at)}`,
        }}
      />
      {older > 0 && (
        <Button variant="inline-link" onClick={() => setCount(count + rowsAtOnce)}>
          Show older calls ({older})
        </Button>
      )}
    </SpaceBetween>
  );
}

/** Calls follow each other by fractions of a second; the day is today's, since the log lasts as long as the page. */
const clockTime = new Intl.DateTimeFormat("en-US", { timeStyle: "medium", hourCycle: "h23" });

const columnDefinitions: TableProps.ColumnDefinition<LoggedCall>[] = [
  { id: "operation", header: "Operation", cell: ({ call }) => call.operation, isRowHeader: true },
  { id: "region", header: "Region", cell: ({ call }) => call.region },
  {
    id: "result",
    header: "Result",
    cell: ({ error }) => (
      <StatusIndicator type={error ? "error" : "success"}>{error ? error.code : "OK"}</StatusIndicator>
    ),
  },
  { id: "time", header: "Time", cell: ({ at }) => clockTime.format(at) },
];
