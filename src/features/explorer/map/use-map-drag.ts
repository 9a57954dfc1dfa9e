// Exports useMapDrag: taking an alias, or the end of its edge, to another key by hand. The pointer moves the line itself; React
// draws only when something begins, ends, or another key comes under the hand.
import { type PointerEvent as ReactPointerEvent, type RefObject, useCallback, useEffect, useRef } from "react";
import type { Layout, MapNode } from "#features/explorer/model/layout.ts";
import { shortKeyId } from "#features/explorer/model/outline.ts";
import type { AliasNode, Change } from "#features/explorer/types.ts";
import { displayAlias, isReservedAlias, type World } from "#kms/index.ts";
import { dragVerdicts, fixedReason, newAliasRefusal } from "./drag-verdicts.ts";
import type { Drag, MapHandle } from "./map-state.ts";
import type { Camera } from "./use-camera.ts";

interface Options {
  readonly handle: MapHandle;
  /** Told that something is being dragged. */
  readonly frame: RefObject<HTMLElement | null>;
  /** What of it shows the map. */
  readonly canvas: RefObject<HTMLElement | null>;
  readonly camera: Camera;
  /** The line from where the hand began to where it is. */
  readonly line: RefObject<SVGPathElement | null>;
  readonly nodeOf: (id: string) => MapNode | undefined;
  readonly layout: Layout;
  readonly worldNow: () => World;
  readonly onChange: (change: Change) => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Around the end of the line. */
const ring = "m -7 0 a 7 7 0 1 0 14 0 a 7 7 0 1 0 -14 0";
/** A click that shakes is no drag. */
const threshold = 5;
/** So near to the border of the map, in pixels, the map moves on: the nearer, the faster. */
const border = 36;
/** At the border itself, in pixels for a second. */
const fastest = 700;
/** After a pause the map must not jump. */
const longestFrame = 50;

/** @returns what the frame does when a pointer goes down in it. */
export function useMapDrag(options: Options): (event: ReactPointerEvent) => void {
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
    end.current = follow(latest, node, { x: event.clientX, y: event.clientY });
  }, []);
}

/** Follows the pointer until it is let go. @returns what ends it at once. */
function follow(latest: { readonly current: Options }, node: MapNode, from: Point): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const { store } = latest.current.handle;
  let drag: Drag | undefined;
  let at = from;
  let timer = 0;
  const stood = latest.current.camera.at();

  const stop = (notice = ""): void => {
    listening.abort();
    cancelAnimationFrame(timer);
    if (!drag) return;
    drag = undefined;
    latest.current.frame.current?.removeAttribute("data-dragging");
    latest.current.line.current?.setAttribute("d", "");
    store.set({ drag: undefined, over: undefined, notice });
  };

  /** Given up: the map goes back to where it stood. */
  const cancel = (notice = ""): void => {
    const isBegun = drag !== undefined;
    stop(notice);
    if (isBegun) latest.current.camera.returnTo(stood);
  };

  const draw = (): void => {
    const { canvas, line, camera } = latest.current;
    const box = canvas.current?.getBoundingClientRect();
    if (!box) return;
    // The line begins where it was taken, also when the map moves on.
    const now = camera.at();
    const x = ((from.x - box.x - stood.x) / stood.zoom) * now.zoom + now.x;
    const y = ((from.y - box.y - stood.y) / stood.zoom) * now.zoom + now.y;
    line.current?.setAttribute("d", `M ${x} ${y} L ${at.x - box.x} ${at.y - box.y} ${ring}`);
    const over = document.elementFromPoint(at.x, at.y)?.closest("[data-key]")?.getAttribute("data-key") ?? undefined;
    if (over !== store.get().over) store.set({ over });
  };

  let last: number | undefined;
  const panOn = (now: number): void => {
    const { canvas, camera } = latest.current;
    const box = canvas.current?.getBoundingClientRect();
    const step = (fastest * Math.min(longestFrame, now - (last ?? now))) / 1000;
    last = now;
    if (box) {
      const [dx, dy] = [towards(at.x, box.left, box.right), towards(at.y, box.top, box.bottom)];
      if (dx !== 0 || dy !== 0) {
        camera.panBy(-dx * step, -dy * step);
        draw();
      }
    }
    timer = requestAnimationFrame(panOn);
  };

  const begin = (): boolean => {
    const { refusal, drag: begun } = beginDrag(latest.current, node);
    if (!begun) {
      stop();
      store.set({ notice: refusal ?? "" });
      return false;
    }
    drag = begun;
    latest.current.frame.current?.setAttribute("data-dragging", begun.type);
    store.set({ drag: begun, active: node.id, shown: node.id, isFocusWanted: true, notice: sayBegin(begun) });
    timer = requestAnimationFrame(panOn);
    return true;
  };

  window.addEventListener(
    "pointermove",
    (event) => {
      at = { x: event.clientX, y: event.clientY };
      if (!drag && (Math.hypot(at.x - from.x, at.y - from.y) < threshold || !begin())) return;
      draw();
    },
    { signal },
  );
  window.addEventListener(
    "pointerup",
    () => {
      const [dropped, over] = [drag, store.get().over];
      if (dropped) swallowClick();
      if (dropped) stop(drop(latest.current, dropped, over));
      else stop();
    },
    { signal },
  );
  window.addEventListener("pointercancel", () => cancel(), { signal });
  window.addEventListener("blur", () => cancel(), { signal });
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !drag) return;
      event.preventDefault();
      event.stopPropagation();
      swallowClick();
      cancel("Nothing was changed.");
    },
    { signal, capture: true },
  );
  return stop;
}

function beginDrag({ layout, worldNow }: Options, node: MapNode): { readonly refusal?: string; readonly drag?: Drag } {
  if (node.type === "key") {
    const reason = newAliasRefusal(node.node);
    return reason === undefined ? { drag: { type: "create", node: node.node } } : { refusal: reason };
  }
  if (node.type !== "alias") return {};
  const refusal = fixedReason(node.node, isReservedAlias(node.node.alias.aliasName));
  if (refusal !== undefined) return { refusal: `${refusal}.` };
  const keys = layout.nodes.flatMap((drawn) => (drawn.type === "key" ? [drawn.node] : []));
  return { drag: { type: "retarget", node: node.node, verdicts: dragVerdicts(worldNow(), keys, node.node) } };
}

/** @returns what is to be said about it. */
function drop({ handle, nodeOf, onChange }: Options, drag: Drag, over: string | undefined): string {
  if (drag.type === "create") {
    handle.createAlias(drag.node);
    return "";
  }
  const target = over === undefined ? undefined : nodeOf(over);
  if (over === undefined || target?.type !== "key") return "";
  const verdict = drag.verdicts.get(over);
  if (!verdict) return "";
  if (verdict.type === "refused") return sayRefused(drag.node, target.node.key.keyId, verdict.reason);
  const { region, aliasName } = drag.node.alias;
  onChange({ type: "retarget", region, aliasName, keyId: target.node.key.keyId });
  return "";
}

function sayBegin(drag: Drag): string {
  if (drag.type === "create") return `Let go to name a new alias for key ${shortKeyId(drag.node.key.keyId)}`;
  let possible = 0;
  for (const { type } of drag.verdicts.values()) if (type === "possible") possible += 1;
  const keys = possible === 1 ? "1 key" : `${possible} keys`;
  return `Alias ${displayAlias(drag.node.alias.aliasName)} can point to ${keys}. Drop it on one, or press Escape.`;
}

function sayRefused({ alias }: AliasNode, keyId: string, reason: string): string {
  return `Alias ${displayAlias(alias.aliasName)} cannot point to key ${shortKeyId(keyId)}: ${reason}.`;
}

/** From -1 at the low end and beyond it to 1 at the high end, 0 between the borders. */
function towards(at: number, low: number, high: number): number {
  const depth = (inside: number): number => Math.min(1, Math.max(0, (border - inside) / border)) ** 2;
  return depth(high - at) - depth(at - low);
}

/** The click that comes of letting go is no click. */
function swallowClick(): void {
  const once = new AbortController();
  const options = { capture: true, signal: once.signal };
  window.addEventListener(
    "click",
    (event) => {
      event.stopPropagation();
      event.preventDefault();
      once.abort();
    },
    options,
  );
  // It comes at once or not at all.
  window.addEventListener("pointerdown", () => once.abort(), options);
  window.addEventListener("keydown", () => once.abort(), options);
}
