// Exports the open workspace: what the engine's ports for saving, locking and secrets stand on, in one tab.
import {
  type Commit,
  clockOffset,
  type Ports,
  StaleWorldError,
  StorageError,
  settingsId,
  type World,
} from "#kms/index.ts";
import { CommitIntake } from "./commit-intake.ts";
import { EventLog, whenIdle } from "./event-log.ts";
import type { Home, WorkspaceInfo, WorkspaceSource } from "./home.ts";
import { firstContents, replaceWorkspace, restoreWorkspace } from "./replace-workspace.ts";
import { ended, storageFailure } from "./storage-failure.ts";
import { readTrail, type TrailEntry, type TrailPosition } from "./trail.ts";
import { joinChannel, noChannel, type TabMessage } from "./workspace-channel.ts";
import type { WorkspaceContents } from "./workspace-contents.ts";
import { WriterQueue } from "./writer-queue.ts";

/** `exclusive`, `persist`, `catchUp`, `record`, `lastUsage` and `vault` are ports of the engine as they stand. */
export interface Workspace extends Pick<Ports, "exclusive" | "persist" | "catchUp" | "record" | "lastUsage" | "vault"> {
  readonly id: string;
  readonly name: string;
  readonly source: WorkspaceSource;
  readonly kind: Home["kind"];
  /** Why it is kept in memory only; absent where it is kept for good or was asked for so. */
  readonly memoryReason?: string;
  /** The World as it was when the workspace was opened. */
  readonly world: World;
  /**
   * Hands over the commits of other writers, in order of their seq, held ones at once. Without a listener they are held.
   * One listener: whoever holds the World. Answers how to stop listening.
   */
  subscribe(onCommit: (commit: Commit) => void): () => void;
  /** Up to `limit` events, newest first; `before` is the position of the last entry of the page before. */
  recentEvents(limit: number, before?: TrailPosition): Promise<TrailEntry[]>;
  /** Up to `limit` commits with a seq below `before`, newest first and without gaps; fewer where no more are kept. */
  recentCommits(limit: number, before?: number): Promise<readonly Commit[]>;
  /** All records, secrets in the clear, and the last `historyLimit` commits: what an archive is made of. */
  contents(historyLimit: number): Promise<WorkspaceContents>;
  /** The workspace that this one has replaced and that can be restored. */
  previousWorkspace(): Promise<WorkspaceInfo | undefined>;
  /*
   * Each of the three puts another workspace in the place of this one, which it keeps as the previous. Other tabs are told
   * (`onReplaced`); this one is closed and must open the workspace again, by openWorkspace or by reloading the page.
   * @throws StorageError and then everything is as it was.
   */
  resetWorkspace(to: "sample" | "empty"): Promise<void>;
  importArchive(archive: { readonly name: string; readonly contents: WorkspaceContents }): Promise<void>;
  restorePrevious(): Promise<void>;
  /** Writes what is still gathered and lets go of the database. */
  close(): Promise<void>;
}

export interface WorkspaceEvents {
  /** Another tab has put another workspace in the place of this one: open the workspace again (reload). */
  onReplaced?(): void;
  /** This tab saves no more, for the reason given: a newer version of this program is open, or the database is gone. */
  onOutdated?(reason: string): void;
}

/** After so many commits of this tab, history is held to its bounds again. */
const pruneEvery = 500;

/**
 * Opens the workspace `info` of `home`.
 * @param realTime epoch milliseconds
 * @throws StorageError when it cannot be opened; ReplacedError when another has taken its place
 */
export async function openWorkspaceOf(
  home: Home,
  info: WorkspaceInfo,
  told: WorkspaceEvents,
  realTime: () => number,
): Promise<Workspace> {
  let endedBy: string | undefined;
  const end = (reason: string): void => {
    if (endedBy !== undefined) return;
    endedBy = reason;
    if (reason === ended.replaced) told.onReplaced?.();
    else if (reason !== ended.closed) told.onOutdated?.(reason);
  };
  const store = await home.open(info.id, end);
  const intake = new CommitIntake((seq) => store.commitsAfter(seq), end);
  const lockName = `${home.prefix}.${info.id}`;
  const writers = new WriterQueue(lockName);
  const hear = (message: TabMessage): void => {
    if (message.type === "replaced") return end(ended.replaced);
    writers.meetAnother();
    intake.receive(message.commit);
  };
  // Joined before the World is read: what is published from now on is held, and nothing falls between.
  const channel = home.kind === "memory" ? noChannel : joinChannel(lockName, hear);
  let unpublished: Commit[] = [];
  const publish = (): void => {
    for (const commit of unpublished) channel.publish({ type: "commit", commit });
    unpublished = [];
  };
  const publishSoon = (commit: Commit): void => {
    unpublished.push(commit);
    // After whoever waits for the save has gone on: copying the commit for the other tabs is none of their time.
    setTimeout(publish);
  };
  const letGo = (): void => {
    publish();
    channel.close();
    store.close();
  };
  const world = await store.load().catch((error: unknown) => {
    letGo();
    throw storageFailure(error);
  });
  intake.start(world.seq);

  let offset = clockOffset(world);
  const prune = (): void =>
    whenIdle(() => {
      if (endedBy === undefined)
        store.prune(realTime() + offset).catch((error: unknown) => console.warn("Old history was not dropped.", error));
    });
  const events = new EventLog((batch) => store.addEvents(batch));
  const flushHidden = (): void => events.writeSoon();
  // A page that is left or put away may never come back to its idle moments.
  globalThis.addEventListener?.("pagehide", flushHidden);
  prune();

  const place = { home, info, store, realTime };
  /** Nobody calls what is closed: whoever replaces a workspace opens the next one. */
  async function close(reason: string = ended.closed): Promise<void> {
    const flushed = endedBy === undefined ? events.flush() : Promise.resolve();
    endedBy ??= reason;
    globalThis.removeEventListener?.("pagehide", flushHidden);
    await flushed.finally(letGo);
  }
  /** A database that was closed under this tab says only that it is closed; here it is known why. */
  async function readable<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: unknown) => {
      throw error instanceof StorageError && endedBy !== undefined
        ? new StorageError(endedBy, { cause: error })
        : error;
    });
  }
  async function leaveBy(replace: () => Promise<void>): Promise<void> {
    if (endedBy !== undefined) throw new StorageError(endedBy);
    await events.flush().catch((error: unknown) => console.warn("The last events were not saved.", error));
    await replace();
    publish();
    channel.publish({ type: "replaced" });
    await close(ended.replaced);
  }

  return {
    id: info.id,
    name: info.name,
    source: info.source,
    kind: home.kind,
    world,
    exclusive: (work) => writers.run(work),
    async persist(commit, material) {
      if (endedBy !== undefined) throw new StorageError(endedBy);
      await intake
        .save(commit, () => store.persist(commit, material))
        .catch((error: unknown) => {
          if (error instanceof StaleWorldError) writers.meetAnother();
          throw error;
        });
      publishSoon(commit);
      offset = commit.diff.settings?.[settingsId]?.[1]?.clockOffsetMs ?? offset;
      if (commit.seq % pruneEvery === 0) prune();
    },
    async catchUp() {
      if (endedBy !== undefined) return false;
      // That the workspace has ended is news too: the writer tries again and is told why by `persist`.
      return (await intake.catchUp()) || endedBy !== undefined;
    },
    record(event) {
      if (endedBy === undefined) events.add({ afterSeq: intake.newest, event });
    },
    async lastUsage(keyArn) {
      await readable(events.flush());
      return readable(store.lastUsage(keyArn));
    },
    vault: { open: (materialId) => readable(store.openMaterial(materialId)) },
    subscribe: (onCommit) => intake.subscribe(onCommit),
    async recentEvents(limit, before) {
      await readable(events.flush());
      return readable(readTrail(store, limit, before));
    },
    recentCommits: (limit, before = Number.MAX_SAFE_INTEGER) => readable(store.newestCommits(limit, before)),
    async contents(historyLimit) {
      await readable(events.flush()); // the last uses of keys are told by events
      return readable(store.contents(historyLimit));
    },
    previousWorkspace: () => home.previous(),
    resetWorkspace: (to) =>
      leaveBy(async () => replaceWorkspace(place, { source: to, ...(await firstContents(to, realTime())) })),
    importArchive: (archive) => leaveBy(() => replaceWorkspace(place, { source: "import", ...archive })),
    restorePrevious: () => leaveBy(() => restoreWorkspace(place)),
    close: () => close(),
  };
}
