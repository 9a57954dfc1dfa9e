// The real alias explorer over `?aliases=n` aliases, each with an edge to one of n/10 keys. `window.explorer` tells how long it
// took until the map stood; the longest that nothing else could run, and the frames, since the start or the last `watch()`.
import "@cloudscape-design/global-styles/index.css";
import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { ExplorerPage } from "#features/explorer/explorer-page.tsx";
import { invariant } from "#lib/invariant.ts";
import { SandboxProvider } from "#store/sandbox.ts";
import { createWorldStore } from "#store/world-store.ts";
import { engineOn, place, worldOf } from "#tools/bench/bench-world.ts";

const aliases = Number(new URLSearchParams(location.search).get("aliases"));
invariant(Number.isInteger(aliases) && aliases > 0, "the URL says how many aliases");
history.replaceState(null, "", `?aliases=${aliases}&region=${place.region}#/sandbox/explorer?regions=one`);

const world = worldOf({ keys: Math.ceil(aliases / 10), aliases });
const watched = { opened: undefined as number | undefined, longest: 0, frames: [] as number[], watch };
let generation = 0;
/** Tasks that began earlier do not count: making the World is no part of opening the page. */
let since = Number.POSITIVE_INFINITY;

/** Begins to note the milliseconds between frames anew. */
function watch(): void {
  generation += 1;
  const mine = generation;
  const frames: number[] = [];
  watched.frames = frames;
  watched.longest = 0;
  since = performance.now();
  let last: number | undefined;
  const tick = (now: number): void => {
    if (mine !== generation) return;
    if (last !== undefined) frames.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}
Object.assign(globalThis, { explorer: watched });

const root = document.getElementById("root");
invariant(root, "the page has a root");
const nothing = { recentCommits: async () => [], recentEvents: async () => [] };
const page = (
  <SandboxProvider value={{ engine: engineOn(world).engine, worldStore: createWorldStore(world), history: nothing }}>
    <ExplorerPage />
  </SandboxProvider>
);
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries())
    if (startTime >= since) watched.longest = Math.max(watched.longest, duration);
}).observe({ type: "longtask" });
const observer = new MutationObserver(() => {
  if (!document.querySelector("[data-node]")) return;
  observer.disconnect();
  requestAnimationFrame(() => {
    watched.opened = performance.now() - since;
  });
});
observer.observe(root, { childList: true, subtree: true });

// Opened in a task that begins later than now; as a transition, as the app draws a page that has just been loaded.
setTimeout(() => startTransition(() => createRoot(root).render(page)));
since = performance.now();
