// Exports the note that outlives the reload after another workspace was put in place: without it, nothing would say that it
// worked. One word is kept for the tab; the name is that of the workspace which is open then.
import { dismissFlash, showFlash } from "#store/flashes.ts";
import { navigate } from "#store/location.ts";
import { href, parseLocation, paths } from "#store/paths.ts";

const storageKey = "kms-sandbox.replaced";
const outcomes = {
  import: { before: "Imported workspace ", after: "." },
  reset: { before: "Workspace ", after: " is open as it was at the first visit." },
  empty: { before: "Workspace ", after: " is open: one account with the default Regions and no KMS keys." },
  restore: { before: "Restored workspace ", after: "." },
} as const;

export type Replacement = keyof typeof outcomes;

/** Keeps the note until the page has been loaded again. */
export function keepReplacedNote(replacement: Replacement): void {
  try {
    sessionStorage.setItem(storageKey, replacement);
  } catch {
    // Blocked or full: the new workspace opens all the same, only untold.
  }
}

/** Undefined where there is no note, or none of ours. It is gone once it was taken. */
function takeReplacedNote(): Replacement | undefined {
  try {
    const kept = sessionStorage.getItem(storageKey);
    sessionStorage.removeItem(storageKey);
    return isReplacement(kept) ? kept : undefined;
  } catch {
    return undefined; // blocked, so nothing was kept either
  }
}

function isReplacement(kept: string | null): kept is Replacement {
  return kept !== null && Object.hasOwn(outcomes, kept);
}

/** Tells, once, what the note says of the workspace that is open now. */
export function tellReplaced(workspaceName: string): void {
  const replacement = takeReplacedNote();
  if (!replacement) return;
  const { before, after } = outcomes[replacement];
  const id = showFlash({
    type: "success",
    text: [before, { strong: workspaceName }, after],
    action: { text: "Restore the previous workspace", onClick: () => openWorkspaceSettings(id) },
  });
}

/** There it is seen which workspace that is, and restored after a question. */
function openWorkspaceSettings(flashId: string): void {
  dismissFlash(flashId);
  const { region = "us-west-2", account } = parseLocation(window.location.search, window.location.hash);
  navigate(href({ region, account }, paths.settings("workspace")));
}
