// Exports the columns of the two key lists. They are made once for the aliases of a Region, never for a row.

import type { ByKey } from "#features/keys/region-index.ts";
import { type CustomKeyStoreRecord, type KeyRecord, recordId, type Table } from "#kms/index.ts";
import { formatTime } from "#lib/time-text.ts";
import { keyPath } from "#store/key-path.ts";
import { keyTypeText, originText, regionalityText, statusText, usageText } from "#store/key-texts.ts";
import type { Links } from "#store/location.ts";
import { AppLink } from "#ui/app-link.tsx";
import type { Column } from "#ui/data-table/column.ts";
import { AliasCell } from "./alias-cell.tsx";
import { ColumnInfo } from "./column-info.tsx";

const noAliases: readonly string[] = [];

// The six columns that show at first fit beside the open navigation at 1400 pixels; Key usage, the last, takes what is left.
function identityColumns(aliases: ByKey<string>, links: Links): Column<KeyRecord>[] {
  return [
    {
      id: "aliases",
      header: "Aliases",
      cell: (key) => (
        <AliasCell
          aliases={aliases.get(key.keyId) ?? noAliases}
          keyHref={links.href(keyPath(key))}
          aliasesHref={links.href(keyPath(key, "aliases"))}
        />
      ),
      value: ({ keyId }) => aliases.get(keyId)?.[0] ?? "-",
      isSortable: true,
      width: 170,
    },
    {
      id: "key-id",
      header: "Key ID",
      cell: (key) => <AppLink href={links.href(keyPath(key))}>{key.keyId}</AppLink>,
      value: ({ keyId }) => keyId,
      isSortable: true,
      isRowHeader: true,
      width: 175,
    },
    { id: "status", header: "Status", cell: statusText, width: 160 },
  ];
}

const propertyColumns: readonly Column<KeyRecord>[] = [
  { id: "key-type", header: "Key type", cell: keyTypeText, value: keyTypeText, isSortable: true, width: 125 },
  {
    id: "key-spec",
    header: "Key spec",
    cell: ({ keySpec }) => keySpec,
    width: 190,
    info: (
      <ColumnInfo column="Key spec" text="The kind of key material: it decides which algorithms the key supports." />
    ),
  },
  { id: "key-usage", header: "Key usage", cell: ({ keyUsage }) => usageText(keyUsage), minWidth: 180 },
];

const optionalColumns: readonly Column<KeyRecord>[] = [
  { id: "creation-date", header: "Creation date", cell: ({ creationDate }) => formatTime(creationDate), minWidth: 200 },
  { id: "origin", header: "Origin", cell: ({ origin }) => originText(origin), minWidth: 120 },
  { id: "regionality", header: "Regionality", cell: regionalityText, minWidth: 130 },
];

/** Only imported key material expires, and only keys in a custom key store have one. */
function storeColumns(stores: Table<CustomKeyStoreRecord>): readonly Column<KeyRecord>[] {
  return [
    {
      id: "expiration-date",
      header: "Expiration date",
      cell: ({ validTo }) => (validTo === undefined ? "-" : formatTime(validTo)),
      minWidth: 150,
    },
    {
      id: "custom-key-store-id",
      header: "Custom key store ID",
      cell: ({ customKeyStoreId }) => customKeyStoreId ?? "-",
      minWidth: 170,
    },
    {
      id: "custom-key-store-name",
      header: "Custom key store name",
      cell: (key) => (key.customKeyStoreId && stores.get(recordId(key, key.customKeyStoreId))?.name) ?? "-",
      minWidth: 190,
    },
  ];
}

const hidden = (column: Column<KeyRecord>): Column<KeyRecord> => ({ ...column, isHiddenByDefault: true });

export function customerKeyColumns(
  aliases: ByKey<string>,
  stores: Table<CustomKeyStoreRecord>,
  links: Links,
): readonly Column<KeyRecord>[] {
  const optional = [...optionalColumns, ...storeColumns(stores)];
  return [...identityColumns(aliases, links), ...propertyColumns, ...optional.map(hidden)];
}

/** The list of AWS managed keys starts with three columns; the others can be switched on. */
export function awsKeyColumns(aliases: ByKey<string>, links: Links): readonly Column<KeyRecord>[] {
  // Its sort by type is not offered: only Aliases and Key ID are sortable there.
  const unsortable = propertyColumns.map((column) => ({ ...column, isSortable: false }));
  return [...identityColumns(aliases, links), ...[...unsortable, ...optionalColumns].map(hidden)];
}
