// Exports the hook that lets TanStack Table hold a table's state: visible columns, sorting, selection and page. It works in
// manual mode and is handed the rows of one page only; the pipeline over all rows is arrange-rows.ts.
import {
  type ColumnDef,
  columnVisibilityFeature,
  type RowSelectionState,
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import type { Column, FilterConfig, Sort } from "./column.ts";
import type { TableSettings } from "./table-preferences.tsx";
import { type ArrangedRows, useArrangedRows } from "./use-arranged-rows.ts";

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  rowSelectionFeature,
  rowPaginationFeature,
});

/** TanStack wants rows of a plain object type; ours may be anything. */
interface Shown<Row> {
  readonly row: Row;
}

interface Options<Row> {
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly filter: FilterConfig<Row> | undefined;
  readonly defaultSort: Sort | undefined;
  readonly settings: TableSettings;
}

export interface DrivenTable<Row> {
  readonly arranged: ArrangedRows<Row>;
  /** The rows of the page that is shown. */
  readonly pageRows: readonly Row[];
  readonly pageIndex: number;
  readonly pageCount: number;
  readonly sort: Sort | undefined;
  readonly visibleColumns: readonly Column<Row>[];
  readonly selected: readonly Row[];
  setPage(index: number): void;
  setSort(sort: Sort): void;
  select(rows: readonly Row[]): void;
}

export function useDataTable<Row>(options: Options<Row>): DrivenTable<Row> {
  const { rows, rowId, columns, filter, defaultSort, settings } = options;
  const [sorting, setSorting] = useState<SortingState>(() =>
    defaultSort ? [{ id: defaultSort.columnId, desc: defaultSort.descending === true }] : [],
  );
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const [wantedPage, setWantedPage] = useState(0);
  const sort = useMemo(() => readSort(sorting), [sorting]);
  const arranged = useArrangedRows(rows, columns, filter, sort);
  const { pageSize } = settings;
  const pageCount = Math.max(1, Math.ceil(arranged.rows.length / pageSize));
  // Rows may go while a late page is open: the last page that there is stands in for it.
  const pageIndex = Math.min(wantedPage, pageCount - 1);
  const data = useMemo(
    () => arranged.rows.slice(pageIndex * pageSize, (pageIndex + 1) * pageSize).map((row): Shown<Row> => ({ row })),
    [arranged.rows, pageIndex, pageSize],
  );
  const columnDefs = useMemo(
    () => columns.map((column): ColumnDef<typeof features, Shown<Row>> => ({ id: column.id, header: column.header })),
    [columns],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id }) => [id, settings.visibleColumns.includes(id)])),
    [columns, settings.visibleColumns],
  );
  const table = useTable({
    features,
    data,
    columns: columnDefs,
    getRowId: ({ row }) => rowId(row),
    manualSorting: true,
    manualPagination: true,
    rowCount: arranged.rows.length,
    state: { sorting, rowSelection, columnVisibility, pagination: { pageIndex, pageSize } },
    onSortingChange: setSorting,
    onRowSelectionChange: setRowSelection,
    onPaginationChange: (update) =>
      setWantedPage((typeof update === "function" ? update({ pageIndex, pageSize }) : update).pageIndex),
  });
  // A row that is gone is no longer selected, whatever the selection remembers.
  const selected = useMemo(
    () => (Object.keys(rowSelection).length === 0 ? [] : rows.filter((row) => rowSelection[rowId(row)])),
    [rows, rowId, rowSelection],
  );
  const shownIds = new Set(table.getVisibleLeafColumns().map(({ id }) => id));
  return {
    arranged: {
      ...arranged,
      setText: (text) => {
        setWantedPage(0);
        arranged.setText(text);
      },
      setQuery: (query) => {
        setWantedPage(0);
        arranged.setQuery(query);
      },
    },
    pageRows: table.getRowModel().rows.map(({ original }) => original.row),
    pageIndex,
    pageCount: table.getPageCount(),
    sort,
    visibleColumns: columns.filter(({ id }) => shownIds.has(id)),
    selected,
    setPage: (index) => table.setPageIndex(index),
    setSort: ({ columnId, descending }) => {
      table.setSorting([{ id: columnId, desc: descending === true }]);
      setWantedPage(0);
    },
    select: (chosen) => table.setRowSelection(Object.fromEntries(chosen.map((row) => [rowId(row), true as const]))),
  };
}

function readSort([first]: SortingState): Sort | undefined {
  return first && { columnId: first.id, descending: first.desc };
}
