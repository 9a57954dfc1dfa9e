// Exports the columns of the matrix: the name, how it stands over the Regions, and one column for each Region.
import type { LogicalAlias } from "#features/explorer/types.ts";
import type { Column } from "#ui/data-table/column.ts";
import { NameCell, RegionCell, SpreadCell } from "./matrix-cells.tsx";

/** Regions by their code. */
export function matrixColumns(regions: readonly string[]): readonly Column<LogicalAlias>[] {
  return [
    {
      id: "name",
      header: "Alias",
      cell: (name) => <NameCell name={name} />,
      isRowHeader: true,
      isAlwaysVisible: true,
      width: 210,
    },
    // One Region has nothing to differ from.
    ...(regions.length > 1
      ? [
          {
            id: "spread",
            header: "Between Regions",
            cell: (name: LogicalAlias) => <SpreadCell name={name} />,
            width: 170,
          },
        ]
      : []),
    ...regions.map(
      (region): Column<LogicalAlias> => ({
        id: region,
        header: region,
        cell: (name) => <RegionCell name={name} region={region} />,
        isAlwaysVisible: regions.length === 1,
        width: 210,
      }),
    ),
  ];
}
