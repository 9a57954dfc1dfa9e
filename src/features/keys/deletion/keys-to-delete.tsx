// Exports the table "Keys to delete".
import { useMemo } from "react";
import { ImpactLink } from "#features/keys/impact-link.tsx";
import { type ByKey, useAliasesByKey } from "#features/keys/region-index.ts";
import type { KeyRecord } from "#kms/index.ts";
import { keyPath } from "#store/key-path.ts";
import { keyTypeText, statusText } from "#store/key-texts.ts";
import { type Links, useLinks } from "#store/location.ts";
import { AppLink } from "#ui/app-link.tsx";
import type { Column } from "#ui/data-table/column.ts";
import { DataTable } from "#ui/data-table/data-table.tsx";

const rowId = ({ keyId }: KeyRecord): string => keyId;

function columnsFor(
  aliases: ByKey<string>,
  links: Links,
  days: number,
  onMade: () => void,
): readonly Column<KeyRecord>[] {
  return [
    { id: "aliases", header: "Aliases", cell: ({ keyId }) => aliases.get(keyId)?.join(", ") ?? "-", minWidth: 180 },
    {
      id: "key-id",
      header: "Key ID",
      cell: (key) => <AppLink href={links.href(keyPath(key))}>{key.keyId}</AppLink>,
      isRowHeader: true,
      minWidth: 320,
    },
    { id: "status", header: "Status", cell: statusText, minWidth: 150 },
    { id: "key-type", header: "Key type", cell: keyTypeText },
    { id: "key-spec", header: "Key spec", cell: ({ keySpec }) => keySpec, minWidth: 200 },
    {
      id: "impact",
      header: "Sandbox",
      cell: ({ keyId }) => (
        <ImpactLink
          change={{ type: "scheduleDeletion", keyId, pendingWindowInDays: days }}
          subject={`key ${keyId}`}
          onMade={onMade}
        />
      ),
      minWidth: 130,
    },
  ];
}

interface KeysToDeleteProps {
  readonly keys: readonly KeyRecord[];
  /** The waiting period that the impact is shown for. */
  readonly days: number;
  /** The deletion of one of the keys was scheduled from its impact. */
  readonly onMade: () => void;
}

export function KeysToDelete({ keys, days, onMade }: KeysToDeleteProps) {
  const aliases = useAliasesByKey();
  const links = useLinks();
  const columns = useMemo(() => columnsFor(aliases, links, days, onMade), [aliases, links, days, onMade]);
  return (
    <DataTable<KeyRecord>
      tableId="keys-to-delete"
      title="Keys to delete"
      rows={keys}
      rowId={rowId}
      itemNames={{ one: "key", many: "keys" }}
      columns={columns}
      hasPreferences={false}
      empty={{ title: "No keys", text: "There are no keys to delete." }}
    />
  );
}
