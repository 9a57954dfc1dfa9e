// Exports MatrixTable: the table of the matrix, with the switch that lets cells be selected. It is memoised, so that a menu or
// a dialog that opens over it does not draw hundreds of cells anew.
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { memo, useMemo } from "react";
import type { AliasMap, LogicalAlias } from "#features/explorer/types.ts";
import { DataTable } from "#ui/data-table/data-table.tsx";
import { matrixColumns } from "./matrix-columns.tsx";
import { isSelectable, mostSelected } from "./selected-targets.ts";
import type { Selection } from "./selection.ts";

interface Props {
  readonly map: AliasMap;
  readonly regions: readonly string[];
  readonly isSelecting: boolean;
  readonly selection: Selection;
  readonly onSelecting: (isSelecting: boolean) => void;
}

export const MatrixTable = memo(function MatrixTable(props: Props) {
  const { map, regions } = props;
  const columns = useMemo(() => matrixColumns(regions), [regions]);
  return (
    <DataTable
      // The settings of a table belong to its columns.
      key={regions.join()}
      tableId={regions.length > 1 ? "explorer-matrix" : "explorer-matrix-one"}
      hasPreferences={regions.length > 1}
      rows={map.names}
      rowId={rowId}
      columns={columns}
      stickyFirstColumns={1}
      title="Aliases by Region"
      itemNames={{ one: "alias", many: "aliases" }}
      description="One row for each name. A Region without the name has a gap, shown as -."
      pageSizes={pageSizes}
      actions={() => <SelectionActions {...props} />}
      empty={{ title: "No aliases", text: "There are no aliases here, or none that the filter lets through." }}
    />
  );
});

const pageSizes = [20, 50, 100];
const rowId = ({ aliasName }: LogicalAlias): string => aliasName;

function SelectionActions({ map, isSelecting, selection, onSelecting }: Props) {
  const ids = useMemo(
    () => (isSelecting ? map.lanes.flatMap(({ aliases }) => aliases.filter(isSelectable).map(({ id }) => id)) : []),
    [map, isSelecting],
  );
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      {isSelecting && (
        <Button
          disabled={ids.length > mostSelected}
          disabledReason={`More than ${mostSelected} cells: filter the aliases first.`}
          onClick={() => selection.set(ids)}
        >
          Select all {ids.length} cells
        </Button>
      )}
      <Toggle
        checked={isSelecting}
        onChange={({ detail }) => {
          selection.set([]);
          onSelecting(detail.checked);
        }}
      >
        Select cells
      </Toggle>
    </SpaceBetween>
  );
}
