// Exports how the page begins: the workspace is opened, the engine is built on it, and both are kept in step with other tabs.
import { createEngine, type Engine } from "#kms/index.ts";
import { openWorkspace } from "#storage/open-workspace.ts";
import type { Workspace } from "#storage/workspace.ts";
import { showFlash } from "#store/flashes.ts";
import type { Sandbox } from "#store/sandbox.ts";
import { createWorldStore } from "#store/world-store.ts";

/** How often the sandbox looks for what has fallen due while nobody calls. */
const tickMs = 30_000;

export interface Booted {
  readonly sandbox: Sandbox;
  readonly workspace: Workspace;
}

/** @throws StorageError when the workspace cannot be opened. */
export async function boot(): Promise<Booted> {
  const workspace = await openWorkspace({
    // Another tab has reset, imported or restored: this page shows what no longer is.
    onReplaced: () => window.location.reload(),
    onOutdated: tellOutdated,
  });
  if (workspace.memoryReason !== undefined) tellMemoryOnly(workspace.memoryReason);
  const worldStore = createWorldStore(workspace.world);
  const engine = createEngine({
    ...workspace,
    now: Date.now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    state: worldStore.port,
    strict: import.meta.env.DEV,
  });
  workspace.subscribe(worldStore.port.apply);
  keepTime(engine);
  return { sandbox: { engine, worldStore, history: workspace }, workspace };
}

function keepTime(engine: Engine): void {
  const settle = (): void => {
    engine.settle().catch((error: unknown) =>
      showFlash({
        id: "settle",
        type: "error",
        header: "What has fallen due could not be saved",
        text: [error instanceof Error ? error.message : String(error)],
      }),
    );
  };
  settle();
  setInterval(settle, tickMs);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && settle());
}

function tellMemoryOnly(reason: string): void {
  showFlash({
    id: "memory-only",
    type: "warning",
    header: "This workspace is kept in memory only",
    text: [reason, " Everything works, but it is gone when this page is closed or reloaded."],
  });
}

function tellOutdated(reason: string): void {
  showFlash({
    id: "outdated",
    type: "error",
    header: "This page can no longer save changes",
    text: [reason],
    action: { text: "Reload page", onClick: () => window.location.reload() },
  });
}
