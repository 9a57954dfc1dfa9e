// Exports KeysSince: what has become of the keys since the moment that is looked at; nothing where all are as they were.
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import { shortKeyId } from "#features/explorer/model/outline.ts";
import type { KeyRecord } from "#kms/index.ts";
import { statusText } from "#store/key-texts.ts";
import type { KeyChange } from "./compare-keys.ts";
import { ShowMore, shownAtOnce } from "./show-more.tsx";
import { useTimeTravel } from "./shown-world.tsx";

export function KeysSince() {
  const { keyChanges } = useTimeTravel();
  const [limit, setLimit] = useState(shownAtOnce);
  if (keyChanges.length === 0) return null;
  return (
    <>
      <Table<KeyChange>
        variant="embedded"
        contentDensity="compact"
        wrapLines
        trackBy="id"
        ariaLabels={{ tableLabel: "What has become of the keys since" }}
        columnDefinitions={columns}
        items={keyChanges.slice(0, limit)}
      />
      <ShowMore count={keyChanges.length} limit={limit} onLimit={setLimit} />
    </>
  );
}

const columns: readonly TableProps.ColumnDefinition<KeyChange>[] = [
  { id: "what", header: "Change", cell: (change) => <WhatHappened {...change} /> },
  {
    id: "key",
    header: "Key",
    isRowHeader: true,
    cell: ({ keyId }) => <span title={keyId}>{shortKeyId(keyId)}</span>,
  },
  { id: "region", header: "Region", cell: ({ region }) => region },
  { id: "was", header: "Status then", cell: ({ was }) => stateText(was) },
  { id: "is", header: "Status now", cell: ({ is }) => stateText(is) },
];

function WhatHappened({ was, is }: KeyChange) {
  if (was === undefined) return <StatusIndicator type="success">Created since</StatusIndicator>;
  if (is === undefined) return <StatusIndicator type="error">Deleted since</StatusIndicator>;
  return (
    <StatusIndicator type="info" wrapText>
      Status changed since
    </StatusIndicator>
  );
}

function stateText(keyState: KeyRecord["keyState"] | undefined): string {
  return keyState === undefined ? "-" : statusText({ keyState });
}
