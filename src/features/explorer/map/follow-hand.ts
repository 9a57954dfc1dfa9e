// Exports followHand: what happens from a press on the map to its end. What follows the hand is moved by hand itself; React
// draws only when something begins, ends, or another key comes under the hand.
import type { MapNode } from "#features/explorer/model/layout.ts";
import { beginDrag, type DragOptions, drop, sayBegin } from "./drag-outcome.ts";
import type { Drag } from "./map-state.ts";
import { type Point, panAtBorder } from "./pan-at-border.ts";

/** Around the end of the line. */
const ring = "m -7 0 a 7 7 0 1 0 14 0 a 7 7 0 1 0 -14 0";
/** A click that shakes is no drag. */
const threshold = 5;

/** Follows the pointer that went `down` until it is let go. @returns what ends it at once. */
export function followHand(latest: { readonly current: DragOptions }, node: MapNode, down: PointerEvent): () => void {
  const from: Point = { x: down.clientX, y: down.clientY };
  const listening = new AbortController();
  const { signal } = listening;
  const { store } = latest.current.handle;
  let drag: Drag | undefined;
  let at = from;
  const stood = latest.current.camera.at();

  const stop = (notice = ""): void => {
    listening.abort();
    panning.stop();
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

  const panning = panAtBorder(
    () => latest.current.canvas.current?.getBoundingClientRect(),
    () => at,
    (dx, dy) => {
      latest.current.camera.panBy(dx, dy);
      draw();
    },
  );

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
    panning.start();
    return true;
  };

  // A second finger on the map is another pointer: it neither moves what is in the hand nor lets it go.
  const on = (type: "pointermove" | "pointerup" | "pointercancel", act: (event: PointerEvent) => void): void => {
    const listener = (event: PointerEvent): void => {
      if (event.pointerId === down.pointerId) act(event);
    };
    window.addEventListener(type, listener, { signal });
  };
  on("pointermove", (event) => {
    at = { x: event.clientX, y: event.clientY };
    if (!drag && (Math.hypot(at.x - from.x, at.y - from.y) < threshold || !begin())) return;
    draw();
  });
  on("pointerup", () => {
    const [dropped, over] = [drag, store.get().over];
    if (dropped) swallowClick();
    if (dropped) stop(drop(latest.current, dropped, over));
    else stop();
  });
  on("pointercancel", () => cancel());
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
