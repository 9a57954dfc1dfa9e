// Exports how the page goes on after another workspace has taken the place of the open one.
import { createContext, useContext, useMemo } from "react";
import { defaultRegions } from "#kms/index.ts";
import { usePlace } from "#store/location.ts";
import { href, paths } from "#store/paths.ts";

/**
 * Opens the workspace in use anew. The default loads the page again; an app whose workspace lives in memory provides another
 * way, since nothing of it would be left.
 */
const ReopenContext = createContext<() => void>(() => window.location.reload());

export const ReopenProvider = ReopenContext.Provider;

/** Goes to the key list of the workspace that has been put in place. It may know neither the page's account nor its Region. */
export function useLeaveWorkspace(): () => void {
  const reopen = useContext(ReopenContext);
  const { region } = usePlace();
  return useMemo(
    () => () => {
      const kept = defaultRegions.includes(region) ? region : "us-west-2";
      window.history.replaceState(null, "", href({ region: kept }, paths.keys()));
      reopen();
    },
    [reopen, region],
  );
}
