// Exports DataTable, the one table that sorts, filters, pages and selects: TanStack Table drives, Cloudscape draws.
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Pagination from "@cloudscape-design/components/pagination";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { lazy, type ReactNode, Suspense, useMemo } from "react";
import { type Column, type FilterConfig, matchesText, type Sort } from "./column.ts";
import { TableEmpty, TableNoMatch } from "./table-empty.tsx";
import { useTableSettings } from "./table-preferences.tsx";
import { type DrivenTable, useDataTable } from "./use-data-table.ts";

export type { Column } from "./column.ts";

export interface DataTableProps<Row> {
  /** Its preferences are kept under this id. */
  readonly tableId: string;
  readonly rows: readonly Row[];
  /** Stands outside the component, as `columns` and `filter` do: a new identity sorts and filters anew. */
  rowId(row: Row): string;
  readonly columns: readonly Column<Row>[];
  readonly title: string;
  readonly itemNames: { readonly one: string; readonly many: string };
  actions?(selected: readonly Row[]): ReactNode;
  readonly description?: ReactNode;
  readonly selection?: "multi" | "single" | "none";
  /** Why a row cannot be selected, spoken with its check box; undefined where it can. */
  selectionRefusal?(row: Row): string | undefined;
  readonly filter?: FilterConfig<Row>;
  /** The order of `rows` if absent. */
  readonly defaultSort?: Sort;
  readonly empty: { readonly title: string; readonly text: string; readonly action?: ReactNode };
  readonly variant?: "full-page" | "container" | "embedded";
  readonly pageSizes?: readonly number[];
  /** So many columns stay in sight when a wide table is moved sideways. */
  readonly stickyFirstColumns?: number;
  readonly hasPreferences?: boolean;
  readonly isLoading?: boolean;
  /** Stands behind the title. */
  readonly info?: ReactNode;
  /** Shown instead of rows when the list may not be read. */
  readonly refusal?: ReactNode;
}

// Both are of no use before there are rows to be seen, and they weigh as much as the rest of the table: rows first.
const PropertyFilterBar = lazy(async () => ({
  default: (await import("./property-filter-bar.tsx")).PropertyFilterBar,
}));
const PreferencesGear = lazy(async () => ({ default: (await import("./preferences-gear.tsx")).PreferencesGear }));

const usualPageSizes: readonly number[] = [10, 20, 50, 100];

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, rowId, columns, title, itemNames, selection = "none", filter, empty, variant = "container" } = props;
  const { pageSizes = usualPageSizes, hasPreferences = true, selectionRefusal: refusalOf } = props;
  const [settings, setSettings] = useTableSettings(props.tableId, columns, pageSizes);
  const table = useDataTable({ rows, rowId, columns, filter, defaultSort: props.defaultSort, settings });
  const definitions = useMemo(() => columns.map(columnDefinition), [columns]);
  const visible = table.visibleColumns.map(({ id }) => id);
  return (
    <Table
      variant={variant}
      items={props.refusal ? [] : table.pageRows}
      trackBy={rowId}
      columnDefinitions={definitions}
      visibleColumns={visible}
      resizableColumns
      enableKeyboardNavigation
      wrapLines={settings.wrapLines}
      stickyHeader={variant === "full-page"}
      {...(props.stickyFirstColumns === undefined ? {} : { stickyColumns: { first: props.stickyFirstColumns } })}
      loading={props.isLoading === true}
      loadingText={`Loading ${itemNames.many}`}
      {...sortingProps(table, definitions)}
      {...(selection === "none" ? {} : selectionProps(table, selection))}
      {...(refusalOf ? { isItemDisabled: (row: Row) => refusalOf(row) !== undefined } : {})}
      ariaLabels={ariaLabels(title, itemNames, rowId, refusalOf)}
      renderAriaLive={({ firstIndex, lastIndex, totalItemsCount }) =>
        `Displaying ${itemNames.many} ${firstIndex} to ${lastIndex} of ${totalItemsCount ?? lastIndex}`
      }
      totalItemsCount={table.arranged.rows.length}
      firstIndex={table.pageIndex * settings.pageSize + 1}
      header={
        <Header
          variant={variant === "full-page" ? "awsui-h1-sticky" : "h2"}
          counter={counterText(table.selected.length, rows.length)}
          {...(props.description === undefined ? {} : { description: props.description })}
          {...(props.info === undefined ? {} : { info: props.info })}
          {...(props.actions ? { actions: props.actions(table.selected) } : {})}
        >
          {title}
        </Header>
      }
      filter={filter && <FilterBox filter={filter} rows={rows} table={table} />}
      pagination={
        <Pagination
          currentPageIndex={table.pageIndex + 1}
          pagesCount={table.pageCount}
          onChange={({ detail }) => table.setPage(detail.currentPageIndex - 1)}
          ariaLabels={{ paginationLabel: `Pages of ${itemNames.many}` }}
        />
      }
      preferences={
        hasPreferences && (
          <Suspense fallback={<Button variant="icon" iconName="settings" ariaLabel="Preferences" disabled />}>
            <PreferencesGear {...{ columns, pageSizes, itemNames, settings, onChange: setSettings }} />
          </Suspense>
        )
      }
      empty={
        props.refusal ??
        (table.arranged.isFiltered ? <TableNoMatch onClear={table.arranged.clear} /> : <TableEmpty {...empty} />)
      }
    />
  );
}

interface FilterBoxProps<Row> {
  readonly filter: FilterConfig<Row>;
  readonly rows: readonly Row[];
  readonly table: DrivenTable<Row>;
}

function FilterBox<Row>({ filter, rows, table: { arranged } }: FilterBoxProps<Row>) {
  if (filter.kind === "property")
    return (
      <Suspense fallback={<Input type="search" value="" placeholder={filter.placeholder} disabled />}>
        <PropertyFilterBar
          config={filter}
          rows={rows}
          query={arranged.query}
          onChange={arranged.setQuery}
          found={arranged.rows.length}
        />
      </Suspense>
    );
  return (
    <TextFilter
      filteringText={arranged.text}
      onChange={({ detail }) => arranged.setText(detail.filteringText)}
      filteringPlaceholder={filter.placeholder}
      filteringAriaLabel={filter.placeholder}
      countText={matchesText(arranged.rows.length)}
    />
  );
}

/** `(3)`, or `(1/3)` with a selection, as the console counts. */
function counterText(selected: number, all: number): string {
  return selected > 0 ? `(${selected}/${all})` : `(${all})`;
}

function columnDefinition<Row>(column: Column<Row>): TableProps.ColumnDefinition<Row> {
  const { id, header, info, isSortable, isRowHeader, width, minWidth } = column;
  return {
    id,
    header: info ? (
      <>
        {header} {info}
      </>
    ) : (
      header
    ),
    cell: (row) => column.cell(row),
    ...(isSortable && column.value ? { sortingField: id } : {}),
    ...(isRowHeader ? { isRowHeader } : {}),
    ...(width === undefined ? {} : { width }),
    minWidth: minWidth ?? 110,
    ariaLabel: ({ sorted, descending }) =>
      sorted ? `${header}, sorted ${descending ? "descending" : "ascending"}` : `${header}, not sorted`,
  };
}

function sortingProps<Row>(table: DrivenTable<Row>, definitions: readonly TableProps.ColumnDefinition<Row>[]) {
  const sortingColumn = definitions.find(({ id }) => id === table.sort?.columnId);
  return {
    ...(sortingColumn ? { sortingColumn, sortingDescending: table.sort?.descending === true } : {}),
    onSortingChange: ({ detail }: { readonly detail: TableProps.SortingState<Row> }) =>
      table.setSort({
        columnId: detail.sortingColumn.sortingField ?? "",
        descending: detail.isDescending === true,
      }),
  };
}

function selectionProps<Row>(table: DrivenTable<Row>, selectionType: "multi" | "single") {
  return {
    selectionType,
    selectedItems: table.selected,
    onSelectionChange: ({ detail }: { readonly detail: TableProps.SelectionChangeDetail<Row> }) =>
      table.select(detail.selectedItems),
  };
}

function ariaLabels<Row>(
  title: string,
  { one, many }: { readonly one: string; readonly many: string },
  rowId: (row: Row) => string,
  refusalOf?: (row: Row) => string | undefined,
): TableProps.AriaLabels<Row> {
  return {
    tableLabel: title,
    selectionGroupLabel: `Selection of ${many}`,
    allItemsSelectionLabel: () => `Select all ${many} of this page`,
    itemSelectionLabel: (_state, row) =>
      [`Select ${one} ${rowId(row)}`, refusalOf?.(row)].filter((part) => part !== undefined).join(". "),
  };
}
