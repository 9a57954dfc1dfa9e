// Exports how a batch of events is saved, together with the uses of keys among them.
import { newerUse } from "#kms/index.ts";
import { allOrNothing } from "./all-or-nothing.ts";
import type { WorkspaceDatabase } from "./database.ts";
import { usesIn } from "./key-usage.ts";
import type { LoggedEvent } from "./workspace-store.ts";

/** Adds events, oldest first, in one transaction. Another tab may already have noted a later use of a key. */
export async function writeEvents(database: WorkspaceDatabase, events: readonly LoggedEvent[]): Promise<void> {
  const uses = [...usesIn(events)];
  const tx = database.transaction(["events", "usage"], "readwrite", { durability: "relaxed" });
  tx.done.catch(() => undefined); // whichever request fails tells it below
  const usage = tx.objectStore("usage");
  const known = await Promise.all(uses.map(([arn]) => usage.get(arn)));
  await allOrNothing(tx, (requests) => {
    for (const event of events) requests.push(tx.objectStore("events").add(event));
    for (const [i, [arn, use]] of uses.entries()) requests.push(usage.put(newerUse(known[i], use), arn));
  });
}
