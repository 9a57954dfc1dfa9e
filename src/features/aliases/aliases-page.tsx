// Exports AliasesPage, Sandbox > Aliases: all aliases of a Region or of the account, to create, retarget and delete. The real
// console has no such page and cannot retarget an alias.
import Badge from "@cloudscape-design/components/badge";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { useMemo, useState } from "react";
import { findRegion, isReservedAlias } from "#kms/index.ts";
import { useLinks, useLocation, usePlace } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { DataTable } from "#ui/data-table/data-table.tsx";
import { aliasColumns, aliasFilter } from "./alias-columns.tsx";
import { type AliasRow, type Scope, useAliasRows } from "./alias-rows.ts";
import { CreateAliasModal } from "./create-alias-modal.tsx";
import { DeleteAliasesModal } from "./delete-aliases-modal.tsx";
import { RetargetModal } from "./retarget-modal.tsx";

type Dialog =
  | { readonly type: "create" }
  | { readonly type: "retarget"; readonly row: AliasRow }
  | { readonly type: "delete"; readonly rows: readonly AliasRow[] };

export function AliasesPage() {
  const { params } = useLocation();
  const { region } = usePlace();
  const links = useLinks();
  const scope: Scope = params.scope === "all-regions" ? "all-regions" : "this-region";
  const all = useAliasRows(scope);
  // Every Region brings a dozen of them: in all Regions they would bury one's own.
  const [isKeylessHidden = scope === "all-regions", setKeylessHidden] = useState<boolean>();
  const rows = useMemo(() => (isKeylessHidden ? all.filter(isOwnOrHasKey) : all), [isKeylessHidden, all]);
  const [isApiName, setApiName] = useState(false);
  const [dialog, setDialog] = useState<Dialog>();
  const { href } = links;
  const columns = useMemo(() => aliasColumns({ scope, isApiName, href }), [scope, isApiName, href]);
  const close = (): void => setDialog(undefined);
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        info={<Badge color="blue">Sandbox extra</Badge>}
        description="The real AWS KMS console has no list of aliases, and it cannot retarget one: there you use the UpdateAlias operation."
      >
        Aliases
      </Header>
      <SpaceBetween direction="horizontal" size="l" alignItems="center">
        <SegmentedControl
          label="Regions shown"
          selectedId={scope}
          options={[
            { id: "this-region", text: "This Region" },
            { id: "all-regions", text: "All Regions" },
          ]}
          onChange={({ detail }) =>
            links.go(paths.aliases(detail.selectedId === "all-regions" ? "all-regions" : undefined))
          }
        />
        <Toggle checked={isApiName} onChange={({ detail }) => setApiName(detail.checked)}>
          Show names as the API has them (alias/...)
        </Toggle>
        <Toggle checked={isKeylessHidden} onChange={({ detail }) => setKeylessHidden(detail.checked)}>
          Hide aliases of AWS without a key
        </Toggle>
      </SpaceBetween>
      <DataTable
        key={scope}
        tableId={`aliases-${scope}`}
        rows={rows}
        rowId={rowId}
        columns={columns}
        title={scope === "all-regions" ? "Aliases in all Regions" : `Aliases in ${findRegion(region)?.name ?? region}`}
        itemNames={{ one: "alias", many: "aliases" }}
        description="Aliases that begin with aws/ belong to AWS: they cannot be selected or changed."
        selection="multi"
        selectionRefusal={selectionRefusal}
        pageSizes={pageSizes}
        filter={aliasFilter}
        empty={{
          title: "No aliases",
          text: "There are no aliases here.",
          action: <Button onClick={() => setDialog({ type: "create" })}>Create alias</Button>,
        }}
        actions={(selected) => <Actions selected={selected} onOpen={setDialog} />}
      />
      {dialog?.type === "create" && <CreateAliasModal scope={scope} onClose={close} />}
      {dialog?.type === "retarget" && <RetargetModal row={dialog.row} onClose={close} />}
      {dialog?.type === "delete" && <DeleteAliasesModal rows={dialog.rows} onClose={close} />}
    </SpaceBetween>
  );
}

const pageSizes = [20, 50, 100];
const rowId = ({ id }: AliasRow): string => id;
const isOwnOrHasKey = ({ alias, key }: AliasRow): boolean => key !== undefined || !isReservedAlias(alias.aliasName);
const selectionRefusal = ({ alias }: AliasRow): string | undefined =>
  isReservedAlias(alias.aliasName) ? "It belongs to AWS and cannot be changed" : undefined;

interface ActionsProps {
  readonly selected: readonly AliasRow[];
  readonly onOpen: (dialog: Dialog) => void;
}

function Actions({ selected, onOpen }: ActionsProps) {
  const [first] = selected;
  const noRetarget = selected.length === 1 ? undefined : "Select one alias.";
  const noDelete = first ? undefined : "Select the aliases to delete.";
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button
        disabled={noRetarget !== undefined}
        disabledReason={noRetarget ?? ""}
        onClick={() => first && onOpen({ type: "retarget", row: first })}
      >
        Retarget
      </Button>
      <Button
        disabled={noDelete !== undefined}
        disabledReason={noDelete ?? ""}
        onClick={() => onOpen({ type: "delete", rows: selected })}
      >
        Delete
      </Button>
      <Button variant="primary" onClick={() => onOpen({ type: "create" })}>
        Create alias
      </Button>
    </SpaceBetween>
  );
}
