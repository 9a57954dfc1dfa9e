// Exports how history that has left its bounds is dropped, in one short transaction.
import type { WorkspaceDatabase } from "./database.ts";
import { historyBounds } from "./workspace-store.ts";

/** Drops old commits and events; the newest commit stays, since the World's seq is read from it. `now`: sandbox time. */
export async function pruneHistory(database: WorkspaceDatabase, now: number): Promise<void> {
  const tx = database.transaction(["commits", "events"], "readwrite", { durability: "relaxed" });
  const oldest = now - historyBounds.ageMs;
  const commits = tx.objectStore("commits");
  const events = tx.objectStore("events");
  const newestCommit = (await commits.openKeyCursor(null, "prev"))?.key ?? 0;
  const keepFrom = await firstYoung(
    async (seq) => {
      const commit = await commits.get(seq);
      return commit !== undefined && "at" in commit && commit.at >= oldest;
    },
    newestCommit - historyBounds.entries + 1,
    newestCommit,
  );
  await commits.delete(IDBKeyRange.upperBound(keepFrom, true));

  const newestEvent = (await events.openKeyCursor(null, "prev"))?.key ?? 0;
  const keepEventsFrom = await firstYoung(
    async (key) => Date.parse((await events.get(key))?.event.eventTime ?? "") >= oldest,
    newestEvent - historyBounds.entries + 1,
    newestEvent + 1,
  );
  await events.delete(IDBKeyRange.upperBound(keepEventsFrom, true));
  await tx.done;
}

/** The first of `low ... high` (or `high`) that is young, where all after a young one are young: found by halving. */
export async function firstYoung(
  isYoung: (key: number) => Promise<boolean>,
  low: number,
  high: number,
): Promise<number> {
  let [from, to] = [Math.max(low, 0), high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (await isYoung(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
