// Exports how a commit is saved: one strict transaction that writes exactly what the commit touched. No reads and no
// bookkeeping: this is the hot path of every change.
import type { StoreNames } from "idb";
import { type Commit, type MaterialChange, StaleWorldError, type TableName, tableNames } from "#kms/index.ts";
import { allOrNothing } from "./all-or-nothing.ts";
import type { WorkspaceDatabase, WorkspaceSchema } from "./database.ts";
import { type SealedMaterial, seal } from "./seal.ts";
import { storageFailure } from "./storage-failure.ts";

/**
 * Saves the records of the diff, the sealed material and the commit, all or none.
 * @throws StaleWorldError when there is a commit of this seq already; StorageError for every other failure.
 */
export async function writeCommit(
  database: WorkspaceDatabase,
  sealingKey: CryptoKey,
  commit: Commit,
  { keep, destroy }: MaterialChange,
): Promise<void> {
  const { diff } = commit;
  const touched: TableName[] = tableNames.filter((table) => diff[table] !== undefined);
  const stores: StoreNames<WorkspaceSchema>[] = [...touched, "commits"];
  if (keep.size > 0 || destroy.length > 0) stores.push("material");
  // Sealed before the transaction opens: it would commit by itself while it waited for cryptography.
  const sealed: [string, SealedMaterial][] = [];
  for (const [materialId, secret] of keep) sealed.push([materialId, await seal(sealingKey, materialId, secret)]);

  let isStale = false;
  try {
    const tx = database.transaction(stores, "readwrite", { durability: "strict" });
    await allOrNothing(tx, (requests) => {
      const added = tx.objectStore("commits").add(commit);
      requests.push(
        added.catch((error: unknown) => {
          isStale = error instanceof DOMException && error.name === "ConstraintError";
          throw error;
        }),
      );
      for (const table of touched) {
        const store = tx.objectStore(table);
        for (const [id, [, after]] of Object.entries(diff[table] ?? {}))
          requests.push(after === null ? store.delete(id) : store.put(after, id));
      }
      for (const [materialId, secret] of sealed) requests.push(tx.objectStore("material").put(secret, materialId));
      for (const materialId of destroy) requests.push(tx.objectStore("material").delete(materialId));
    });
  } catch (error) {
    if (isStale) throw new StaleWorldError(`Commit ${commit.seq} has been made by another writer.`);
    throw storageFailure(error);
  }
}
