// Exports how files are written so that a crash of the machine leaves either the old or the new, never a half.
import { constants, type FileHandle, open, rename } from "node:fs/promises";
import { dirname } from "node:path";

/** For the owner alone: the files hold key material in the clear. */
const ownerOnly = 0o600;

/** Puts a file with this text in the place of `path` in one step, and returns when the disk has it. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const made = `${path}.new`;
  await synced(made, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, (file) => file.writeFile(text));
  await rename(made, path);
  await syncFolder(path);
}

/** The file for adding to its end; what stands behind `length` bytes is cut off. */
export async function openToAppend(path: string, length: number): Promise<FileHandle> {
  const file = await open(path, "a", ownerOnly);
  await file.truncate(length);
  return file;
}

async function synced(path: string, flags: number, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags, ownerOnly);
  try {
    // A file that an earlier, killed run has left may be readable to others.
    await file.chmod(ownerOnly);
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name is on the disk when its folder is. Windows has no such thing. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
