// Exports the drafts of this browser: what the user has made of each sample, so that a reload loses nothing. Code holds no
// key material; where localStorage is blocked or full, drafts last as long as the page.

const storageKey = "kms-sandbox.playground";
const maxDrafts = 20;
const maxCharacters = 200_000;

let drafts: ReadonlyMap<string, string> | undefined;

function read(): ReadonlyMap<string, string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    if (!Array.isArray(stored)) return new Map();
    return new Map(stored.filter(isDraft).slice(-maxDrafts));
  } catch {
    return new Map(); // blocked, or not ours
  }
}

function isDraft(entry: unknown): entry is [string, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === "string");
}

/** The draft of a sample, or undefined when it is as it came. */
export function readDraft(id: string): string | undefined {
  drafts ??= read();
  return drafts.get(id);
}

/** Keeps a draft as the latest; undefined gives the sample back. The oldest beyond the limit are forgotten. */
export function writeDraft(id: string, code: string | undefined): void {
  drafts ??= read();
  const others = [...drafts].filter(([other]) => other !== id);
  drafts = new Map(
    code === undefined ? others : [...others.slice(1 - maxDrafts), [id, code.slice(0, maxCharacters)] as const],
  );
  try {
    localStorage.setItem(storageKey, JSON.stringify([...drafts]));
  } catch {
    // It lives on in memory.
  }
}
