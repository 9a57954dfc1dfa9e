// Exports how the World is read at start: in pages, within one transaction, so that it is the World of one moment and that
// no page of records holds the page up for long.
import type { IDBPTransaction, StoreNames } from "idb";
import { emptyWorld, type Records, type TableName, tableNames, type World } from "#kms/index.ts";
import type { WorkspaceSchema } from "./database.ts";
import { recordKey } from "./record-key.ts";
import { ReplacedError } from "./storage-failure.ts";
import { withRecords } from "./workspace-contents.ts";

/** Records per slice: reading and filing 500 takes some 10 ms, well below the 50 ms that a person would notice. */
const pageSize = 500;

type ReadTransaction = IDBPTransaction<WorkspaceSchema, StoreNames<WorkspaceSchema>[], "readonly">;

/**
 * The World of all tables. `tx` must cover the tables and the commits.
 * @throws StorageError when the workspace has been replaced by another.
 */
export async function loadWorld(tx: ReadTransaction): Promise<World> {
  const newest = await tx.objectStore("commits").openCursor(null, "prev");
  if (newest && "isReplaced" in newest.value) throw new ReplacedError();
  let world: World = { ...emptyWorld(), seq: newest?.key ?? 0 };
  for (const table of tableNames)
    await readPages(tx, table, (records) => {
      world = withRecords(world, table, records);
    });
  return world;
}

async function readPages<T extends TableName>(
  tx: ReadTransaction,
  table: T,
  take: (records: readonly Records[T][]) => void,
): Promise<void> {
  const store = tx.objectStore(table);
  const next = (after?: string): Promise<Records[T][]> =>
    store.getAll(after === undefined ? undefined : IDBKeyRange.lowerBound(after, true), pageSize) as Promise<
      Records[T][]
    >; // the store of this table
  for (let records = await next(); ; ) {
    const last = records.at(-1);
    // Asked for before this page is worked on, so that the transaction lives and the database reads meanwhile.
    const following = last && records.length === pageSize ? next(recordKey(table, last)) : undefined;
    take(records);
    if (!following) return;
    records = await following;
  }
}
