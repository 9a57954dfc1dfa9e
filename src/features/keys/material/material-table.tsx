// Exports the table "Key materials": each material that the key has or had, newest first.
import { useMemo } from "react";
import { ImportButton } from "#features/keys/import/import-button.tsx";
import type { KeyMaterialRecord, KeyRecord } from "#kms/index.ts";
import { formatTime } from "#lib/time-text.ts";
import { Copyable } from "#ui/copyable.tsx";
import type { Column } from "#ui/data-table/column.ts";
import { DataTable } from "#ui/data-table/data-table.tsx";
import { ImportedActions } from "./imported-actions.tsx";
import { materialStateText, rotationTypeText, useMaterials } from "./use-materials.ts";

const rowId = ({ materialId }: KeyMaterialRecord): string => materialId;

const commonColumns: readonly Column<KeyMaterialRecord>[] = [
  {
    id: "material-id",
    header: "Key material ID",
    cell: ({ materialId }) => <Copyable text={materialId} name="Key material ID" />,
    isRowHeader: true,
    width: 230,
  },
  {
    id: "rotation-date",
    header: "Rotation date",
    cell: ({ rotationDate }) => (rotationDate === undefined ? "-" : formatTime(rotationDate)),
    width: 190,
  },
  { id: "state", header: "Key material state", cell: materialStateText, width: 160 },
];
const madeColumns: readonly Column<KeyMaterialRecord>[] = [
  ...commonColumns,
  { id: "rotation-type", header: "Rotation type", cell: rotationTypeText, minWidth: 130 },
];
const importedColumns: readonly Column<KeyMaterialRecord>[] = [
  {
    id: "import-state",
    header: "Import state",
    cell: ({ importState }) => (importState === "PENDING_IMPORT" ? "Pending import" : "Imported"),
    width: 120,
  },
  { id: "description", header: "Description", cell: ({ description }) => description || "-", minWidth: 110 },
  { id: "expiration-date", header: "Expiration date", cell: expirationText, width: 190 },
];

function expirationText({ importState, validTo }: KeyMaterialRecord): string {
  if (importState === "PENDING_IMPORT") return "-";
  return validTo === undefined ? "Never" : formatTime(validTo);
}

export function MaterialTable({ keyRecord: key }: { readonly keyRecord: KeyRecord }) {
  const materials = useMaterials(key);
  const isImported = key.origin === "EXTERNAL";
  const columns = useMemo(() => (isImported ? columnsOfImported(key) : madeColumns), [isImported, key]);
  return (
    <DataTable<KeyMaterialRecord>
      tableId={isImported ? "imported-key-materials" : "key-materials"}
      title="Key materials"
      rows={materials}
      rowId={rowId}
      itemNames={{ one: "key material", many: "key materials" }}
      columns={columns}
      hasPreferences={false}
      actions={() => isImported && <ImportButton keyRecord={key} materials={materials} />}
      empty={{
        title: "No key material",
        text: isImported
          ? "Until key material is imported, the key cannot be used."
          : "The key material of this key is not in AWS KMS.",
      }}
    />
  );
}

/** Rotation concerns symmetric encryption keys only. */
function columnsOfImported(key: KeyRecord): readonly Column<KeyMaterialRecord>[] {
  return [
    ...(key.keySpec === "SYMMETRIC_DEFAULT" ? commonColumns : commonColumns.slice(0, 1)),
    ...importedColumns,
    {
      id: "actions",
      header: "Actions",
      cell: (material) => <ImportedActions keyRecord={key} material={material} />,
      width: 90,
    },
  ];
}
