// Exports how a workspace takes the place of another: made whole beside it, then put in its place in one step.
import { type Commit, StorageError } from "#kms/index.ts";
import { encodeHex } from "#lib/bytes.ts";
import { exclusive } from "./exclusive.ts";
import type { Home, WorkspaceInfo, WorkspaceSource } from "./home.ts";
import { ReplacedError, storageFailure } from "./storage-failure.ts";
import { emptyContents, type WorkspaceContents } from "./workspace-contents.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

export interface NewWorkspace {
  readonly name: string;
  readonly source: WorkspaceSource;
  readonly contents: WorkspaceContents;
}

/** What a first visit or a reset begins with. The sample is loaded only here: it is not part of the first page. */
export async function firstContents(of: "sample" | "empty", now: number): Promise<Omit<NewWorkspace, "source">> {
  if (of === "empty") return { name: "Empty workspace", contents: emptyContents() };
  const { sampleContents } = await import("#storage/sample/sample-workspace.ts");
  return { name: "Sample workspace", contents: await sampleContents(now) };
}

/** The lock under which workspaces are made, so that nobody sweeps away one that is not yet in its place. */
export const makingLock = (home: Home): string => `${home.prefix}.making`;

/** Makes a workspace that is not yet in use. @param realTime epoch milliseconds @throws StorageError */
export async function makeWorkspace(home: Home, made: NewWorkspace, realTime: number): Promise<WorkspaceInfo> {
  const id = encodeHex(crypto.getRandomValues(new Uint8Array(8)));
  const info: WorkspaceInfo = { id, name: made.name, source: made.source, createdAt: realTime };
  await home.create(info, withOpeningCommit(made, realTime));
  return info;
}

interface Place {
  readonly home: Home;
  readonly info: WorkspaceInfo;
  readonly store: WorkspaceStore;
  realTime(): number;
}

/** Makes a workspace and puts it in the place of this one. @throws StorageError and then this one stays. */
export function replaceWorkspace(place: Place, by: NewWorkspace): Promise<void> {
  return exclusive(makingLock(place.home), async () => {
    const { id } = await makeWorkspace(place.home, by, place.realTime());
    await putInPlace(place, id);
  });
}

/**
 * Puts the workspace that this one has replaced back in its place.
 * @throws StorageError and then this one stays, and the earlier one still takes no saves
 */
export function restoreWorkspace(place: Place): Promise<void> {
  return exclusive(makingLock(place.home), async () => {
    const previous = await place.home.previous();
    if (!previous) throw new StorageError("There is no earlier workspace to restore.");
    // Opened first: what cannot be opened must not take the place of what works.
    const store = await place.home.open(previous.id, () => undefined);
    try {
      await putInPlace(place, previous.id);
      // Not before it is the current one: what is not must take no saves. Should this fail, opening it does the same again.
      await store
        .reinstate()
        .catch((error: unknown) => console.warn("The workspace is reinstated when opened.", error));
    } finally {
      store.close();
    }
  });
}

/** Puts the workspace `id` in the place of this one, which becomes the previous one. */
async function putInPlace({ home, info, store }: Place, id: string): Promise<void> {
  await exclusive(`${home.prefix}.${info.id}`, async () => {
    // First nobody may save to the old one any more, in whatever tab; else a change could be acknowledged and then be gone.
    await store.retire();
    const isFlipped = await home.makeCurrent(id, info.id).catch(async (error: unknown) => {
      await store.reinstate();
      throw storageFailure(error);
    });
    if (!isFlipped) throw new ReplacedError();
  });
}

/** Undoes the retiring of a workspace that was replaced, so that it can be used again. */
export async function reinstate(home: Home, id: string): Promise<void> {
  const store = await home.open(id, () => undefined);
  await store.reinstate();
  store.close();
}

/** History begins, or goes on after an import, with what the workspace was made from. */
function withOpeningCommit({ contents, source }: NewWorkspace, realTime: number): WorkspaceContents {
  const seq = (contents.history.at(-1)?.seq ?? 0) + 1;
  const at = realTime + (contents.tables.settings[0]?.clockOffsetMs ?? 0);
  const commit: Commit = {
    seq,
    at,
    event: {
      eventSource: "sandbox",
      eventTime: `${new Date(at).toISOString().slice(0, 19)}Z`,
      change: { type: "OpenWorkspace", source },
    },
    diff: {},
  };
  return { ...contents, history: [...contents.history, commit] };
}
