// Exports the end of a journal that is written to: what comes together is brought to the disk together.
import type { FileHandle } from "node:fs/promises";
import { StorageError } from "#kms/index.ts";
import { reasonOf } from "./endpoint-error.ts";

interface Batch {
  text: string;
  readonly saved: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

export class JournalWriter {
  /** Gathers what comes while the batch before it is written. */
  private next: Batch | undefined;
  private writing: Batch | undefined;
  private underWay: Promise<void> | undefined;
  private failure: StorageError | undefined;
  /** Done when a batch is on the disk, before the next one is written. */
  afterBatch: () => Promise<void> = async () => undefined;

  /** @param file open for adding to its end. @param length of it, in bytes */
  constructor(
    private file: FileHandle,
    public length: number,
  ) {}

  /** Goes on in another file. To be called from `afterBatch`, or when nothing is under way. */
  async moveTo(file: FileHandle, length: number): Promise<void> {
    const before = this.file;
    this.file = file;
    this.length = length;
    await before.close();
  }

  /** @throws StorageError when an earlier line could not be written */
  append(line: string): void {
    if (this.failure) throw this.failure;
    this.next ??= newBatch();
    this.next.text += line;
    if (this.underWay === undefined) {
      this.underWay = this.run();
      this.underWay.catch(() => undefined); // told to whoever waits for a batch
    }
  }

  /** Adds a line now, out of turn. To be called from `afterBatch`, or when nothing is under way. */
  async write(text: string): Promise<void> {
    await this.file.appendFile(text);
    await this.file.datasync();
    this.length += Buffer.byteLength(text);
  }

  /** When all lines so far are on the disk; undefined when they are. @throws StorageError when they never will be */
  saved(): Promise<void> | undefined {
    if (this.failure) return Promise.reject(this.failure);
    return this.next?.saved ?? this.writing?.saved;
  }

  /** Ends when there is nothing left to write. */
  async idle(): Promise<void> {
    await this.underWay;
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private async run(): Promise<void> {
    // The commits of one turn of the event loop go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.next) {
      const batch = this.next;
      this.writing = batch;
      this.next = undefined;
      try {
        await this.write(batch.text);
        batch.resolve();
        await this.afterBatch();
      } catch (error) {
        // After a write that failed nobody knows what the disk has. Memory is ahead of it, so nothing is answered any more.
        this.failure = new StorageError(
          `The state file could not be written: ${reasonOf(error)}. Restart the endpoint.`,
        );
        console.error(this.failure.message);
        batch.reject(this.failure);
        this.takeNext()?.reject(this.failure);
        break;
      }
    }
    this.writing = undefined;
    this.underWay = undefined;
  }

  private takeNext(): Batch | undefined {
    const taken = this.next;
    this.next = undefined;
    return taken;
  }
}

function newBatch(): Batch {
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const saved = new Promise<void>((onSaved, onFailed) => {
    resolve = onSaved;
    reject = onFailed;
  });
  saved.catch(() => undefined); // nobody may be waiting for it
  return { text: "", saved, resolve, reject };
}
