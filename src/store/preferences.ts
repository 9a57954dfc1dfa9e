// Exports small preferences of this browser (colour mode, table settings, last Region). They are a convenience: where
// localStorage is blocked they last as long as the page.
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

const storageKey = "kms-sandbox.preferences";

export interface Preferences {
  readonly colourMode: "light" | "dark" | "system";
  readonly lastRegion: string | undefined;
  readonly navigationOpen: boolean;
  /** In pixels; a part of the window until the user has chosen. */
  readonly terminalHeight: number | undefined;
  /** The user has read that the workspace is the sample. */
  readonly sampleNoticeDismissed: boolean;
  /** By table id; each table checks what it reads. */
  readonly tables: Readonly<Record<string, unknown>>;
}

const defaults: Preferences = {
  colourMode: "system",
  lastRegion: undefined,
  navigationOpen: true,
  terminalHeight: undefined,
  sampleNoticeDismissed: false,
  tables: {},
};

/** What an earlier visit left, member by member: the store is as hostile as any other input. */
function read(): Preferences {
  let stored: unknown;
  try {
    stored = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
  } catch {
    return defaults; // blocked, or not ours: start afresh
  }
  if (typeof stored !== "object" || stored === null) return defaults;
  const { colourMode, lastRegion, navigationOpen, terminalHeight, sampleNoticeDismissed, tables } = stored as Partial<
    Record<keyof Preferences, unknown>
  >; // each member is checked below
  return {
    colourMode: colourMode === "light" || colourMode === "dark" ? colourMode : "system",
    lastRegion: typeof lastRegion === "string" ? lastRegion : undefined,
    navigationOpen: navigationOpen !== false,
    terminalHeight: typeof terminalHeight === "number" && Number.isFinite(terminalHeight) ? terminalHeight : undefined,
    sampleNoticeDismissed: sampleNoticeDismissed === true,
    tables: typeof tables === "object" && tables !== null ? { ...tables } : {},
  };
}

const preferences = createStore<Preferences>(() => defaults);

/** Reads what is stored; called once, when the page starts. */
export function loadPreferences(): void {
  preferences.setState(read());
}

export function getPreferences(): Preferences {
  return preferences.getState();
}

export function setPreferences(change: Partial<Preferences>): void {
  preferences.setState(change);
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences.getState()));
  } catch {
    // Blocked or full: the preference lives on in memory, which is all that was promised.
  }
}

export function usePreferences(): Preferences {
  return useStore(preferences);
}
