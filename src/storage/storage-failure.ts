// Exports what storage says when it cannot save or read: one plain sentence for each cause.
import { StorageError } from "#kms/index.ts";

/** Why a workspace takes no more changes in this tab. */
export const ended = {
  outdated: "A newer version of KMS Sandbox is open in another tab, so this tab cannot save any more. Reload the page.",
  replaced: "This workspace was replaced in another tab. Reload the page to see the one in use now.",
  terminated: "The browser closed the workspace's database, perhaps because site data was cleared. Reload the page.",
  missed:
    "Other tabs have made changes that this tab has missed and that are no longer kept. Reload the page to see them.",
  closed: "This workspace is closed.",
} as const;

/** The workspace is no longer the one in use. */
export class ReplacedError extends StorageError {
  constructor() {
    super(ended.replaced);
  }
}

/** The workspace is there, but only a newer version of this program can read it. */
export class NewerDatabaseError extends StorageError {
  constructor() {
    super(
      "This workspace was saved by a newer version of KMS Sandbox than this page runs. Reload the page to get that version.",
    );
  }
}

type Attempt = "open" | "save" | "read";

const failures = {
  open: "The browser did not open its storage for this site",
  save: "The browser could not save to the workspace, and nothing was changed",
  read: "The browser could not read what it has saved of the workspace",
} as const satisfies Record<Attempt, string>;

/** The StorageError for whatever IndexedDB threw; DOM exceptions name their cause and hold nothing of what was to be saved. */
export function storageFailure(error: unknown, attempt: Attempt = "save"): StorageError {
  if (error instanceof StorageError) return error;
  const name = error instanceof Error ? error.name : "";
  if (name === "QuotaExceededError")
    return new StorageError(
      "The browser's storage for this site is full, so nothing was saved. Free some disk space, then try again.",
    );
  if (name === "VersionError") return new NewerDatabaseError();
  const detail = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replace(/\.$/, "");
  return new StorageError(`${failures[attempt]} (${detail}).`, { cause: error });
}

/** Answers what `work` does. @throws StorageError for whatever it throws */
export async function saving<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageFailure(error, "save");
  }
}

/** As `saving`, in the words of a failed reading. */
export async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageFailure(error, "read");
  }
}
