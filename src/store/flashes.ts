// Exports the flash messages above the page. A message is updated in place by its id (in progress -> done).
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** Plain text with emphasised parts: user text never becomes markup. */
export type FlashText = readonly (string | { readonly strong: string })[];

export interface Flash {
  readonly id: string;
  readonly type: "success" | "error" | "warning" | "info" | "in-progress";
  readonly header?: string;
  readonly text: FlashText;
  /** One button, such as "View key" or "Undo". */
  readonly action?: { readonly text: string; readonly onClick: () => void };
  /** Record ids of what was changed. A later message on one of them takes the button away: its Undo has become stale. */
  readonly subjects?: readonly string[];
  /** Log ids of the calls behind the message; offers "View API calls". */
  readonly calls?: readonly string[];
  /** Gives way to the next message: what was said of a copy or a card must not bury the Undo of a change. */
  readonly isPassing?: boolean;
}

const flashes = createStore<{ readonly flashes: readonly Flash[] }>(() => ({ flashes: [] }));
let count = 0;

/** Shows a message, newest first, or replaces the one with the same id. Answers its id. */
export function showFlash(flash: Omit<Flash, "id"> & { readonly id?: string }): string {
  count += 1;
  const shown: Flash = { ...flash, id: flash.id ?? `flash-${count}` };
  flashes.setState(({ flashes: all }) => {
    const kept = all
      .filter(({ id, isPassing }) => id === shown.id || !isPassing)
      .map((old) => (old.id === shown.id ? shown : withoutStaleAction(old, shown)));
    if (kept.includes(shown)) return { flashes: kept };
    // Of a stack only the first is seen.
    const [first] = kept;
    const isSecond = shown.isPassing === true && first?.action !== undefined;
    return { flashes: (isSecond ? [first, shown, ...kept.slice(1)] : [shown, ...kept]).slice(0, 20) };
  });
  return shown.id;
}

function withoutStaleAction(old: Flash, { subjects = [] }: Flash): Flash {
  if (!old.action || !old.subjects?.some((subject) => subjects.includes(subject))) return old;
  const { action: _stale, ...told } = old;
  return told;
}

export function dismissFlash(id: string): void {
  flashes.setState(({ flashes: all }) => ({ flashes: all.filter((flash) => flash.id !== id) }));
}

export function getFlashes(): readonly Flash[] {
  return flashes.getState().flashes;
}

export function useFlashes(): readonly Flash[] {
  return useStore(flashes, (state) => state.flashes);
}
