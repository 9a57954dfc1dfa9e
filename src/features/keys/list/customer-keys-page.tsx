// Exports the page "Customer managed keys".
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useDeferredValue, useMemo } from "react";
import { KeyActions } from "#features/keys/actions/key-actions.tsx";
import { type ByKey, tagsByKey, useAliasesByKey } from "#features/keys/region-index.ts";
import { findRegion, type KeyRecord, type Table, type TagRecord } from "#kms/index.ts";
import { useLinks, usePlace } from "#store/location.ts";
import { paths } from "#store/paths.ts";
import { useWorld } from "#store/sandbox.ts";
import { DataTable } from "#ui/data-table/data-table.tsx";
import { customerKeyColumns } from "./key-columns.tsx";
import { customerKeyFilter } from "./key-filters.ts";
import { customerKeys } from "./list-keys.ts";

const keyIdOf = ({ keyId }: KeyRecord): string => keyId;
const noTags: ByKey<TagRecord> = new Map();

export function CustomerKeysPage() {
  const place = usePlace();
  const links = useLinks();
  const keys = useWorld((world) => world.tables.keys);
  const aliases = useAliasesByKey();
  // Tags serve the filter only, so the list does not wait for them: they are read right after it has been drawn.
  const tagTable = useDeferredValue<Table<TagRecord> | undefined>(
    useWorld((world) => world.tables.tags),
    undefined,
  );
  const tags = useMemo(() => (tagTable ? tagsByKey(tagTable, place) : noTags), [tagTable, place]);
  const rows = useMemo(() => customerKeys(keys, place, aliases), [keys, place, aliases]);
  const stores = useWorld((world) => world.tables.customKeyStores);
  const columns = useMemo(() => customerKeyColumns(aliases, stores, links), [aliases, stores, links]);
  const filter = useMemo(() => ({ kind: "property", ...customerKeyFilter(aliases, tags) }) as const, [aliases, tags]);
  return (
    <DataTable<KeyRecord>
      tableId="customer-keys"
      title="Customer managed keys"
      variant="full-page"
      rows={rows}
      rowId={keyIdOf}
      itemNames={{ one: "key", many: "keys" }}
      columns={columns}
      filter={filter}
      selection="multi"
      actions={(selected) => (
        <SpaceBetween direction="horizontal" size="xs">
          <KeyActions keys={selected} from="list" />
          <CreateKeyButton isPrimary />
        </SpaceBetween>
      )}
      empty={{
        title: "No customer managed keys",
        text: `You don't have any customer managed keys in ${findRegion(place.region)?.name ?? place.region}.`,
        action: <CreateKeyButton />,
      }}
    />
  );
}

function CreateKeyButton({ isPrimary = false }: { readonly isPrimary?: boolean }) {
  const links = useLinks();
  return (
    <Button variant={isPrimary ? "primary" : "normal"} href={links.href(paths.createKey())}>
      Create key
    </Button>
  );
}
