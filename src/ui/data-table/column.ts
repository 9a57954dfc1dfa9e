// Exports what a page tells the data table: its columns and its filter.
import type { ReactNode } from "react";

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  cell(row: Row): ReactNode;
  /** What the column is sorted by. */
  value?(row: Row): string | number;
  /** Sortable by its header; needs `value`. */
  readonly isSortable?: boolean;
  readonly isRowHeader?: boolean;
  readonly minWidth?: number;
  readonly width?: number;
  /** Stands behind the header's text, for example a popover. */
  readonly info?: ReactNode;
  readonly isHiddenByDefault?: boolean;
  readonly isAlwaysVisible?: boolean;
}

export interface FilterProperty<Row> {
  readonly key: string;
  readonly label: string;
  /** Heading above the property in the list of properties, such as "Tags". */
  readonly groupLabel?: string;
  values(row: Row): readonly string[];
}

/** One box that finds rows whose text holds what is typed, in any letter case. */
export interface TextFilterConfig<Row> {
  readonly placeholder: string;
  text(row: Row): string;
}

export interface PropertyFilterConfig<Row> {
  readonly placeholder: string;
  readonly properties: readonly FilterProperty<Row>[];
  /** What text without a property is looked for in. */
  freeText(row: Row): string;
  /** Words the number of rows found; "1 match", "3 matches" if absent. */
  countText?(count: number): string;
}

export type FilterConfig<Row> =
  | ({ readonly kind: "text" } & TextFilterConfig<Row>)
  | ({ readonly kind: "property" } & PropertyFilterConfig<Row>);

export interface Sort {
  readonly columnId: string;
  readonly descending?: boolean;
}

/** What a text filter says when none is given by the page. */
export function matchesText(count: number): string {
  return count === 1 ? "1 match" : `${count} matches`;
}
