// Exports the gear of a table, behind which its settings are changed. Loaded after the rows: it brings a dialog along.
import CollectionPreferences from "@cloudscape-design/components/collection-preferences";
import type { Column } from "./column.ts";
import type { TableSettings } from "./table-preferences.tsx";

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly pageSizes: readonly number[];
  readonly itemNames: { readonly many: string };
  readonly settings: TableSettings;
  readonly onChange: (settings: TableSettings) => void;
}

export function PreferencesGear<Row>({ columns, pageSizes, itemNames, settings, onChange }: Props<Row>) {
  return (
    <CollectionPreferences
      title="Preferences"
      confirmLabel="Confirm"
      cancelLabel="Cancel"
      preferences={{
        pageSize: settings.pageSize,
        wrapLines: settings.wrapLines,
        visibleContent: settings.visibleColumns,
      }}
      pageSizePreference={{
        title: "Page size",
        options: pageSizes.map((value) => ({ value, label: `${value} ${itemNames.many}` })),
      }}
      wrapLinesPreference={{ label: "Wrap lines", description: "Shows all of the text and wraps lines." }}
      visibleContentPreference={{
        title: "Visible columns",
        options: [
          {
            label: "Columns",
            options: columns.map(({ id, header, isAlwaysVisible }) => ({
              id,
              label: header,
              editable: !isAlwaysVisible,
            })),
          },
        ],
      }}
      onConfirm={({ detail }) =>
        onChange({
          pageSize: detail.pageSize ?? settings.pageSize,
          wrapLines: detail.wrapLines ?? settings.wrapLines,
          visibleColumns: detail.visibleContent ?? settings.visibleColumns,
        })
      }
    />
  );
}
