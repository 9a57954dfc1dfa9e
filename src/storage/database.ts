// Exports the database of one workspace: its object stores, how it is opened, and how it is brought to the newest form.
import { type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from "idb";
import { type Commit, type Diff, type KeyUse, type Records, type TableName, tableNames } from "#kms/index.ts";
import { usesIn } from "./key-usage.ts";
import { type Migration, migrateRecord, migrations, schemaVersion } from "./migrations/migrations.ts";
import type { SealedMaterial } from "./seal.ts";
import { ended } from "./storage-failure.ts";
import type { LoggedEvent } from "./workspace-store.ts";

/** Stands where the next commit would, so that a tab that has not heard of the replacement cannot save here. */
export interface ReplacedMark {
  readonly seq: number;
  readonly isReplaced: true;
}

type TableStores = { [T in TableName]: { key: string; value: Records[T] } };

export type WorkspaceSchema = TableStores & {
  material: { key: string; value: SealedMaterial };
  commits: { key: number; value: Commit | ReplacedMark };
  events: { key: number; value: LoggedEvent };
  /** The last use of each key, by key ARN. */
  usage: { key: string; value: KeyUse };
  meta: { key: "sealingKey"; value: CryptoKey };
};

export type WorkspaceDatabase = IDBPDatabase<WorkspaceSchema>;

/** What a database of another form needs; only tests give their own. */
export interface SchemaForm {
  readonly version: number;
  readonly migrations: readonly Migration[];
}

const currentForm: SchemaForm = { version: schemaVersion, migrations };

/**
 * Opens the database of a workspace, made or migrated where needed.
 * @param onEnded called once when this connection can no longer be used, with the sentence that says why
 * @throws DOMException VersionError when the database is newer than this code.
 */
export function openWorkspaceDatabase(
  name: string,
  onEnded: (reason: string) => void,
  form: SchemaForm = currentForm,
): Promise<WorkspaceDatabase> {
  let database: WorkspaceDatabase | undefined;
  const opening = openDB<WorkspaceSchema>(name, form.version, {
    upgrade(fresh, oldVersion, _newVersion, tx) {
      for (const store of tableNames) if (!fresh.objectStoreNames.contains(store)) fresh.createObjectStore(store);
      if (!fresh.objectStoreNames.contains("usage")) {
        fresh.createObjectStore("usage"); // since version 2
        if (oldVersion > 0) noteEarlierUses(tx).catch(() => tx.abort());
      }
      if (oldVersion === 0) {
        fresh.createObjectStore("material");
        fresh.createObjectStore("commits", { keyPath: "seq" });
        fresh.createObjectStore("events", { autoIncrement: true });
        fresh.createObjectStore("meta");
        return;
      }
      // A failed step aborts the upgrade: the database stays as it was, and opening it fails, which is what the caller hears.
      migrateStores(tx, oldVersion, form).catch(() => tx.abort());
      tx.done.catch(() => undefined);
    },
    blocking(_current, newVersion) {
      // null: the database is to be deleted, for which it must have been replaced twice.
      database?.close();
      onEnded(newVersion === null ? ended.replaced : ended.outdated);
    },
    terminated: () => onEnded(ended.terminated),
  });
  return opening.then((opened) => {
    database = opened;
    return opened;
  });
}

type UpgradeTransaction = IDBPTransaction<WorkspaceSchema, StoreNames<WorkspaceSchema>[], "versionchange">;

/** Of the uses before they were noted, those that the trail still knows of. */
async function noteEarlierUses(tx: UpgradeTransaction): Promise<void> {
  tx.done.catch(() => undefined); // told to whoever opens the database
  const usage = tx.objectStore("usage");
  for (const [arn, use] of usesIn(await tx.objectStore("events").getAll())) await usage.put(use, arn);
}

async function migrateStores(tx: UpgradeTransaction, from: number, form: SchemaForm): Promise<void> {
  const migrated = (table: string, record: unknown) =>
    migrateRecord(table, record, from, form.migrations, form.version);
  for (const table of tableNames) {
    let cursor = await tx.objectStore(table).openCursor();
    while (cursor) {
      const { value } = cursor;
      const newest = migrated(table, value) as typeof value; // what the last step answers is the newest form
      if (newest !== value) await cursor.update(newest);
      cursor = await cursor.continue();
    }
  }
  let cursor = await tx.objectStore("commits").openCursor();
  while (cursor) {
    if ("diff" in cursor.value)
      await cursor.update({ ...cursor.value, diff: migrateDiff(cursor.value.diff, migrated) });
    cursor = await cursor.continue();
  }
}

/** A diff with every record that it carries in the newest form. */
export function migrateDiff(diff: Diff, migrated: (table: string, record: unknown) => unknown): Diff {
  const one = (table: string, record: unknown) => (record === null ? null : migrated(table, record));
  const tables = Object.entries(diff).map(([table, changes]) => [
    table,
    Object.fromEntries(
      Object.entries(changes).map(([id, [before, after]]) => [id, [one(table, before), one(table, after)]]),
    ),
  ]);
  return Object.fromEntries(tables) as Diff; // same tables and ids, each record in the newest form
}
