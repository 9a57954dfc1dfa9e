// Exports which shells were open and in which folders, so that they are there again after a reload. Kept for this tab of the
// browser only: two of them have terminals of their own.

const storageKey = "kms-sandbox.terminal-tabs";

export interface KeptTabs {
  /** The current folder of each shell. */
  readonly folders: readonly string[];
  /** Which of them is shown. */
  readonly active: number;
}

const none: KeptTabs = { folders: [], active: 0 };
/** More tabs than anyone has open. */
const limit = 20;

/** What the page had open before the reload; nothing where that was of another workspace. */
export function keptTabs(workspace: string): KeptTabs {
  let stored: unknown;
  try {
    stored = JSON.parse(sessionStorage.getItem(storageKey) ?? "null");
  } catch {
    return none; // blocked, or not ours: begin with one shell
  }
  if (typeof stored !== "object" || stored === null) return none;
  const { of, folders, active } = stored as Partial<Record<keyof KeptTabs | "of", unknown>>; // each is checked below
  if (of !== workspace || !Array.isArray(folders)) return none;
  return {
    folders: folders.filter((folder) => typeof folder === "string").slice(0, limit),
    active: typeof active === "number" ? active : 0,
  };
}

export function keepTabs(workspace: string, tabs: KeptTabs): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify({ of: workspace, ...tabs }));
  } catch {
    // Blocked or full: the tabs last as long as the page.
  }
}
