// Exports the interface of where workspaces live (IndexedDB or memory): which one is current, which one it replaced.
import type { WorkspaceContents } from "./workspace-contents.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** What a workspace was made from. */
export type WorkspaceSource = "sample" | "empty" | "import";

export interface WorkspaceInfo {
  readonly id: string;
  readonly name: string;
  /** Real time, epoch milliseconds. */
  readonly createdAt: number;
  readonly source: WorkspaceSource;
}

/** Whatever fails here fails with a StorageError. */
export interface Home {
  readonly kind: "indexeddb" | "memory";
  /** Begins the names of databases, locks and channels. */
  readonly prefix: string;
  /** The workspace in use; undefined at the very first visit. */
  current(): Promise<WorkspaceInfo | undefined>;
  /** The one that the current one has replaced; undefined when none has been. */
  previous(): Promise<WorkspaceInfo | undefined>;
  /** Makes a filled workspace that nobody uses yet. @throws StorageError and then there is none. */
  create(info: WorkspaceInfo, contents: WorkspaceContents): Promise<void>;
  /** @param onEnded called when this tab can no longer save to it, with the reason. @throws StorageError */
  open(id: string, onEnded: (reason: string) => void): Promise<WorkspaceStore>;
  /** Flips to `id` in one step and keeps `from` as the previous; false when `from` is not the current one any more. */
  makeCurrent(id: string, from: string | undefined): Promise<boolean>;
  /** Deletes what is neither current nor previous, and what the terminal has kept for it. To be called when nobody is making a workspace. */
  sweep(): Promise<void>;
}
