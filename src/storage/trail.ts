// Exports the trail: the events of commits and those of calls that changed nothing as one list, newest first.
import type { SandboxEvent, TrailEvent } from "#kms/index.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** A place in the trail: what is older than it has a commit seq and an event key below these. */
export interface TrailPosition {
  readonly commit: number;
  readonly event: number;
}

export interface TrailEntry {
  readonly event: TrailEvent | SandboxEvent;
  /** The commit that the event belongs to; absent for a call that changed nothing. */
  readonly seq?: number;
  /** Just below this entry: the next page begins here. */
  readonly position: TrailPosition;
}

const newest: TrailPosition = { commit: Number.MAX_SAFE_INTEGER, event: Number.MAX_SAFE_INTEGER };

/** Up to `limit` entries older than `before`, newest first. */
export async function readTrail(
  store: WorkspaceStore,
  limit: number,
  before: TrailPosition = newest,
): Promise<TrailEntry[]> {
  const [commits, events] = await Promise.all([
    store.newestCommits(limit, before.commit),
    store.newestEvents(limit, before.event),
  ]);
  const entries: TrailEntry[] = [];
  let position = before;
  for (let c = 0, e = 0; entries.length < limit; ) {
    const commit = commits[c];
    const [key, logged] = events[e] ?? [];
    if (logged && key !== undefined && (!commit || logged.afterSeq >= commit.seq)) {
      position = { ...position, event: key };
      entries.push({ event: logged.event, position });
      e += 1;
    } else if (commit) {
      position = { ...position, commit: commit.seq };
      entries.push({ event: commit.event, seq: commit.seq, position });
      c += 1;
    } else break;
  }
  return entries;
}
