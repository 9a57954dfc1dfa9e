// Exports the drafts of this browser: what the user has made of each sample, so that a reload loses nothing. Code holds no
// key material; where localStorage is blocked or full, drafts last as long as the page. Each has its own key in the storage,
// so that two tabs with two samples do not write over each other.

const prefix = "kms-sandbox.playground:";
const maxDrafts = 20;
/** Longer code is not kept; whoever writes it is told. */
export const maxDraftCharacters = 200_000;
/** One writing for a burst of keys. */
const writeAfterMs = 300;

/** As this tab has them: another tab with the same sample does not change what this one shows and runs. */
const known = new Map<string, string | undefined>();
const unwritten = new Set<string>();
let writing: ReturnType<typeof setTimeout> | undefined;

/** The draft of a sample, or undefined when it is as it came. */
export function readDraft(id: string): string | undefined {
  if (!known.has(id)) known.set(id, readStored(id));
  return known.get(id);
}

function readStored(id: string): string | undefined {
  try {
    return parse(localStorage.getItem(prefix + id))?.code;
  } catch {
    return undefined; // blocked
  }
}

/** Keeps a draft as the latest; undefined gives the sample back. The oldest beyond the limit are forgotten. */
export function writeDraft(id: string, code: string | undefined): void {
  known.set(id, code);
  unwritten.add(id);
  clearTimeout(writing);
  writing = setTimeout(flushDrafts, writeAfterMs);
}

/** Writes what waits: the page may go at any time after it was hidden. */
export function flushDrafts(): void {
  clearTimeout(writing);
  if (unwritten.size === 0) return;
  for (const id of unwritten) {
    const code = known.get(id);
    if (code !== undefined && code.length > maxDraftCharacters) continue; // it lives on in memory
    try {
      if (code === undefined) localStorage.removeItem(prefix + id);
      else localStorage.setItem(prefix + id, JSON.stringify({ at: Date.now(), code }));
      unwritten.delete(id);
    } catch {
      // It lives on in memory.
    }
  }
  forgetOldest();
}

function forgetOldest(): void {
  try {
    const stored = Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => ({ key, at: parse(localStorage.getItem(key))?.at ?? 0 }))
      .sort((one, other) => other.at - one.at);
    for (const { key } of stored.slice(maxDrafts)) localStorage.removeItem(key);
  } catch {
    // Blocked: there is nothing to forget.
  }
}

function parse(text: string | null): { readonly at: number; readonly code: string } | undefined {
  if (text === null) return undefined;
  try {
    const stored: { readonly at?: unknown; readonly code?: unknown } | null = JSON.parse(text);
    const { at, code } = stored ?? {};
    return typeof at === "number" && typeof code === "string" ? { at, code } : undefined;
  } catch {
    return undefined; // not ours
  }
}
