// Exports StoreList, the list of the custom key stores of one type.
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { type CustomKeyStoreRecord, findRegion } from "#kms/index.ts";
import { formatTime } from "#lib/time-text.ts";
import { usePlace } from "#store/location.ts";
import type { Column } from "#ui/data-table/column.ts";
import { DataTable } from "#ui/data-table/data-table.tsx";
import { CreateCloudHsmModal } from "./create-cloudhsm-modal.tsx";
import { CreateExternalModal } from "./create-external-modal.tsx";
import { StoreActions } from "./store-actions.tsx";
import { connectionWords, connectivityText, type StoreKind, storeTitles } from "./store-texts.ts";
import { type StoreRow, useFollowConnections, useStoreRows } from "./use-key-stores.ts";

const rowId = ({ store }: StoreRow): string => store.customKeyStoreId;

const nameColumns: readonly Column<StoreRow>[] = [
  {
    id: "name",
    header: "Custom key store name",
    cell: ({ store }) => store.name,
    value: ({ store }) => store.name,
    isSortable: true,
    isRowHeader: true,
    width: 220,
  },
  {
    id: "id",
    header: "Custom key store ID",
    cell: ({ store }) => store.customKeyStoreId,
    value: rowId,
    isSortable: true,
    width: 220,
  },
  { id: "status", header: "Status", cell: ({ store }) => <Connection store={store} />, width: 150 },
];
const lastColumns: readonly Column<StoreRow>[] = [
  { id: "keys", header: "KMS keys", cell: ({ keyCount }) => keyCount, width: 100 },
  { id: "creation-date", header: "Creation date", cell: ({ store }) => formatTime(store.creationDate), minWidth: 200 },
];
const columns: Readonly<Record<StoreKind, readonly Column<StoreRow>[]>> = {
  AWS_CLOUDHSM: [
    ...nameColumns,
    { id: "cluster", header: "CloudHSM cluster ID", cell: ({ store }) => store.cloudHsmClusterId ?? "-", width: 210 },
    ...lastColumns,
  ],
  EXTERNAL_KEY_STORE: [
    ...nameColumns,
    { id: "connectivity", header: "Proxy connectivity", cell: ({ store }) => connectivityText(store), width: 170 },
    {
      id: "proxy",
      header: "Proxy URI",
      cell: ({ store }) => `${store.xksProxyUriEndpoint ?? ""}${store.xksProxyUriPath ?? ""}`,
      width: 260,
    },
    ...lastColumns,
  ],
};
const createTexts = { AWS_CLOUDHSM: "Create key store", EXTERNAL_KEY_STORE: "Create external key store" } as const;

function Connection({ store }: { readonly store: CustomKeyStoreRecord }) {
  const { text, indicator } = connectionWords[store.connectionState];
  const reason = store.connectionErrorCode;
  return <StatusIndicator type={indicator}>{reason === undefined ? text : `${text}: ${reason}`}</StatusIndicator>;
}

export function StoreList({ kind }: { readonly kind: StoreKind }) {
  const place = usePlace();
  const rows = useStoreRows(kind);
  const [isCreating, setCreating] = useState(false);
  useFollowConnections(rows);
  const close = (): void => setCreating(false);
  const createButton = (isPrimary: boolean) => (
    <Button variant={isPrimary ? "primary" : "normal"} onClick={() => setCreating(true)}>
      {createTexts[kind]}
    </Button>
  );
  return (
    <>
      <DataTable<StoreRow>
        tableId={kind === "AWS_CLOUDHSM" ? "cloudhsm-key-stores" : "external-key-stores"}
        title={storeTitles[kind]}
        variant="full-page"
        rows={rows}
        rowId={rowId}
        itemNames={{ one: "key store", many: "key stores" }}
        columns={columns[kind]}
        selection="single"
        description="There are no real clusters and proxies in this sandbox: what is well formed is taken as working, and connecting takes seconds."
        actions={([selected]) => (
          <SpaceBetween direction="horizontal" size="xs">
            <StoreActions row={selected} />
            {createButton(true)}
          </SpaceBetween>
        )}
        empty={{
          title: `No ${storeTitles[kind].replace("External", "external")}`,
          text: `You don't have any in ${findRegion(place.region)?.name ?? place.region}.`,
          action: createButton(false),
        }}
      />
      {isCreating &&
        (kind === "AWS_CLOUDHSM" ? <CreateCloudHsmModal onClose={close} /> : <CreateExternalModal onClose={close} />)}
    </>
  );
}
