// Exports MatrixTable: the matrix in its frame, page by page, with the switch that lets cells be selected. It is memoised, so that
// a menu or a dialog that opens over it does not draw hundreds of cells anew.
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { memo, useDeferredValue, useMemo, useState } from "react";
import type { AliasMap, LogicalAlias } from "#features/explorer/types.ts";
import { TableEmpty } from "#ui/data-table/table-empty.tsx";
import { MatrixGrid } from "./matrix-grid.tsx";
import type { Selection } from "./selection.ts";
import { SelectionActions } from "./selection-actions.tsx";

interface Props {
  readonly map: AliasMap;
  readonly regions: readonly string[];
  readonly isSelecting: boolean;
  readonly selection: Selection;
  readonly onSelecting: (isSelecting: boolean) => void;
}

export const MatrixTable = memo(function MatrixTable(props: Props) {
  const { map, regions } = props;
  const { names } = map;
  const [wantedPage, setWantedPage] = useState(1);
  const [pageSize, setPageSize] = useState<number>(pageSizes[0]);
  const pages = Math.max(1, Math.ceil(names.length / pageSize));
  // Rows may go while a late page is open: the last page that there is stands in for it.
  const page = Math.min(wantedPage, pages);
  const wanted = useMemo((): Shown => {
    const before = (page - 1) * pageSize;
    return { names: names.slice(before, before + pageSize), before, total: names.length, regions };
  }, [names, page, pageSize, regions]);
  // The frame and the page number are drawn first, the cells after them, in pieces that let the page answer in between.
  const shown = useDeferredValue(wanted, nothingYet);
  return (
    <Container
      disableContentPaddings
      header={
        <Header
          variant="h2"
          counter={`(${names.length.toLocaleString("en-US")})`}
          description={meaningFor(regions)}
          actions={<SelectionActions {...props} />}
        >
          Aliases by Region
        </Header>
      }
      footer={
        names.length > pageSizes[0] && (
          <SpaceBetween direction="horizontal" size="l" alignItems="center">
            <Select
              ariaLabel="Rows of a page"
              selectedOption={sizeOption(pageSize)}
              options={pageSizes.map(sizeOption)}
              onChange={({ detail }) => {
                setPageSize(pageSizes.find((size) => String(size) === detail.selectedOption.value) ?? pageSizes[0]);
                setWantedPage(1);
              }}
            />
            <Pagination
              currentPageIndex={page}
              pagesCount={pages}
              onChange={({ detail }) => setWantedPage(detail.currentPageIndex)}
              ariaLabels={{ paginationLabel: "Pages of aliases" }}
            />
          </SpaceBetween>
        )
      }
    >
      {names.length === 0 ? (
        <TableEmpty title="No aliases" text="There are no aliases here, or none that the filter lets through." />
      ) : (
        <MatrixGrid {...shown} />
      )}
    </Container>
  );
});

interface Shown {
  readonly names: readonly LogicalAlias[];
  readonly before: number;
  readonly total: number;
  readonly regions: readonly string[];
}

const nothingYet: Shown = { names: [], before: 0, total: 0, regions: [] };
const pageSizes = [20, 50, 100] as const;
const sizeOption = (size: number) => ({ value: String(size), label: `${size} rows` });

const meaningFor = ({ length }: readonly string[]): string =>
  length > 1
    ? "A name differs when two or more of these Regions have it, and another lacks it (-) or its keys differ in key spec or key usage."
    : "The key of each alias in this Region.";
