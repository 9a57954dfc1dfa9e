// Exports useCamera: what moves the map in its frame, other than the hand. Wherever it is sent, some of the map stays in view.
import { useReactFlow, type Viewport } from "@xyflow/react";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import { type Layout, nameId } from "#features/explorer/model/layout.ts";
import { isMotionReduced } from "#features/explorer/time/use-reduced-motion.ts";
import { type Box, firstViewport, showing, wholeViewport, within } from "./viewport.ts";

export interface Camera {
  at(): Viewport;
  /** Follows the hand, in pixels. */
  panBy(dx: number, dy: number): void;
  /** Back to where the map has stood. */
  returnTo(viewport: Viewport): void;
  /** Puts a point of the map in the middle. */
  lookAt(x: number, y: number): void;
  /** Moves no further than it must. */
  reveal(box: Box): void;
  showAll(): void;
  /** Larger or smaller by one step. */
  zoom(direction: "in" | "out"): void;
}

const gently = (): { readonly duration: number } => ({ duration: isMotionReduced() ? 0 : 250 });

/** @param focus the full name of the alias that is looked at alone */
export function useCamera(layout: Layout, focus: string | undefined, frame: RefObject<HTMLElement | null>): Camera {
  const flow = useReactFlow();
  const latest = useRef(layout);
  useEffect(() => {
    latest.current = layout;
  });
  const camera = useMemo((): Camera => {
    const go = (next: (box: DOMRect, at: Viewport) => Viewport, how?: { readonly duration: number }): void => {
      const box = frame.current?.getBoundingClientRect();
      if (box) void flow.setViewport(within(next(box, flow.getViewport()), latest.current, box), how);
    };
    return {
      at: flow.getViewport,
      panBy: (dx, dy) => go((_, { x, y, zoom }) => ({ x: x + dx, y: y + dy, zoom })),
      returnTo: (viewport) => go(() => viewport, gently()),
      lookAt: (x, y) => go((box, { zoom }) => ({ x: box.width / 2 - x * zoom, y: box.height / 2 - y * zoom, zoom })),
      reveal: (part) => go((box, at) => showing(at, part, box), gently()),
      showAll: () => go((box) => wholeViewport(latest.current, box), gently()),
      zoom: (direction) => void (direction === "in" ? flow.zoomIn(gently()) : flow.zoomOut(gently())),
    };
  }, [flow, frame]);
  useHome(layout, focus, frame);
  return camera;
}

/** Goes to the beginning of the map, or to the alias that is looked at alone: at first, and when something else is looked at. */
function useHome(layout: Layout, focus: string | undefined, frame: RefObject<HTMLElement | null>): void {
  const flow = useReactFlow();
  const latest = useRef(layout);
  useEffect(() => {
    latest.current = layout;
  });
  const shown = `${layout.lanes.map(({ region }) => region).join()} ${focus ?? ""}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes there when what is shown changes, and only then
  useEffect(() => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const first = firstViewport(latest.current, box);
    const name = focus === undefined ? undefined : latest.current.nodes.find(({ id }) => id === nameId(focus));
    void flow.setViewport(name ? showing(first, name, box) : first);
  }, [shown, flow, frame]);
}
