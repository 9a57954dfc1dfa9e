// Exports the tab "Aliases": every alias of the key, with its ARN, the one place where the prefix `alias/` can be seen.
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useAliasesOf } from "#features/keys/region-index.ts";
import { aliasArn, displayAlias, type KeyRecord, stateRefusal } from "#kms/index.ts";
import { statusText } from "#store/key-texts.ts";
import { usePlace } from "#store/location.ts";
import { Copyable } from "#ui/copyable.tsx";
import type { Column } from "#ui/data-table/column.ts";
import { DataTable } from "#ui/data-table/data-table.tsx";
import { CreateAliasModal } from "./create-alias-modal.tsx";
import { DeleteAliasesModal } from "./delete-aliases-modal.tsx";

interface AliasRow {
  /** With its prefix. */
  readonly aliasName: string;
  readonly arn: string;
}

const columns: readonly Column<AliasRow>[] = [
  {
    id: "name",
    header: "Alias name",
    cell: ({ aliasName }) => displayAlias(aliasName),
    value: ({ aliasName }) => aliasName,
    isSortable: true,
    isRowHeader: true,
    minWidth: 200,
  },
  { id: "arn", header: "Alias ARN", cell: ({ arn }) => <Copyable text={arn} name="Alias ARN" />, minWidth: 320 },
];

const filter = {
  kind: "text",
  placeholder: "Find aliases",
  text: ({ aliasName }: AliasRow) => displayAlias(aliasName),
} as const;
/** Fewer aliases are found at a glance. */
const filterAbove = 10;
const rowId = ({ aliasName }: AliasRow): string => aliasName;

type Dialog = { readonly type: "create" } | { readonly type: "delete"; readonly names: readonly string[] };

export function AliasesTab({ keyRecord }: { readonly keyRecord: KeyRecord }) {
  const place = usePlace();
  const [dialog, setDialog] = useState<Dialog>();
  const close = (): void => setDialog(undefined);
  const rows = useAliasesOf(keyRecord).map((aliasName) => ({ aliasName, arn: aliasArn({ ...place, aliasName }) }));
  const isCustomer = keyRecord.keyManager === "CUSTOMER";
  const isRefused = stateRefusal("CreateAlias", keyRecord) !== undefined;
  return (
    <>
      <DataTable<AliasRow>
        tableId="key-aliases"
        title="Aliases"
        rows={rows}
        rowId={rowId}
        itemNames={{ one: "alias", many: "aliases" }}
        columns={columns}
        hasPreferences={false}
        {...(rows.length > filterAbove ? { filter } : {})}
        {...(isCustomer ? {} : { description: "AWS manages this key: its aliases can't be changed." })}
        selection={isCustomer ? "multi" : "none"}
        empty={{ title: "No aliases", text: "This key has no aliases." }}
        actions={(selected) =>
          isCustomer && (
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                onClick={() => setDialog({ type: "delete", names: selected.map(rowId) })}
                {...(selected.length === 0 ? { disabled: true, disabledReason: "Select at least one alias." } : {})}
              >
                Delete
              </Button>
              <Button
                onClick={() => setDialog({ type: "create" })}
                {...(isRefused
                  ? { disabled: true, disabledReason: `The key is ${statusText(keyRecord).toLowerCase()}.` }
                  : {})}
              >
                Create alias
              </Button>
            </SpaceBetween>
          )
        }
      />
      {dialog?.type === "create" && <CreateAliasModal keyRecord={keyRecord} onClose={close} />}
      {dialog?.type === "delete" && (
        <DeleteAliasesModal keyRecord={keyRecord} aliasNames={dialog.names} onClose={close} />
      )}
    </>
  );
}
