// Exports HomeFiles: tells after each run which files of the home folder were written or removed, so that the page can keep them.
import type { IFileSystem } from "just-bash/browser";
import type { KeptFile } from "#storage/terminal-store.ts";
import { type FileChanges, homeFolder } from "./shell-messages.ts";

interface Seen {
  readonly size: number;
  readonly mtime: number;
  readonly isFile: boolean;
}

export class HomeFiles {
  readonly #fs: IFileSystem;
  readonly #seen = new Map<string, Seen>();
  #lookedAt = 0;

  constructor(fs: IFileSystem) {
    this.#fs = fs;
  }

  /** Lays out what was kept. */
  async restore(files: readonly KeptFile[]): Promise<void> {
    await this.#fs.mkdir(homeFolder, { recursive: true });
    for (const { path, bytes } of files) {
      if (bytes === undefined) await this.#fs.mkdir(path, { recursive: true });
      else await this.#fs.writeFile(path, bytes);
    }
    await this.changes();
  }

  /** What is other than at the last look. */
  async changes(): Promise<FileChanges> {
    const written: KeptFile[] = [];
    const gone = new Set(this.#seen.keys());
    const now = Date.now();
    for (const path of this.#fs.getAllPaths()) {
      if (!path.startsWith(`${homeFolder}/`)) continue;
      gone.delete(path);
      const { size, mtime, isFile } = await this.#fs.lstat(path);
      const before = this.#seen.get(path);
      // Times are whole milliseconds: what was written in the one of the last look may have been written after it.
      const isSame =
        before?.size === size &&
        before.mtime === mtime.getTime() &&
        before.isFile === isFile &&
        before.mtime < this.#lookedAt;
      if (isSame) continue;
      this.#seen.set(path, { size, mtime: mtime.getTime(), isFile });
      written.push({ path, bytes: isFile ? await this.#fs.readFileBuffer(path) : undefined });
    }
    for (const path of gone) this.#seen.delete(path);
    this.#lookedAt = now;
    return { written: written.sort((a, b) => (a.path < b.path ? -1 : 1)), removed: [...gone] };
  }
}
