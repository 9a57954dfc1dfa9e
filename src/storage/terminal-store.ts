// Exports openTerminalStore: keeps the terminal's command history and its files for each workspace. They may hold plaintext
// keys, so they are no part of the World, of its history or of an archive: a database of their own, and gone with the workspace.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { openIndexedDbHome } from "./indexeddb-home.ts";
import { reading, saving } from "./storage-failure.ts";
import type { Workspace } from "./workspace.ts";

/** A file of the terminal's home folder; a folder has no bytes. */
export interface KeptFile {
  /** Absolute, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
}

export interface KeptTerminal {
  /** Oldest first. */
  readonly lines: readonly string[];
  /** In the order of their paths, so that a folder comes before what is in it. */
  readonly files: readonly KeptFile[];
}

/** What fails here fails with a StorageError. */
export interface TerminalStore {
  load(): Promise<KeptTerminal>;
  addLine(line: string): Promise<void>;
  forgetLines(): Promise<void>;
  saveFiles(written: readonly KeptFile[], removed: readonly string[]): Promise<void>;
}

interface TerminalSchema extends DBSchema {
  lines: { key: number; value: { workspace: string; line: string }; indexes: { workspace: string } };
  files: { key: [workspace: string, path: string]; value: { workspace: string; file: KeptFile } };
}

type TerminalDatabase = IDBPDatabase<TerminalSchema>;

const databaseName = "kms-sandbox.terminal";
const keptLines = 1000;

/**
 * Opens what is kept for this workspace; where the workspace is in memory, so is this. What was kept for a workspace that
 * is neither in use nor to be restored is deleted.
 * @throws StorageError when the browser does not open the database
 */
export async function openTerminalStore(workspace: Pick<Workspace, "id" | "kind">): Promise<TerminalStore> {
  if (workspace.kind === "memory") return memoryStore();
  const database = await reading(() =>
    openDB<TerminalSchema>(databaseName, 1, {
      upgrade(fresh) {
        fresh.createObjectStore("lines", { autoIncrement: true }).createIndex("workspace", "workspace");
        fresh.createObjectStore("files");
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(), // the target of a versionchange event
    }),
  );
  await saving(() => sweep(database));
  return keptIn(database, workspace.id);
}

async function sweep(database: TerminalDatabase): Promise<void> {
  const home = await openIndexedDbHome();
  const kept = [(await home.current())?.id, (await home.previous())?.id];
  const tx = database.transaction(["lines", "files"], "readwrite");
  for (const name of ["lines", "files"] as const)
    for (let cursor = await tx.objectStore(name).openCursor(); cursor; cursor = await cursor.continue())
      if (!kept.includes(cursor.value.workspace)) await cursor.delete();
  await tx.done;
}

function keptIn(database: TerminalDatabase, workspace: string): TerminalStore {
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
    forgetLines: () =>
      saving(async () => {
        const tx = database.transaction("lines", "readwrite");
        for (const key of await tx.store.index("workspace").getAllKeys(workspace)) await tx.store.delete(key);
        await tx.done;
      }),
    saveFiles: (written, removed) =>
      saving(async () => {
        const tx = database.transaction("files", "readwrite");
        for (const path of removed) await tx.store.delete([workspace, path]);
        for (const file of written) await tx.store.put({ workspace, file }, [workspace, file.path]);
        await tx.done;
      }),
  };
}

function memoryStore(): TerminalStore {
  // Nothing outlives the page, and the terminal has its own copy of it all.
  return {
    load: async () => ({ lines: [], files: [] }),
    addLine: async () => undefined,
    forgetLines: async () => undefined,
    saveFiles: async () => undefined,
  };
}
