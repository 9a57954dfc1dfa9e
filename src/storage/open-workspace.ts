// Exports openWorkspace: the workspace in use, from IndexedDB, or in memory where the browser has none for this page.
import { StorageError } from "#kms/index.ts";
import { whenIdle } from "./event-log.ts";
import { exclusive, ifUnlocked } from "./exclusive.ts";
import type { Home, WorkspaceInfo } from "./home.ts";
import { openIndexedDbHome } from "./indexeddb-home.ts";
import { createMemoryHome } from "./memory-home.ts";
import { firstContents, makeWorkspace, makingLock, reinstate } from "./replace-workspace.ts";
import { NewerDatabaseError, ReplacedError } from "./storage-failure.ts";
import { openWorkspaceOf, type Workspace, type WorkspaceEvents } from "./workspace.ts";

export interface OpenWorkspaceOptions extends WorkspaceEvents {
  /** Real time, epoch milliseconds; Date.now where it is not given. */
  readonly now?: () => number;
  /** What the very first visit finds; the sample where it is not given. */
  readonly first?: "sample" | "empty";
  /** Where the workspaces live: for Node (createMemoryHome) and for tests. IndexedDB, else memory, where it is not given. */
  readonly home?: Home;
}

/**
 * Opens the workspace in use; the first visit makes one.
 * @throws StorageError when the workspace was saved by a newer version of this program, or `home` cannot open it.
 */
export async function openWorkspace(options: OpenWorkspaceOptions = {}): Promise<Workspace> {
  if (options.home) return openIn(options.home, options);
  try {
    return await openIn(await openIndexedDbHome(), options);
  } catch (error) {
    // Memory would hide a workspace that is there and well.
    if (!(error instanceof StorageError) || error instanceof NewerDatabaseError) throw error;
    return { ...(await openIn(createMemoryHome(), options)), memoryReason: error.message };
  }
}

async function openIn(home: Home, options: OpenWorkspaceOptions): Promise<Workspace> {
  const realTime = options.now ?? Date.now;
  for (;;) {
    const info = (await home.current()) ?? (await makeFirst(home, options, realTime()));
    try {
      const workspace = await openWorkspaceOf(home, info, options, realTime);
      whenIdle(() => {
        const sweeping = ifUnlocked(makingLock(home), () => home.sweep());
        sweeping.catch((error: unknown) => console.warn("An old workspace was not deleted yet.", error));
      });
      return workspace;
    } catch (error) {
      if (!(error instanceof ReplacedError)) throw error;
      await reinstateCurrent(home, info);
    }
  }
}

async function makeFirst(home: Home, { first = "sample" }: OpenWorkspaceOptions, now: number): Promise<WorkspaceInfo> {
  return exclusive(makingLock(home), async () => {
    // Another tab may have been opened at the same moment, and been faster.
    for (let current = await home.current(); ; current = await home.current()) {
      if (current) return current;
      const made = await makeWorkspace(home, { source: first, ...(await firstContents(first, now)) }, now);
      await home.makeCurrent(made.id, undefined);
    }
  });
}

/** A tab that died while it replaced the workspace leaves it retired although nothing has taken its place. */
function reinstateCurrent(home: Home, { id }: WorkspaceInfo): Promise<void> {
  return exclusive(`${home.prefix}.${id}`, async () => {
    if ((await home.current())?.id === id) await reinstate(home, id);
  });
}
