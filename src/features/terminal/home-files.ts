// Exports HomeFiles: tells after each run which files of the home folder were written or removed, so that the page can keep them.
import type { IFileSystem } from "just-bash/browser";
import type { KeptFile } from "#storage/terminal-store.ts";
import { type FileChanges, homeFolder } from "./shell-messages.ts";

interface Seen {
  readonly size: number;
  readonly mtime: number;
  readonly isFile: boolean;
  readonly target: string | undefined;
}

export class HomeFiles {
  readonly #fs: IFileSystem;
  readonly #seen = new Map<string, Seen>();
  #lookedAt = 0;
  /** Looks come one after another: two at once would each tell half. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(fs: IFileSystem) {
    this.#fs = fs;
  }

  /** Lays out what was kept. @returns the paths for which there is no room: two windows may keep more than one can hold */
  async restore(files: readonly KeptFile[]): Promise<string[]> {
    const leftOut: string[] = [];
    await this.#fs.mkdir(homeFolder, { recursive: true });
    for (const file of files)
      try {
        await this.#place(file);
      } catch {
        // Whatever the reason is, the shell has to start, and the caller says which files are missing.
        leftOut.push(file.path);
      }
    await this.changes();
    return leftOut;
  }

  /** What is other than at the last look. */
  changes(): Promise<FileChanges> {
    const look = this.#last.then(() => this.#look());
    this.#last = look.catch(() => undefined); // who asked for that look hears of it
    return look;
  }

  async #place({ path, bytes, target }: KeptFile): Promise<void> {
    if (target !== undefined) await this.#fs.symlink(target, path);
    else if (bytes === undefined) await this.#fs.mkdir(path, { recursive: true });
    else await this.#fs.writeFile(path, bytes);
  }

  async #look(): Promise<FileChanges> {
    const written: KeptFile[] = [];
    const gone = new Set(this.#seen.keys());
    const now = Date.now();
    for (const path of this.#fs.getAllPaths()) {
      if (!path.startsWith(`${homeFolder}/`)) continue;
      gone.delete(path);
      const { size, mtime, isFile, isSymbolicLink } = await this.#fs.lstat(path);
      const target = isSymbolicLink ? await this.#fs.readlink(path) : undefined;
      const before = this.#seen.get(path);
      // Times are whole milliseconds: what was written in the one of the last look may have been written after it.
      const isSame =
        before?.size === size &&
        before.mtime === mtime.getTime() &&
        before.isFile === isFile &&
        before.target === target &&
        before.mtime < this.#lookedAt;
      if (isSame) continue;
      this.#seen.set(path, { size, mtime: mtime.getTime(), isFile, target });
      if (target === undefined) written.push({ path, bytes: isFile ? await this.#fs.readFileBuffer(path) : undefined });
      else written.push({ path, bytes: undefined, target });
    }
    for (const path of gone) this.#seen.delete(path);
    this.#lookedAt = now;
    return { written: written.sort((a, b) => (a.path < b.path ? -1 : 1)), removed: [...gone] };
  }
}
