// Exports where the user is: account and Region, route and parameters, all of it in the URL, so that reload, the back
// button and a pasted link do what they should.
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { listAccounts } from "#kms/index.ts";
import { href, type Location, parseLocation } from "./paths.ts";
import { useWorld } from "./sandbox.ts";

const changed = "kms-sandbox:location";

function subscribe(onChange: () => void): () => void {
  const events = ["popstate", "hashchange", changed] as const;
  for (const event of events) window.addEventListener(event, onChange);
  return () => {
    for (const event of events) window.removeEventListener(event, onChange);
  };
}

const snapshot = (): string => window.location.search + window.location.hash;

/** Asked before a navigation; false keeps the user where they are (unsaved changes). `proceed` goes on after all. */
type Guard = (proceed: () => void) => boolean;
let guard: Guard | undefined;

/** Sets the guard of the page that is open; undefined removes it. */
export function guardNavigation(next: Guard | undefined): void {
  guard = next;
}

const pageOf = (hash: string): string => hash.split("?", 1)[0] ?? "";

/** Goes to a relative URL made by `href`. `replace` leaves no entry behind for the back button. */
export function navigate(url: string, options: { readonly replace?: boolean } = {}): void {
  const go = (): void => {
    const before = pageOf(window.location.hash);
    if (options.replace) window.history.replaceState(null, "", url);
    else window.history.pushState(null, "", url);
    // A new page begins at its top; going back, the browser finds the old place again.
    if (!options.replace && pageOf(window.location.hash) !== before) window.scrollTo(0, 0);
    window.dispatchEvent(new Event(changed));
  };
  if (!guard || guard(go)) go();
}

export function useLocation(): Location {
  const current = useSyncExternalStore(subscribe, snapshot);
  return useMemo(() => {
    const at = current.indexOf("#");
    return at < 0 ? parseLocation(current, "") : parseLocation(current.slice(0, at), current.slice(at));
  }, [current]);
}

/** The account and Region of the page that is shown. Pages are only rendered when both exist and are enabled. */
export function usePlace(): { readonly account: string; readonly region: string } {
  const { region = "", account } = useLocation();
  const firstAccount = useWorld((world) => listAccounts(world)[0]?.account ?? "");
  return useMemo(() => ({ region, account: account ?? firstAccount }), [region, account, firstAccount]);
}

export interface Links {
  /** The URL of a route (from `paths`) in the present account and Region, or in those given. */
  href(path: string, place?: { readonly region?: string; readonly account?: string }): string;
  go(path: string, options?: { readonly replace?: boolean; readonly region?: string; readonly account?: string }): void;
}

/** Links that keep the account and Region of the page. */
export function useLinks(): Links {
  const { region = "", account } = useLocation();
  const link = useCallback<Links["href"]>(
    (path, place = {}) => href({ region: place.region ?? region, account: place.account ?? account }, path),
    [region, account],
  );
  return useMemo(() => ({ href: link, go: (path, options = {}) => navigate(link(path, options), options) }), [link]);
}
