// Exports how the page goes on after another workspace has taken the place of the open one, and why it cannot where it cannot.
import { useCallback } from "react";
import { defaultRegions } from "#kms/index.ts";
import type { Workspace } from "#storage/workspace.ts";
import { usePlace } from "#store/location.ts";
import { href, paths } from "#store/paths.ts";

/** Opens the key list of the workspace that has been put in place; that may know neither the page's account nor its Region. */
export function useLeaveWorkspace(): () => void {
  const { region } = usePlace();
  return useCallback(() => {
    const kept = defaultRegions.includes(region) ? region : "us-west-2";
    window.history.replaceState(null, "", href({ region: kept }, paths.keys()));
    window.location.reload();
  }, [region]);
}

/** Why no other workspace can be put in the place of this one; undefined where it can. */
export function replaceRefusal({ kind }: Pick<Workspace, "kind">): string | undefined {
  if (kind !== "memory") return undefined;
  return "This workspace is kept in memory only: the page would have to be loaded again, and nothing would be left.";
}
