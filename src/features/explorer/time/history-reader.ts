// Exports HistoryReader: the commits of the workspace in memory, read a page at a time and kept in step with the World.
import { type Commit, StorageError, type World } from "#kms/index.ts";
import type { History } from "#store/sandbox.ts";
import type { WorldStore } from "#store/world-store.ts";
import { worldAt } from "./history.ts";

export interface KeptHistory {
  /** The World that `commits` lead to. */
  readonly now: World;
  /** Newest first, without gaps. */
  readonly commits: readonly Commit[];
  /** Whether nothing older is kept. */
  readonly isComplete: boolean;
  readonly isReading: boolean;
  /** What could not be read, until `readEarlier` tries again. */
  readonly error?: string;
}

export class HistoryReader {
  private kept: KeptHistory;
  private readonly listeners = new Set<() => void>();
  private last: Promise<void> = Promise.resolve();
  private firstPage: Promise<void> | undefined;
  private unfollow: () => void = () => undefined;
  private shown: World | undefined;

  constructor(
    private readonly worldStore: WorldStore,
    private readonly history: History,
    /** So many commits at a time: some milliseconds of reading. */
    private readonly pageSize = 500,
  ) {
    this.kept = { now: worldStore.getState().world, commits: [], isComplete: false, isReading: false };
  }

  readonly get = (): KeptHistory => this.kept;

  /** Reads the first page, and follows the World for as long as somebody listens. */
  readonly subscribe = (onChange: () => void): (() => void) => {
    this.listeners.add(onChange);
    this.firstPage ??= this.readEarlier();
    if (this.listeners.size === 1) {
      this.unfollow = this.worldStore.subscribe(() => void this.catchUp());
      void this.catchUp();
    }
    return () => {
      this.listeners.delete(onChange);
      if (this.listeners.size === 0) this.unfollow();
    };
  };

  /** The World after commit `seq`, which `hasMoment`. The same one however much happens meanwhile. */
  worldAt(seq: number): World {
    if (this.shown?.seq !== seq) this.shown = worldAt(this.kept.now, this.kept.commits, seq);
    return this.shown;
  }

  /** Reads a page of older commits, or as many as `downTo` needs. What cannot be read is told by `error`. */
  readEarlier(downTo?: number): Promise<void> {
    return this.inTurn(async () => {
      const { error: _told, ...kept } = this.kept;
      this.kept = kept;
      this.tell({});
      do {
        const { now, commits, isComplete } = this.kept;
        if (isComplete || (downTo !== undefined && hasMoment(this.kept, downTo))) return;
        const older = await this.history.recentCommits(this.pageSize, commits.at(-1)?.seq ?? now.seq + 1);
        this.tell({ commits: [...commits, ...older], isComplete: older.length < this.pageSize });
      } while (downTo !== undefined);
    });
  }

  /** Takes the commits that have been made since. */
  catchUp(): Promise<void> {
    return this.inTurn(async () => {
      const { world } = this.worldStore.getState();
      const { now, commits } = this.kept;
      if (world.seq === now.seq) return;
      const newer = await this.history.recentCommits(world.seq - now.seq, world.seq + 1);
      const isGapless = newer.length === world.seq - now.seq;
      // Only what was pruned while nobody looked leaves a gap: then what is before it is of no use.
      this.tell({ now: world, commits: isGapless ? [...newer, ...commits] : newer, isComplete: this.kept.isComplete });
    });
  }

  /** One at a time: a page belongs behind the one before it. */
  private inTurn(read: () => Promise<void>): Promise<void> {
    const mine = this.last.then(async () => {
      this.tell({ isReading: true });
      try {
        await read();
      } catch (failure) {
        if (!(failure instanceof StorageError)) throw failure;
        this.tell({ error: failure.message });
      } finally {
        this.tell({ isReading: false });
      }
    });
    this.last = mine.catch(() => undefined); // told to whoever asked for this one
    return mine;
  }

  private tell(news: Partial<KeptHistory>): void {
    this.kept = { ...this.kept, ...news };
    for (const listener of this.listeners) listener();
  }
}

/** Whether the World after commit `seq` can be told from what has been read. */
export function hasMoment({ now, commits }: KeptHistory, seq: number): boolean {
  return seq <= now.seq && seq >= (commits.at(-1)?.seq ?? now.seq + 1) - 1;
}
