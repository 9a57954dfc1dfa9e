// Exports the settings of a table: page size, wrapped lines, visible columns. What is chosen is kept by whoever provides
// TablePreferencesProvider, because this folder knows no storage.
import { createContext, useContext, useState } from "react";
import type { Column } from "./column.ts";

/** Keeps the settings of a table under its id. What is read back may be anything. */
export interface TablePreferenceStore {
  read(tableId: string): unknown;
  write(tableId: string, settings: TableSettings): void;
}

const TablePreferencesContext = createContext<TablePreferenceStore>({ read: () => undefined, write: () => undefined });

export const TablePreferencesProvider = TablePreferencesContext.Provider;

export interface TableSettings {
  readonly pageSize: number;
  readonly wrapLines: boolean;
  readonly visibleColumns: readonly string[];
}

/** The settings of a table: what was kept where it still fits, else the defaults. */
export function useTableSettings<Row>(
  tableId: string,
  columns: readonly Column<Row>[],
  pageSizes: readonly number[],
): readonly [TableSettings, (settings: TableSettings) => void] {
  const store = useContext(TablePreferencesContext);
  const [settings, setSettings] = useState(() => readSettings(store.read(tableId), columns, pageSizes));
  return [
    settings,
    (next) => {
      setSettings(next);
      store.write(tableId, next);
    },
  ];
}

function readSettings<Row>(
  kept: unknown,
  columns: readonly Column<Row>[],
  pageSizes: readonly number[],
): TableSettings {
  const { pageSize, wrapLines, visibleColumns } = (typeof kept === "object" && kept !== null ? kept : {}) as Partial<
    Record<keyof TableSettings, unknown>
  >; // each member is checked below
  const known = Array.isArray(visibleColumns) ? visibleColumns : undefined;
  return {
    pageSize: pageSizes.find((size) => size === pageSize) ?? pageSizes[0] ?? 10,
    wrapLines: wrapLines === true,
    visibleColumns: columns
      .filter(
        ({ id, isAlwaysVisible, isHiddenByDefault }) =>
          isAlwaysVisible || (known ? known.includes(id) : !isHiddenByDefault),
      )
      .map(({ id }) => id),
  };
}
