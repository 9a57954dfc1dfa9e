// Exports how workspaces are worded.
import type { WorkspaceSource } from "#storage/home.ts";
import type { WorkspaceCounts } from "./workspace-counts.ts";

const sources = {
  sample: "The sample",
  empty: "An empty workspace",
  import: "An imported file",
} as const satisfies Record<WorkspaceSource, string>;

export function sourceText(source: WorkspaceSource): string {
  return sources[source];
}

/** Label and value of each count, for lists of details. */
export function countItems(counts: WorkspaceCounts): { label: string; value: string }[] {
  const item = (label: string, value: number) => ({ label, value: value.toLocaleString("en-US") });
  return [
    item("Accounts", counts.accounts),
    item("Customer managed keys", counts.customerKeys),
    item("Aliases of keys", counts.aliases),
    item("Tags", counts.tags),
  ];
}
