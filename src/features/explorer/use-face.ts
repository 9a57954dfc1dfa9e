// Exports useFace: what the explorer shows, as the URL says it, so that a reload and a pasted link show the same.
import { useCallback, useMemo } from "react";
import { useLinks, useLocation } from "#store/location.ts";
import { type ExplorerView, explorerViews, paths } from "#store/paths.ts";
import { parseMoment } from "./time/use-moment.ts";

export interface Face {
  readonly view: ExplorerView;
  readonly regions: "all" | "one";
  /** A full alias name; it may be one that is not there. */
  readonly focus: string | undefined;
  /** The change that the URL asks to preview, as text that nobody has judged yet. */
  readonly preview: string | undefined;
}

/**
 * The face, and the way to another one; a moment, a flight and what else the URL has stays as it is. Another view is another
 * entry for the back button, which leads to the one before.
 */
export function useFace(): readonly [Face, (change: Partial<Face>) => void] {
  const { params } = useLocation();
  const { go } = useLinks();
  const face = useMemo((): Face => readFace(params), [params]);
  const change = useCallback(
    (next: Partial<Face>): void => {
      const { moment, ...rest } = params;
      const before = readFace(params);
      const all = { ...rest, ...before, ...next, moment: parseMoment(moment) };
      // What every visit shows at first needs no words in the URL.
      const view = all.view === "map" ? undefined : all.view;
      const regions = all.regions === "all" ? undefined : all.regions;
      go(paths.explorer({ ...all, view, regions }), { replace: all.view === before.view });
    },
    [params, go],
  );
  return [face, change];
}

function readFace(params: Readonly<Record<string, string>>): Face {
  return {
    view: explorerViews.find((view) => view === params.view) ?? "map",
    regions: params.regions === "one" ? "one" : "all",
    focus: params.focus || undefined,
    preview: params.preview,
  };
}
