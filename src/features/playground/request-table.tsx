// Exports RequestTable: the requests of the code, newest first, each with the keys that it named and which keys these were.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { useState } from "react";
import { keyArn } from "#kms/index.ts";
import { useLinks } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { AppLink } from "#ui/app-link.tsx";
import { IdentifierText } from "#ui/identifier-text.tsx";
import type { LoggedRequest, NamedKey } from "./answer-request.ts";
import { CopyButton } from "./copy-button.tsx";
import { clearRequests, usePlaygroundSession } from "./session.ts";

type Row = ReturnType<typeof usePlaygroundSession>["requests"][number];
const pageSize = 20;

const columns: readonly TableProps.ColumnDefinition<Row>[] = [
  { id: "operation", header: "Operation", cell: ({ operation }) => operation, isRowHeader: true, minWidth: 110 },
  { id: "region", header: "Region", cell: ({ region }) => <IdentifierText text={region} />, minWidth: 120 },
  {
    id: "keys",
    header: "Key as sent, and the key it meant",
    cell: ({ keys }) => <Keys keys={keys} />,
    minWidth: 230,
  },
  { id: "status", header: "Status", cell: (row) => <Status row={row} />, minWidth: 260 },
  { id: "time", header: "Time", cell: ({ durationMs }) => milliseconds(durationMs), minWidth: 100 },
];

export function RequestTable() {
  const { requests } = usePlaygroundSession();
  const [page, setPage] = useState(1);
  const newestFirst = requests.toReversed();
  const pages = Math.max(1, Math.ceil(newestFirst.length / pageSize));
  const shown = Math.min(page, pages);
  return (
    <Table
      items={newestFirst.slice((shown - 1) * pageSize, shown * pageSize)}
      columnDefinitions={columns}
      trackBy={({ key }) => String(key)}
      wrapLines
      header={
        <Header
          variant="h2"
          counter={`(${requests.length})`}
          description="Each was signed by the SDK and answered by the sandbox. None has left this page."
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <CopyButton
                what="requests"
                text={() => requests.map(textOf).join("\n")}
                disabled={requests.length === 0}
              />
              <Button onClick={clearRequests} disabled={requests.length === 0} ariaLabel="Clear requests">
                Clear
              </Button>
            </SpaceBetween>
          }
        >
          Requests
        </Header>
      }
      {...(pages > 1
        ? {
            pagination: (
              <Pagination
                currentPageIndex={shown}
                pagesCount={pages}
                onChange={({ detail }) => setPage(detail.currentPageIndex)}
              />
            ),
          }
        : {})}
      ariaLabels={{ tableLabel: "Requests" }}
      empty={
        <Box textAlign="center" color="text-body-secondary" padding="s">
          No requests yet. Each call of the code appears here with the key that it meant.
        </Box>
      }
    />
  );
}

function Keys({ keys }: { readonly keys: readonly NamedKey[] }) {
  const { href } = useLinks();
  if (keys.length === 0) return <Box color="text-body-secondary">-</Box>;
  return (
    <SpaceBetween size="xxs">
      {keys.map(({ member, sent, key }) => (
        <div key={member}>
          <Box color="text-body-secondary" fontSize="body-s" display="inline">
            {member}{" "}
          </Box>
          {sent === undefined ? "not sent, the ciphertext names it" : <IdentifierText text={sent} />}
          {key && (
            <div>
              {"→ "}
              <AppLink variant="secondary" href={href(paths.key(key.keyId), key)}>
                <IdentifierText text={keyArn(key)} />
              </AppLink>
            </div>
          )}
        </div>
      ))}
    </SpaceBetween>
  );
}

function Status({ row: { status, error } }: { readonly row: LoggedRequest }) {
  return (
    <StatusIndicator wrapText={false} type={error === undefined ? "success" : "error"}>
      {error === undefined ? status : `${status} ${error}`}
    </StatusIndicator>
  );
}

function milliseconds(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)}\u00a0ms`;
}

function textOf({ operation, region, keys, status, error, durationMs }: LoggedRequest): string {
  const named = keys.map(({ member, sent, key }) => `${member} ${sent ?? "(none)"}${key ? ` -> ${keyArn(key)}` : ""}`);
  return [operation, region, named.join("; "), error ? `${status} ${error}` : status, milliseconds(durationMs)].join(
    "\t",
  );
}
