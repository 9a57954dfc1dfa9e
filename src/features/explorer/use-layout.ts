// Exports useLayout: where everything on a map stands. While the same is asked for, a change of the World leaves in its place what
// it does not concern.
import { startTransition, useEffect, useState } from "react";
import { inTurns } from "./in-turns.ts";
import type { FoldBy } from "./model/group.ts";
import type { Layout } from "./model/layout.ts";
import { layoutInSlices, layoutMap } from "./model/layout-map.ts";
import { mapSize } from "./model/map-size.ts";
import type { AliasMap } from "./types.ts";

interface Asked {
  /** Equal while the same is looked at: filters, Regions, focus. */
  readonly question: string;
  readonly focus: string | undefined;
  readonly foldBy: FoldBy;
}

interface Kept extends Asked {
  readonly map: AliasMap;
  readonly layout: Layout;
}

/** So many aliases and keys are laid out within a frame or so. */
const atOnce = 4000;

/** Undefined while the first layout of a big map is being made; while a next one is, the one before it stays. */
export function useLayout(map: AliasMap, asked: Asked): Layout | undefined {
  const { question, focus, foldBy } = asked;
  // The layout before is part of the next one, so it is state; setting it while rendering saves drawing the old one again.
  const [kept, setKept] = useState<Kept>();
  const isSameQuestion = kept?.question === question && kept.foldBy === foldBy;
  const isThere = isSameQuestion && kept.map === map;
  const previous = isSameQuestion ? kept.layout : undefined;
  const isBig = mapSize(map) > atOnce;
  useEffect(() => {
    if (isThere || !isBig) return undefined;
    return inTurns(layoutInSlices(map, { previous, focus, foldBy }), (layout) =>
      startTransition(() => setKept({ map, question, focus, foldBy, layout })),
    );
  }, [isThere, isBig, map, previous, question, focus, foldBy]);
  if (isThere || isBig) return kept?.layout;
  const layout = layoutMap(map, { previous, focus, foldBy });
  setKept({ map, question, focus, foldBy, layout });
  return layout;
}
