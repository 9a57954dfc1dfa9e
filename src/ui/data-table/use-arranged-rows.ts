// Exports the hook that holds the filter and answers the rows it lets through, in order. The filter is applied to a deferred
// value: a keystroke is drawn first, the rows follow.
import { useDeferredValue, useMemo, useState } from "react";
import { type FilterQuery, filterByQuery, filterByText, sortRows, textsOf } from "./arrange-rows.ts";
import type { Column, FilterConfig, Sort } from "./column.ts";

const noQuery: FilterQuery = { operation: "and", tokens: [] };

export interface ArrangedRows<Row> {
  readonly rows: readonly Row[];
  readonly text: string;
  readonly query: FilterQuery;
  readonly isFiltered: boolean;
  setText(text: string): void;
  setQuery(query: FilterQuery): void;
  clear(): void;
}

export function useArrangedRows<Row>(
  all: readonly Row[],
  columns: readonly Column<Row>[],
  filter: FilterConfig<Row> | undefined,
  sort: Sort | undefined,
): ArrangedRows<Row> {
  const [text, setText] = useState("");
  const [query, setQuery] = useState(noQuery);
  const appliedText = useDeferredValue(text);
  const value = columns.find(({ id }) => id === sort?.columnId)?.value;
  const descending = sort?.descending === true;
  const sorted = useMemo(() => (value ? sortRows(all, value, descending) : all), [all, value, descending]);
  const isSearching = appliedText.trim() !== "";
  const textOf = filter?.kind === "text" ? filter.text : undefined;
  const texts = useMemo(() => (isSearching && textOf ? textsOf(sorted, textOf) : []), [isSearching, sorted, textOf]);
  const rows = useMemo(() => {
    if (filter?.kind === "property") return filterByQuery(sorted, query, filter.properties, filter.freeText);
    return isSearching ? filterByText(sorted, texts, appliedText) : sorted;
  }, [filter, sorted, query, isSearching, texts, appliedText]);
  return {
    rows,
    text,
    query,
    isFiltered: text.trim() !== "" || query.tokens.length > 0,
    setText,
    setQuery,
    clear: () => {
      setText("");
      setQuery(noQuery);
    },
  };
}
