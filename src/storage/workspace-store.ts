// Exports the interface of what keeps one workspace (IndexedDB or memory), and the bounds of its history.
import type { Commit, KeyUse, MaterialChange, TrailEvent, World } from "#kms/index.ts";
import type { WorkspaceContents } from "./workspace-contents.ts";

/** The record of a call that changed nothing, and the commit that it came after. */
export interface LoggedEvent {
  readonly afterSeq: number;
  readonly event: TrailEvent;
}

/** History is bounded: 90 days of the sandbox clock, and 10,000 commits (and as many events of calls that change nothing). */
export const historyBounds = { ageMs: 90 * 24 * 60 * 60 * 1000, entries: 10_000 } as const;

/** Whatever fails here fails with a StorageError, but for what a method says of its own. */
export interface WorkspaceStore {
  /** The World as of the last commit, read without holding the page up for more than a slice at a time. */
  load(): Promise<World>;
  /**
   * Saves a commit as a whole or not at all.
   * @throws StaleWorldError when there is a commit of this seq already; StorageError when nothing could be saved.
   */
  persist(commit: Commit, material: MaterialChange): Promise<void>;
  /** Commits after `seq`, oldest first. @throws StorageError when the workspace has been replaced by another. */
  commitsAfter(seq: number): Promise<readonly Commit[]>;
  /** Keeps events; they are lost if the machine dies within moments. */
  addEvents(events: readonly LoggedEvent[]): Promise<void>;
  /** The last use of a key among all events that were ever added; undefined where there was none. */
  lastUsage(keyArn: string): Promise<KeyUse | undefined>;
  /** Up to `limit` commits with a seq below `before`, newest first. */
  newestCommits(limit: number, before: number): Promise<readonly Commit[]>;
  /** Up to `limit` events with a key below `before`, newest first. */
  newestEvents(limit: number, before: number): Promise<readonly (readonly [key: number, logged: LoggedEvent])[]>;
  /** The secret bytes of a material. @throws Error when there is none of this id. */
  openMaterial(materialId: string): Promise<Uint8Array>;
  /** Everything, with the last `historyLimit` commits, as of one moment. */
  contents(historyLimit: number): Promise<WorkspaceContents>;
  /** Drops history beyond its bounds, never the newest commit. `now`: sandbox time, epoch milliseconds. */
  prune(now: number): Promise<void>;
  /** Lets nobody save here any more, tabs included that have not heard of it. @throws StorageError if that is so already. */
  retire(): Promise<void>;
  /** Undoes `retire`. */
  reinstate(): Promise<void>;
  close(): void;
}
