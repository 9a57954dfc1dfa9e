// Exports who may write when: one writer at a time in this tab, and among tabs that are writing at the same time.
import { exclusive } from "./exclusive.ts";

/** So long after it last met another writer a tab asks for the lock before it writes. */
const meetingMs = 2_000;

/**
 * The Web Lock of the workspace is asked for only while another tab is writing too. It is not what keeps commits apart:
 * that a seq can be added once is. The lock spares tabs that write together their lost attempts, and asking for it would
 * cost a lone writer a third of the time of a save.
 */
export class WriterQueue {
  private last: Promise<unknown> = Promise.resolve();
  private metAnotherUntil = 0;

  /** @param name the lock of the workspace */
  constructor(private readonly name: string) {}

  /** Another tab has made a commit. */
  meetAnother(): void {
    this.metAnotherUntil = performance.now() + meetingMs;
  }

  /** Runs `work` after all work before it; answers or throws what it does. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(() => (performance.now() < this.metAnotherUntil ? exclusive(this.name, work) : work()));
    this.last = mine.catch(() => undefined); // the next writer does not care how this one ended; its caller does
    return mine;
  }
}
