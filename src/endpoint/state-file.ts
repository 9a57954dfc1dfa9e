// Exports the interface of what keeps the workspace of an endpoint in a file.
import type { Commit, MaterialChange } from "#kms/index.ts";
import type { WorkspaceContents } from "#storage/workspace-contents.ts";

export interface StateFile {
  append(commit: Commit, material: MaterialChange): void;
  saved(): Promise<void> | undefined;
  follow(contents: () => WorkspaceContents): void;
  replace(contents: WorkspaceContents): Promise<void>;
  close(): Promise<void>;
}
