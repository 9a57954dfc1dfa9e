// Exports the lock that keeps two processes from one state file: a file beside it that names the process which holds it.
import { readFileSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { isErrno } from "./endpoint-error.ts";

interface Holder {
  readonly pid: number;
  /** When the process began, in the words of the machine; null where it does not tell. Process ids are given out again. */
  readonly startedAt: string | null;
}

/** Locks of this process: another endpoint in it has the same process id. */
const held = new Set<string>();

/**
 * Takes the lock, also from a process that has died. Answers how to let go of it, or who has it.
 * @throws whatever the file system refuses with
 */
export async function takeLock(path: string): Promise<(() => Promise<void>) | Holder> {
  const mine: Holder = { pid: process.pid, startedAt: startedAt(process.pid) };
  if (held.has(path)) return mine;
  held.add(path);
  try {
    for (;;) {
      const holder = await createLock(path, mine);
      if (holder === undefined) break;
      if (isAlive(holder)) {
        held.delete(path);
        return holder;
      }
      await moveStale(path);
    }
  } catch (error) {
    held.delete(path);
    throw error;
  }
  return async () => {
    held.delete(path);
    await rm(path, { force: true });
  };
}

/** Undefined when the lock is ours now, else who has it. */
async function createLock(path: string, mine: Holder): Promise<Holder | undefined> {
  try {
    await writeFile(path, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
    return undefined;
  } catch (error) {
    if (!isErrno(error, "EEXIST")) throw error;
  }
  return readHolder(path);
}

/** A lock that holds nothing readable was left by a process that died while it wrote it. */
async function readHolder(path: string): Promise<Holder> {
  const nobody: Holder = { pid: 0, startedAt: null };
  try {
    const found: unknown = JSON.parse(await readFile(path, "utf8"));
    if (typeof found !== "object" || found === null || !("pid" in found) || typeof found.pid !== "number")
      return nobody;
    const began = "startedAt" in found && typeof found.startedAt === "string" ? found.startedAt : null;
    return { pid: found.pid, startedAt: began };
  } catch (error) {
    if (error instanceof SyntaxError || isErrno(error, "ENOENT")) return nobody;
    throw error;
  }
}

function isAlive({ pid, startedAt: began }: Holder): boolean {
  // Our own id in somebody's lock: an earlier process had it, as each first process of a container does.
  if (pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (isErrno(error, "ESRCH")) return false;
  }
  return began === null || began === startedAt(pid);
}

/** Linux tells it as the 22nd field of a line whose second field, the name, may hold spaces and ends with the last `)`. */
function startedAt(pid: number): string | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "latin1");
    return line.slice(line.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null; // no such file on other systems
  }
}

/** Moved, then deleted: of two processes that found the same stale lock only one can move it. */
async function moveStale(path: string): Promise<void> {
  const moved = `${path}.${process.pid}`;
  try {
    await rename(path, moved);
  } catch (error) {
    if (isErrno(error, "ENOENT")) return;
    throw error;
  }
  // The other one may have put its own there just before.
  if (isAlive(await readHolder(moved))) await rename(moved, path);
  else await rm(moved, { force: true });
}
