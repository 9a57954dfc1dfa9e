// Exports workspaces in IndexedDB: a small registry database that says which is current, and one database for each, so that
// replacing a workspace is one flip and the old one stays whole.
import { type DBSchema, deleteDB, openDB } from "idb";
import type { Home, WorkspaceInfo } from "./home.ts";
import { fillDatabase, openIndexedDbStore } from "./indexeddb-store.ts";
import { reading, saving, storageFailure } from "./storage-failure.ts";
import { sweepTerminal } from "./terminal-store.ts";

interface RegistrySchema extends DBSchema {
  workspaces: { key: string; value: WorkspaceInfo };
  meta: { key: "current" | "previous"; value: string };
}

/**
 * Opens the registry, made at the first visit.
 * @param prefix the name of the registry, and the beginning of all other names; only tests give their own
 * @throws StorageError when the browser has no IndexedDB for this page
 */
export async function openIndexedDbHome(prefix = "kms-sandbox"): Promise<Home> {
  try {
    const registry = await openDB<RegistrySchema>(prefix, 1, {
      upgrade(fresh) {
        fresh.createObjectStore("workspaces", { keyPath: "id" });
        fresh.createObjectStore("meta");
      },
      blocking: () => registry.close(),
    });
    const databaseOf = (id: string) => `${prefix}.${id}`;
    const infoOf = (role: "current" | "previous"): Promise<WorkspaceInfo | undefined> =>
      reading(async () => {
        const tx = registry.transaction(["workspaces", "meta"]);
        const id = await tx.objectStore("meta").get(role);
        return id === undefined ? undefined : tx.objectStore("workspaces").get(id);
      });

    return {
      kind: "indexeddb",
      prefix,
      current: () => infoOf("current"),
      previous: () => infoOf("previous"),
      async create(info, contents) {
        // Registered first, so that a half-filled database is found and deleted even if this tab dies now.
        await saving(() => registry.put("workspaces", info));
        await fillDatabase(databaseOf(info.id), contents);
      },
      open: (id, onEnded) => openIndexedDbStore(databaseOf(id), onEnded),
      makeCurrent: (id, from) =>
        saving(async () => {
          const tx = registry.transaction("meta", "readwrite", { durability: "strict" });
          if ((await tx.store.get("current")) !== from) {
            await tx.done;
            return false;
          }
          const flip = [tx.store.put(id, "current"), from === undefined ? undefined : tx.store.put(from, "previous")];
          await Promise.all([...flip, tx.done]);
          return true;
        }),
      sweep: () =>
        saving(async () => {
          const kept = [await registry.get("meta", "current"), await registry.get("meta", "previous")];
          for (const { id } of await registry.getAll("workspaces")) {
            if (kept.includes(id)) continue;
            await deleteDB(databaseOf(id));
            await registry.delete("workspaces", id);
          }
          await sweepTerminal(kept, prefix);
        }),
    };
  } catch (error) {
    throw storageFailure(error, "open");
  }
}
