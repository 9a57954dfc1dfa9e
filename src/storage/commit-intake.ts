// Exports how commits of other writers reach this tab's World: in order, each once, whether a message brings them or the
// database is asked for them.
import { type Commit, StaleWorldError, StorageError } from "#kms/index.ts";
import { ended } from "./storage-failure.ts";

export class CommitIntake {
  private onCommit: ((commit: Commit) => void) | undefined;
  /** Undefined until the World has been loaded; messages that come before are held. */
  private seq: number | undefined;
  private held: Commit[] = [];
  private isSaving = false;
  /** The seq that the last refused save was based on. */
  private staleBase: number | undefined;

  /**
   * @param readAfter reads the saved commits after a seq, oldest first
   * @param onEnd called when the workspace turns out to take no more changes, with the reason
   */
  constructor(
    private readonly readAfter: (seq: number) => Promise<readonly Commit[]>,
    private readonly onEnd: (reason: string) => void,
  ) {}

  /** The seq of the newest commit that this tab knows. */
  get newest(): number {
    return this.seq ?? 0;
  }

  /** The World has been loaded as commit `seq` left it. */
  start(seq: number): void {
    this.seq = seq;
  }

  /** Commits of other tabs go to `onCommit` from now on, first those that were held. Answers how to stop. */
  subscribe(onCommit: (commit: Commit) => void): () => void {
    this.onCommit = onCommit;
    this.takeHeld();
    return () => {
      if (this.onCommit === onCommit) this.onCommit = undefined;
    };
  }

  /** Another tab has published a commit. */
  receive(commit: Commit): void {
    this.held.push(commit);
    this.takeHeld();
  }

  /** Runs the saving of this tab's own commit; what arrives meanwhile waits until the caller has applied that one. */
  async save(commit: Commit, write: () => Promise<void>): Promise<void> {
    this.isSaving = true;
    try {
      await write();
      this.seq = commit.seq;
    } catch (error) {
      if (error instanceof StaleWorldError) this.staleBase = commit.seq - 1;
      throw error;
    } finally {
      this.isSaving = false;
      if (this.held.length > 0) setTimeout(() => this.takeHeld());
    }
  }

  /** Takes in what others have saved; true if the World has moved on since this tab last looked at it. */
  async catchUp(): Promise<boolean> {
    const base = Math.min(this.staleBase ?? this.newest, this.newest);
    this.staleBase = undefined;
    try {
      for (const commit of await this.readAfter(this.newest)) {
        // The first of what it answers is not the next one: that has been dropped with old history.
        if (commit.seq > this.newest + 1) throw new StorageError(ended.missed);
        this.take(commit);
      }
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      // The next save says the same to whoever asks for it; looking again would not help.
      this.onEnd(error.message);
    }
    return this.newest > base;
  }

  private takeHeld(): void {
    if (this.seq === undefined || !this.onCommit || this.isSaving) return;
    const held = this.held;
    this.held = [];
    for (const commit of held) this.take(commit);
    // A message may have been missed while the channel was not yet open, or the tab was frozen.
    if (held.some(({ seq }) => seq > this.newest)) this.catchUp().catch((error: unknown) => this.onEnd(String(error)));
  }

  private take(commit: Commit): void {
    if (commit.seq !== this.newest + 1) return;
    this.seq = commit.seq;
    this.onCommit?.(commit);
  }
}
