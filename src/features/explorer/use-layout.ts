// Exports useLayout: where everything on a map stands. While the same is asked for, a change of the World leaves in its place what
// it does not concern.
import { useState } from "react";
import type { FoldBy } from "./model/group.ts";
import { type Layout, layoutMap } from "./model/layout.ts";
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

export function useLayout(map: AliasMap, asked: Asked): Layout {
  const { question, focus, foldBy } = asked;
  // The layout before is part of the next one, so it is state; setting it while rendering saves drawing the old one again.
  const [kept, setKept] = useState<Kept>();
  if (kept?.map === map && kept.question === question && kept.foldBy === foldBy) return kept.layout;
  const previous = kept?.question === question && kept.foldBy === foldBy ? kept.layout : undefined;
  const layout = layoutMap(map, { previous, focus, foldBy });
  setKept({ map, question, focus, foldBy, layout });
  return layout;
}
