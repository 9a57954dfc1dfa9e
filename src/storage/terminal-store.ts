// Exports openTerminalStore and sweepTerminal: the terminal's command history and its files, kept for each workspace. They may
// hold plaintext keys, so they are no part of the World, of its history or of an archive: a database of their own, and gone
// with the workspace.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { reading, saving } from "./storage-failure.ts";
import type { Workspace } from "./workspace.ts";

/** A file of the terminal's home folder; a folder has no bytes, and neither has a symbolic link. */
export interface KeptFile {
  /** Absolute, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
  /** Where a symbolic link leads. */
  readonly target?: string;
}

export interface KeptTerminal {
  /** Oldest first. */
  readonly lines: readonly string[];
  /** In the order of their paths, so that a folder comes before what is in it. */
  readonly files: readonly KeptFile[];
}

/** What the user wants to be forgotten: the lines, or the files as well. */
export type Forgotten = "lines" | "all";

/** What fails here fails with a StorageError. */
export interface TerminalStore {
  load(): Promise<KeptTerminal>;
  addLine(line: string): Promise<void>;
  saveFiles(written: readonly KeptFile[], removed: readonly string[]): Promise<void>;
  /** Deletes what any tab of the browser has kept for this workspace, and tells the other tabs. */
  forget(what: Forgotten): Promise<void>;
  close(): void;
}

export interface TerminalStoreOptions {
  /** Another tab has had it all deleted: what this one has in memory must go too. */
  onForgotten(what: Forgotten): void;
  /** As of the home of the workspaces; only tests give their own. */
  readonly prefix?: string;
}

interface TerminalSchema extends DBSchema {
  lines: { key: number; value: { workspace: string; line: string }; indexes: { workspace: string } };
  files: { key: [workspace: string, path: string]; value: { workspace: string; file: KeptFile } };
}

type TerminalDatabase = IDBPDatabase<TerminalSchema>;

const databaseName = (prefix: string): string => `${prefix}.terminal`;
const keptLines = 1000;

/**
 * Opens what is kept for this workspace; where the workspace is in memory, so is this.
 * @throws StorageError when the browser does not open the database
 */
export async function openTerminalStore(
  workspace: Pick<Workspace, "id" | "kind">,
  { onForgotten, prefix = "kms-sandbox" }: TerminalStoreOptions,
): Promise<TerminalStore> {
  if (workspace.kind === "memory") return memoryStore();
  const database = await openDatabase(prefix);
  const channel = new BroadcastChannel(`${databaseName(prefix)}.${workspace.id}`);
  const kept = keptIn(database, workspace.id);
  channel.onmessage = ({ data }: MessageEvent<Forgotten>) => {
    onForgotten(data);
    // Once more, and after all that this tab has begun to save: it may have come in behind the deletion.
    kept.erase(data).catch((error: unknown) => console.warn("The terminal's files were not deleted.", error));
  };
  return {
    ...kept,
    async forget(what) {
      await kept.erase(what);
      channel.postMessage(what);
    },
    close() {
      channel.close();
      database.close();
    },
  };
}

/**
 * Deletes what was kept for workspaces that are no more.
 * @param kept the ids of those that are in use or can be restored
 * @throws StorageError
 */
export async function sweepTerminal(kept: readonly (string | undefined)[], prefix: string): Promise<void> {
  // Who has never opened the terminal has no database, and needs none.
  const databases = await reading(() => indexedDB.databases());
  if (!databases.some(({ name }) => name === databaseName(prefix))) return;
  const database = await openDatabase(prefix);
  try {
    await saving(async () => {
      const tx = database.transaction(["lines", "files"], "readwrite");
      for (const name of ["lines", "files"] as const)
        for (let cursor = await tx.objectStore(name).openCursor(); cursor; cursor = await cursor.continue())
          if (!kept.includes(cursor.value.workspace)) await cursor.delete();
      await tx.done;
    });
  } finally {
    database.close();
  }
}

function openDatabase(prefix: string): Promise<TerminalDatabase> {
  return reading(() =>
    openDB<TerminalSchema>(databaseName(prefix), 1, {
      upgrade(fresh) {
        fresh.createObjectStore("lines", { autoIncrement: true }).createIndex("workspace", "workspace");
        fresh.createObjectStore("files");
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(), // the target of a versionchange event
    }),
  );
}

type Kept = Omit<TerminalStore, "forget" | "close"> & { erase(what: Forgotten): Promise<void> };

function keptIn(database: TerminalDatabase, workspace: string): Kept {
  const everyPath = IDBKeyRange.bound([workspace, ""], [workspace, "\uffff"]);
  return {
    load: () =>
      reading(async () => {
        const tx = database.transaction(["lines", "files"]);
        const [lines, files] = await Promise.all([
          tx.objectStore("lines").index("workspace").getAll(workspace),
          tx.objectStore("files").getAll(everyPath),
        ]);
        return { lines: lines.map(({ line }) => line).slice(-keptLines), files: files.map(({ file }) => file) };
      }),
    addLine: (line) =>
      saving(async () => {
        const tx = database.transaction("lines", "readwrite");
        await tx.store.add({ workspace, line });
        const keys = await tx.store.index("workspace").getAllKeys(workspace);
        for (const old of keys.slice(0, -keptLines)) await tx.store.delete(old);
        await tx.done;
      }),
    saveFiles: (written, removed) =>
      saving(async () => {
        const tx = database.transaction("files", "readwrite");
        for (const path of removed) await tx.store.delete([workspace, path]);
        for (const file of written) await tx.store.put({ workspace, file }, [workspace, file.path]);
        await tx.done;
      }),
    erase: (what) =>
      saving(async () => {
        const tx = database.transaction(["lines", "files"], "readwrite");
        const lines = tx.objectStore("lines");
        for (const key of await lines.index("workspace").getAllKeys(workspace)) await lines.delete(key);
        // The whole range: another tab may have kept files that this one has never seen.
        if (what === "all") await tx.objectStore("files").delete(everyPath);
        await tx.done;
      }),
  };
}

function memoryStore(): TerminalStore {
  // Nothing outlives the page, and the terminal has its own copy of it all.
  return {
    load: async () => ({ lines: [], files: [] }),
    addLine: async () => undefined,
    saveFiles: async () => undefined,
    forget: async () => undefined,
    close: () => undefined,
  };
}
