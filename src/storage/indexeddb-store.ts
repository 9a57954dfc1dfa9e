// Exports the store of a workspace in IndexedDB.
import type { IDBPTransaction, StoreNames } from "idb";
import { type Commit, type TableName, tableNames } from "#kms/index.ts";
import { allOrNothing } from "./all-or-nothing.ts";
import { openWorkspaceDatabase, type SchemaForm, type WorkspaceDatabase, type WorkspaceSchema } from "./database.ts";
import { usesOfKeys } from "./key-usage.ts";
import { loadWorld } from "./load-world.ts";
import { pruneHistory } from "./prune-history.ts";
import { recordKey } from "./record-key.ts";
import { newSealingKey, sealAll, unseal, unsealAll } from "./seal.ts";
import { ReplacedError, reading, saving, storageFailure } from "./storage-failure.ts";
import { tableRecords, type WorkspaceContents } from "./workspace-contents.ts";
import type { WorkspaceStore } from "./workspace-store.ts";
import { writeCommit } from "./write-commit.ts";
import { writeEvents } from "./write-events.ts";

const everyTable: StoreNames<WorkspaceSchema>[] = [...tableNames, "commits", "material"];
const everyContent: StoreNames<WorkspaceSchema>[] = [...everyTable, "usage"];
const everyFilled: StoreNames<WorkspaceSchema>[] = [...everyContent, "meta"];

/**
 * Opens the database `name` as a store.
 * @throws StorageError when it cannot be opened, with its own sentence when it is newer than this code.
 */
export async function openIndexedDbStore(
  name: string,
  onEnded: (reason: string) => void,
  form?: SchemaForm,
): Promise<WorkspaceStore> {
  try {
    const database = await openWorkspaceDatabase(name, onEnded, form);
    const sealingKey = await database.get("meta", "sealingKey");
    if (!sealingKey) {
      database.close();
      throw new DOMException("its sealing key is missing", "DataError");
    }
    return storeOf(database, sealingKey);
  } catch (error) {
    throw storageFailure(error, "open");
  }
}

/** Fills the fresh database `name`. Nobody reads it before it is registered as current. @throws StorageError */
export async function fillDatabase(name: string, contents: WorkspaceContents): Promise<void> {
  try {
    const sealingKey = await newSealingKey();
    const sealed = await sealAll(sealingKey, contents.material);
    const database = await openWorkspaceDatabase(name, () => undefined);
    const tx = database.transaction(everyFilled, "readwrite", { durability: "strict" });
    const filled = allOrNothing(tx, (requests) => {
      requests.push(tx.objectStore("meta").put(sealingKey, "sealingKey"));
      for (const table of tableNames) putRecords(tx, table, contents, requests);
      for (const [id, secret] of sealed) requests.push(tx.objectStore("material").put(secret, id));
      for (const commit of contents.history) requests.push(tx.objectStore("commits").put(commit));
      for (const [arn, use] of contents.usage ?? []) requests.push(tx.objectStore("usage").put(use, arn));
    });
    await filled.finally(() => database.close());
  } catch (error) {
    throw storageFailure(error);
  }
}

function putRecords<T extends TableName>(
  tx: IDBPTransaction<WorkspaceSchema, StoreNames<WorkspaceSchema>[], "readwrite">,
  table: T,
  { tables }: WorkspaceContents,
  requests: Promise<unknown>[],
): void {
  const store = tx.objectStore<TableName>(table);
  for (const record of tables[table]) requests.push(store.put(record, recordKey(table, record)));
}

function storeOf(database: WorkspaceDatabase, sealingKey: CryptoKey): WorkspaceStore {
  return {
    load: () => reading(() => loadWorld(database.transaction(everyTable))),
    persist: (commit, material) => writeCommit(database, sealingKey, commit, material),
    commitsAfter: (seq) =>
      reading(async () => {
        const found = await database.getAll("commits", IDBKeyRange.lowerBound(seq, true));
        return found.map((commit) => {
          if ("isReplaced" in commit) throw new ReplacedError();
          return commit;
        });
      }),
    addEvents: (events) => saving(() => writeEvents(database, events)),
    lastUsage: (keyArn) => reading(() => database.get("usage", keyArn)),
    newestCommits: (limit, before) =>
      reading(async () => {
        const commits: Commit[] = [];
        const range = IDBKeyRange.upperBound(before, true);
        let cursor = await database.transaction("commits").store.openCursor(range, "prev");
        for (; cursor && commits.length < limit; cursor = await cursor.continue())
          if ("event" in cursor.value) commits.push(cursor.value);
        return commits;
      }),
    newestEvents: (limit, before) =>
      reading(async () => {
        const events: [number, WorkspaceSchema["events"]["value"]][] = [];
        const range = IDBKeyRange.upperBound(before, true);
        let cursor = await database.transaction("events").store.openCursor(range, "prev");
        for (; cursor && events.length < limit; cursor = await cursor.continue())
          events.push([cursor.key, cursor.value]);
        return events;
      }),
    async openMaterial(materialId) {
      const sealed = await reading(() => database.get("material", materialId));
      if (!sealed) throw new Error(`the vault has no key material ${materialId}`);
      return reading(() => unseal(sealingKey, materialId, sealed));
    },
    contents: (historyLimit) => reading(() => readContents(database, sealingKey, historyLimit)),
    prune: (now) => saving(() => pruneHistory(database, now)),
    retire: () =>
      saving(async () => {
        const tx = database.transaction("commits", "readwrite", { durability: "strict" });
        const newest = await tx.store.openCursor(null, "prev");
        if (newest && "isReplaced" in newest.value) throw new ReplacedError();
        await Promise.all([tx.store.add({ seq: (newest?.key ?? 0) + 1, isReplaced: true }), tx.done]);
      }),
    reinstate: () =>
      saving(async () => {
        const tx = database.transaction("commits", "readwrite", { durability: "strict" });
        const newest = await tx.store.openCursor(null, "prev");
        await Promise.all([newest && "isReplaced" in newest.value ? newest.delete() : undefined, tx.done]);
      }),
    close: () => database.close(),
  };
}

async function readContents(
  database: WorkspaceDatabase,
  sealingKey: CryptoKey,
  historyLimit: number,
): Promise<WorkspaceContents> {
  const tx = database.transaction(everyContent);
  const world = await loadWorld(tx);
  const [ids, sealed, commits, arns, uses] = await Promise.all([
    tx.objectStore("material").getAllKeys(),
    tx.objectStore("material").getAll(),
    tx.objectStore("commits").getAll(IDBKeyRange.lowerBound(world.seq - historyLimit, true)),
    tx.objectStore("usage").getAllKeys(),
    tx.objectStore("usage").getAll(),
  ]);
  const tables = tableRecords(world);
  return {
    tables,
    // Both lists are of one transaction and in key order, so the i-th key has the i-th value.
    material: await unsealAll(sealingKey, new Map(ids.map((id, i) => [id, sealed[i]!]))),
    history: commits.filter((commit) => "diff" in commit),
    usage: usesOfKeys(
      arns.map((arn, i) => [arn, uses[i]!] as const), // in step, as above
      tables,
    ),
  };
}
