// Exports how the records of calls that change nothing are kept: gathered, and written many at a time when the page is idle,
// so that no Encrypt or DescribeKey waits for the disk.
import type { LoggedEvent } from "./workspace-store.ts";

/** So many are written at once without waiting for a quiet moment. */
const batchSize = 200;
/** More than this is not held while the disk refuses; the oldest go first. */
const holdLimit = 2_000;

/** Runs `work` at a quiet moment, a second from now at the latest. */
export const whenIdle = (work: () => void): void => {
  // Safari and Node have no idle callbacks.
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 1_000 });
  else setTimeout(work, 100);
};

export class EventLog {
  private gathered: LoggedEvent[] = [];
  private isScheduled = false;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly write: (events: readonly LoggedEvent[]) => Promise<void>) {}

  add(logged: LoggedEvent): void {
    this.gathered.push(logged);
    if (this.gathered.length >= batchSize) this.writeSoon();
    else if (!this.isScheduled) {
      this.isScheduled = true;
      whenIdle(() => {
        this.isScheduled = false;
        this.writeSoon();
      });
    }
  }

  /** Writes all that is gathered. @throws what the store throws; the events are then kept for the next time. */
  flush(): Promise<void> {
    const work = this.writing.then(() => this.writeGathered());
    this.writing = work.catch(() => undefined); // told to whoever asked for this flush
    return work;
  }

  /** For flushes that nobody waits for. A trail that cannot be written must not stop the calls: it is tried again. */
  writeSoon(): void {
    this.flush().catch((error: unknown) => console.warn("The event history could not be saved yet.", error));
  }

  private async writeGathered(): Promise<void> {
    const batch = this.gathered;
    if (batch.length === 0) return;
    this.gathered = [];
    try {
      await this.write(batch);
    } catch (error) {
      this.gathered = [...batch, ...this.gathered].slice(-holdLimit);
      throw error;
    }
  }
}
