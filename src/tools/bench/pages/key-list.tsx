// The real key list over `?keys=n` keys, each with an alias. `window.keystrokes` holds, for each one typed into the filter, the
// milliseconds from the event to the end of the frame after it.
import "@cloudscape-design/global-styles/index.css";
import { createRoot } from "react-dom/client";
import { CustomerKeysPage } from "#features/keys/list/customer-keys-page.tsx";
import { invariant } from "#lib/invariant.ts";
import { type History, SandboxProvider } from "#store/sandbox.ts";
import { createWorldStore } from "#store/world-store.ts";
import { engineOn, place, worldOf } from "#tools/bench/bench-world.ts";

const size = Number(new URLSearchParams(location.search).get("keys"));
invariant(Number.isInteger(size) && size > 0, "the URL says how many keys");
history.replaceState(null, "", `?keys=${size}&region=${place.region}#/kms/keys`);

const world = worldOf({ keys: size, aliases: size });
const keystrokes: number[] = [];
addEventListener(
  "keydown",
  ({ timeStamp }) => {
    // The task after a frame begins when the frame has been painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => keystrokes.push(performance.now() - timeStamp);
      port2.postMessage(undefined);
    });
  },
  { capture: true },
);
Object.assign(globalThis, { keystrokes });

const nothing: History = { recentCommits: async () => [], recentEvents: async () => [] };
const root = document.getElementById("root");
invariant(root, "the page has a root");
createRoot(root).render(
  <SandboxProvider value={{ engine: engineOn(world).engine, worldStore: createWorldStore(world), history: nothing }}>
    <CustomerKeysPage />
  </SandboxProvider>,
);
