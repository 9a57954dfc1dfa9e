// Exports PrincipalTable: IAM users and roles to be marked, with the console's sorting and pages. What is marked belongs to the
// caller, who keeps it in a draft or a dialog; DataTable keeps a selection of its own, so only its pipeline is used here.
import Pagination from "@cloudscape-design/components/pagination";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { type ReactNode, useMemo, useState } from "react";
import { type Column, type FilterConfig, matchesText, type Sort } from "#ui/data-table/column.ts";
import { useArrangedRows } from "#ui/data-table/use-arranged-rows.ts";
import { type Principal, readPrincipalArn } from "./principals.ts";

interface Props {
  readonly title: "Key administrators" | "Key users";
  /** The rows: ARNs, of which some may be neither a user's nor a role's. */
  readonly arns: readonly string[];
  readonly marked: readonly string[];
  readonly onMark: (arns: readonly string[]) => void;
  readonly header: ReactNode;
  readonly empty: string;
  readonly hasSearch?: boolean;
}

interface Row {
  readonly arn: string;
  readonly principal: Principal | undefined;
}

/** As many as the console shows. */
const pageSize = 10;

const text = (id: string, header: string, value: (row: Row) => string): Column<Row> => ({
  id,
  header,
  value,
  cell: value,
  isSortable: true,
  isRowHeader: id === "name",
});
const columns: readonly Column<Row>[] = [
  text("name", "Name", ({ arn, principal }) => principal?.name ?? arn),
  text("path", "Path", ({ principal }) => principal?.path ?? "-"),
  text("type", "Type", ({ principal }) => principal?.type ?? "-"),
];
const definitions = columns.map(
  ({ id, header, cell, isRowHeader = false }): TableProps.ColumnDefinition<Row> => ({
    id,
    header,
    cell,
    isRowHeader,
    sortingField: id,
    ariaLabel: ({ sorted, descending }) =>
      sorted ? `${header}, sorted ${descending ? "descending" : "ascending"}` : `${header}, not sorted`,
  }),
);
const filter: FilterConfig<Row> = { kind: "text", placeholder: "", text: ({ arn }) => arn };

export function PrincipalTable({ title, arns, marked, onMark, header, empty, hasSearch = false }: Props) {
  const [sort, setSort] = useState<Sort>({ columnId: "name" });
  const [wantedPage, setWantedPage] = useState(1);
  const rows = useMemo(() => arns.map((arn): Row => ({ arn, principal: readPrincipalArn(arn) })), [arns]);
  const arranged = useArrangedRows(rows, columns, filter, sort);
  const pages = Math.max(1, Math.ceil(arranged.rows.length / pageSize));
  // Rows may go while a late page is open: the last page that there is stands in for it.
  const page = Math.min(wantedPage, pages);
  const shown = arranged.rows.slice((page - 1) * pageSize, page * pageSize);
  const elsewhere = marked.filter((arn) => !shown.some((row) => row.arn === arn));
  const search = `Search ${title}`;
  const sortingColumn = definitions.find(({ id }) => id === sort.columnId);
  return (
    <Table
      items={shown}
      trackBy="arn"
      columnDefinitions={definitions}
      {...(sortingColumn ? { sortingColumn, sortingDescending: sort.descending === true } : {})}
      onSortingChange={({ detail }) => {
        setSort({ columnId: detail.sortingColumn.sortingField ?? "", descending: detail.isDescending === true });
        setWantedPage(1);
      }}
      selectionType="multi"
      selectedItems={shown.filter(({ arn }) => marked.includes(arn))}
      onSelectionChange={({ detail }) => onMark([...elsewhere, ...detail.selectedItems.map(({ arn }) => arn)])}
      ariaLabels={{
        tableLabel: title,
        selectionGroupLabel: `Selection of ${title}`,
        allItemsSelectionLabel: () => `Select all ${title} of this page`,
        itemSelectionLabel: (_state, { arn, principal }) => `Select ${principal?.name ?? arn}`,
      }}
      header={header}
      {...(hasSearch
        ? {
            filter: (
              <TextFilter
                filteringText={arranged.text}
                filteringPlaceholder={search}
                filteringAriaLabel={search}
                countText={matchesText(arranged.rows.length)}
                onChange={({ detail }) => {
                  arranged.setText(detail.filteringText);
                  setWantedPage(1);
                }}
              />
            ),
          }
        : {})}
      pagination={
        <Pagination
          currentPageIndex={page}
          pagesCount={pages}
          ariaLabels={{ paginationLabel: `Pages of ${title}` }}
          onChange={({ detail }) => setWantedPage(detail.currentPageIndex)}
        />
      }
      empty={arranged.isFiltered ? "No matches. We can't find a match." : empty}
    />
  );
}
