// Exports useMapDrag: an alias is taken from its node or from the end of its edge, a new one from a key.
import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef } from "react";
import type { DragOptions } from "./drag-outcome.ts";
import { followHand } from "./follow-hand.ts";

/** @returns what the frame does when a pointer goes down in it. */
export function useMapDrag(options: DragOptions): (event: ReactPointerEvent) => void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const end = useRef<() => void>(undefined);
  // The page may be left in the middle of a drag.
  useEffect(() => () => end.current?.(), []);
  return useCallback((event: ReactPointerEvent) => {
    if (event.button !== 0 || !event.isPrimary || !(event.target instanceof Element)) return;
    const isNode = event.target.closest("[data-take], .map-node") !== null;
    latest.current.handle.store.set(isNode ? { notice: "" } : { notice: "", shown: undefined });
    if (event.target.closest(".map-node-more")) return;
    const taken = event.target.closest("[data-take]")?.getAttribute("data-take");
    const node = taken ? latest.current.nodeOf(taken) : undefined;
    if (!node) return;
    end.current?.();
    end.current = followHand(latest, node, event.nativeEvent);
  }, []);
}
