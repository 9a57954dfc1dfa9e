// Exports followLinks: clicks on links to pages of this app change the URL without loading the page anew. Modified clicks,
// downloads and links that leave are the browser's.
import { navigate } from "#store/location.ts";

function isPlain(event: MouseEvent): boolean {
  return (
    !event.defaultPrevented &&
    event.button === 0 &&
    !event.metaKey &&
    !event.ctrlKey &&
    !event.shiftKey &&
    !event.altKey
  );
}

function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || !isPlain(event)) return;
  if (link.hasAttribute("download") || (link.target !== "" && link.target !== "_self")) return;
  const here = window.location;
  // Links within the page (a skip link) have a hash that is no route.
  const isOwn = link.origin === here.origin && link.pathname === here.pathname && link.hash.startsWith("#/");
  if (!isOwn) return;
  event.preventDefault();
  navigate(link.search + link.hash);
}

/** Starts following; called once, when the page starts. */
export function followLinks(): void {
  // On the window, so that React's own handlers have had their say.
  window.addEventListener("click", onClick);
}
