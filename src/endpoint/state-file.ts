// Exports what keeps the workspace of an endpoint: a workspace file as the page exports it, and beside it a journal of what
// the file does not have yet. The journal is folded into the file at the start, at a clean stop, and when it has grown.
import { realpath, rm, stat } from "node:fs/promises";
import type { Commit, MaterialChange } from "#kms/index.ts";
import { type Archive, ArchiveError } from "#storage/archive/archive-format.ts";
import { archiveOf, archiveText } from "#storage/archive/export-archive.ts";
import type { WorkspaceContents } from "#storage/workspace-contents.ts";
import { openToAppend, replaceFile } from "./durable-file.ts";
import { EndpointError, reasonOf } from "./endpoint-error.ts";
import { commitLine, headLine, untilLine } from "./journal-line.ts";
import { JournalWriter } from "./journal-writer.ts";
import { takeLock } from "./lock-file.ts";
import { readJournal } from "./read-journal.ts";
import { readWorkspaceFile } from "./workspace-file.ts";

export interface StateFileOptions {
  readonly path: string;
  /** What a new file begins with. */
  readonly first: WorkspaceContents;
  /** Real time, epoch milliseconds. */
  now(): number;
  /** The journal is folded when it has more bytes than this, and than the file. */
  readonly foldBytes?: number | undefined;
}

/** Read again within a second or two. */
const usualFoldBytes = 64 * 1024 * 1024;

export class StateFile {
  private follow: () => WorkspaceContents;
  /** The last uses of keys that the file has. No journal has them. */
  private usage: WorkspaceContents["usage"];
  /** Of changes that the file does not have. */
  private isBehind = false;
  private readonly foldBytes: number;

  private constructor(
    private readonly options: StateFileOptions,
    private readonly unlock: () => Promise<void>,
    private readonly name: string,
    /** Epoch milliseconds. Each file has a time of its own, by which its journal knows it. */
    private writtenAt: number,
    private fileBytes: number,
    /** What the file and its journal held when they were opened. */
    readonly contents: WorkspaceContents,
    private readonly journal: JournalWriter,
  ) {
    this.follow = () => contents;
    this.usage = contents.usage;
    this.foldBytes = options.foldBytes ?? usualFoldBytes;
    journal.afterBatch = async () => {
      if (journal.length > this.foldBytes && journal.length > this.fileBytes) await this.fold();
    };
  }

  /** @throws EndpointError when the file is in use, cannot be read or written, or holds no valid workspace */
  static async open(options: StateFileOptions): Promise<StateFile> {
    const { path: named } = options;
    const path = await realpath(named).catch(() => named); // it need not be there yet
    const lock = await takeLock(`${path}.lock`).catch((error: unknown) => {
      throw unusable(named, error);
    });
    if (typeof lock !== "function")
      throw new EndpointError(`${named} is in use by another endpoint, process ${lock.pid}.`);
    try {
      return await StateFile.openLocked({ ...options, path }, lock);
    } catch (error) {
      await lock();
      throw unusable(named, error);
    }
  }

  private static async openLocked(options: StateFileOptions, unlock: () => Promise<void>): Promise<StateFile> {
    const { path } = options;
    const archive = (await readWorkspaceFile(path)) ?? (await firstFile(options));
    const head = headLine(archive.exportedAt);
    const found = await readJournal(journalOf(path), archive.exportedAt, archive.contents);
    if (!found) await replaceFile(journalOf(path), head);
    const { contents, commits, length } = found ?? { contents: archive.contents, commits: 0, length: head.length };
    const journal = new JournalWriter(await openToAppend(journalOf(path), length), length);
    const { size } = await stat(path);
    const file = new StateFile(options, unlock, archive.name, Date.parse(archive.exportedAt), size, contents, journal);
    if (commits > 0) await file.fold();
    return file;
  }

  /** Takes a commit into the journal, without waiting for the disk. @throws StorageError when nothing can be saved any more */
  append(commit: Commit, material: MaterialChange): void {
    this.isBehind = true;
    this.journal.append(commitLine(commit, material));
  }

  /** When all that was taken is on the disk; undefined when it is. @throws StorageError when it never will be */
  saved(): Promise<void> | undefined {
    return this.journal.saved();
  }

  /** Whoever holds the workspace says what is in it, for when the file is written. */
  ask(contents: () => WorkspaceContents): void {
    this.follow = contents;
  }

  /** Puts another workspace in the place of this one. Nobody may append meanwhile. @throws EndpointError */
  async replace(by: WorkspaceContents): Promise<void> {
    try {
      await this.journal.idle();
      await this.write(by);
    } catch (error) {
      throw unusable(this.options.path, error);
    }
  }

  /**
   * Writes the file and lets go of it. Answers the path of what holds the workspace: of the file, or of its journal where that
   * is kept. @throws EndpointError when the file could not be written; the journal has everything
   */
  async close(): Promise<string> {
    const { path } = this.options;
    try {
      await this.journal.idle();
      await this.journal.saved();
      if ((this.isBehind || this.hasNewUses()) && !(await this.fold())) return journalOf(path);
      await rm(journalOf(path));
      return path;
    } catch (error) {
      throw new EndpointError(`${path} was not written: ${reasonOf(error)}. Its journal is kept.`);
    } finally {
      await this.journal.close();
      await this.unlock();
    }
  }

  private hasNewUses(): boolean {
    const { usage = new Map() } = this.follow();
    return usage.size !== (this.usage?.size ?? 0) || [...usage].some(([arn, use]) => this.usage?.get(arn) !== use);
  }

  /** What is more than a file may hold stays in the journal, which then grows without end: false. */
  private async fold(): Promise<boolean> {
    try {
      await this.write(this.follow());
      return true;
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      console.warn(`${this.options.path} is not written, its journal is kept instead. ${error.message}`);
      this.fileBytes = Number.POSITIVE_INFINITY;
      return false;
    }
  }

  private async write(contents: WorkspaceContents): Promise<void> {
    const { path, now } = this.options;
    const at = Math.max(now(), this.writtenAt + 1);
    const text = archiveText(archiveOf(this.name, contents, at));
    // Appended lines that come from now on make it behind again, also those that `contents` has already.
    this.isBehind = false;
    const exportedAt = new Date(at).toISOString();
    // Said first, so that the journal is known to be void if the machine dies between the file and its new journal.
    await this.journal.write(untilLine(exportedAt));
    await replaceFile(path, text);
    [this.writtenAt, this.fileBytes, this.usage] = [at, text.length, contents.usage];
    const head = headLine(exportedAt);
    await replaceFile(journalOf(path), head);
    await this.journal.moveTo(await openToAppend(journalOf(path), head.length), head.length);
  }
}

const journalOf = (path: string): string => `${path}.journal`;

function unusable(path: string, error: unknown): EndpointError {
  return error instanceof EndpointError ? error : new EndpointError(`${path} cannot be used. ${reasonOf(error)}.`);
}

async function firstFile({ path, first, now }: StateFileOptions): Promise<Archive> {
  const isJournalThere = await stat(journalOf(path)).then(
    () => true,
    () => false,
  );
  if (isJournalThere)
    throw new EndpointError(
      `There is ${journalOf(path)}, but ${path} is gone. Put the file back, or delete the journal and lose what it holds.`,
    );
  const archive = archiveOf("Endpoint", first, now());
  await replaceFile(path, archiveText(archive));
  return { name: archive.name, exportedAt: archive.exportedAt, contents: first };
}
