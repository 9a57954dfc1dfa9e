// Exports ChangesSince: what has become of the aliases and keys since the moment that is looked at, and how to bring a target back.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useMemo, useState } from "react";
import { shortKeyId } from "#features/explorer/model/outline.ts";
import type { Change } from "#features/explorer/types.ts";
import { displayAlias, type World } from "#kms/index.ts";
import { usePlace } from "#store/location.ts";
import { useWorld } from "#store/sandbox.ts";
import { type EdgeChange, sinceTexts } from "./compare.ts";
import { KeysSince } from "./keys-since.tsx";
import { restorationOf } from "./restore.ts";
import { ShowMore, shownAtOnce } from "./show-more.tsx";
import { useTimeTravel } from "./shown-world.tsx";

interface Props {
  readonly onChange: (change: Change) => void;
}

const looks = { added: "success", moved: "info", removed: "error" } as const satisfies Record<
  EdgeChange["type"],
  StatusIndicatorProps.Type
>;

export function ChangesSince({ onChange }: Props) {
  const { changes } = useTimeTravel();
  const { account } = usePlace();
  const present = useWorld((world) => world);
  const [limit, setLimit] = useState(shownAtOnce);
  const columns = useMemo(() => columnsOf(present, account, onChange), [present, account, onChange]);
  return (
    <SpaceBetween size="xs">
      <Table<EdgeChange>
        variant="embedded"
        contentDensity="compact"
        wrapLines
        trackBy="id"
        header={<Box variant="h3">From then to now</Box>}
        ariaLabels={{ tableLabel: "What has become of the aliases since" }}
        columnDefinitions={columns}
        items={changes.slice(0, limit)}
        empty={<Box color="text-body-secondary">Every alias points now where it pointed then.</Box>}
      />
      <ShowMore count={changes.length} limit={limit} onLimit={setLimit} />
      <KeysSince />
    </SpaceBetween>
  );
}

function columnsOf(
  present: World,
  account: string,
  onChange: Props["onChange"],
): readonly TableProps.ColumnDefinition<EdgeChange>[] {
  return [
    {
      id: "what",
      header: "Change",
      cell: ({ type }) => (
        <StatusIndicator type={looks[type]} wrapText>
          {sinceTexts[type]}
        </StatusIndicator>
      ),
    },
    { id: "alias", header: "Alias", isRowHeader: true, cell: ({ aliasName }) => displayAlias(aliasName) },
    { id: "region", header: "Region", cell: ({ region }) => region },
    { id: "was", header: "Key then", cell: (edge) => <KeyText keyId={edge.type === "added" ? undefined : edge.was} /> },
    { id: "is", header: "Key now", cell: (edge) => <KeyText keyId={edge.type === "removed" ? undefined : edge.is} /> },
    {
      id: "restore",
      header: "Bring back",
      minWidth: 150,
      cell: (edge) => <RestoreButton present={present} account={account} edge={edge} onChange={onChange} />,
    },
  ];
}

/** As the map has it, where the whole ID stands too. */
function KeyText({ keyId }: { readonly keyId: string | undefined }) {
  return keyId === undefined ? "-" : <span title={keyId}>{shortKeyId(keyId)}</span>;
}

interface RestoreProps extends Props {
  readonly present: World;
  readonly account: string;
  readonly edge: EdgeChange;
}

function RestoreButton({ present, account, edge, onChange }: RestoreProps) {
  if (edge.type === "added") return "-";
  const restoration = restorationOf(present, account, edge);
  const isPossible = "change" in restoration;
  return (
    <Button
      variant="inline-link"
      ariaLabel={`Restore this target: ${displayAlias(edge.aliasName)} in ${edge.region}`}
      disabled={!isPossible}
      disabledReason={isPossible ? "" : restoration.reason}
      onClick={() => isPossible && onChange(restoration.change)}
    >
      Restore this target
    </Button>
  );
}
