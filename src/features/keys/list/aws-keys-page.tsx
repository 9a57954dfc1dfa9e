// Exports the page "AWS managed keys": keys that AWS services made in this account. Nothing can be done to them here.
import { useMemo } from "react";
import { useAliasesByKey } from "#features/keys/region-index.ts";
import { findRegion, type KeyRecord } from "#kms/index.ts";
import { useLinks, usePlace } from "#store/location.ts";
import { useWorld } from "#store/sandbox.ts";
import { DataTable } from "#ui/data-table/data-table.tsx";
import { awsKeyColumns } from "./key-columns.tsx";
import { awsKeyFilter } from "./key-filters.ts";
import { awsKeys } from "./list-keys.ts";

const keyIdOf = ({ keyId }: KeyRecord): string => keyId;

export function AwsKeysPage() {
  const place = usePlace();
  const links = useLinks();
  const keys = useWorld((world) => world.tables.keys);
  const aliases = useAliasesByKey();
  const rows = useMemo(() => awsKeys(keys, place, aliases), [keys, place, aliases]);
  const columns = useMemo(() => awsKeyColumns(aliases, links), [aliases, links]);
  const filter = useMemo(() => ({ kind: "property", ...awsKeyFilter(aliases) }) as const, [aliases]);
  return (
    <DataTable<KeyRecord>
      tableId="aws-keys"
      title="AWS managed keys"
      variant="full-page"
      rows={rows}
      rowId={keyIdOf}
      itemNames={{ one: "key", many: "keys" }}
      columns={columns}
      filter={filter}
      selection="none"
      defaultSort={{ columnId: "aliases" }}
      empty={{
        title: "No AWS managed keys",
        text: `AWS services have made no keys for you in ${findRegion(place.region)?.name ?? place.region} yet.`,
      }}
    />
  );
}
