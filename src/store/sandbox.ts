// Exports what the React tree stands on: the engine, the World store and the kept history, handed down by context.
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Commit, Engine, SandboxEvent, TrailEvent, World } from "#kms/index.ts";
import { invariant } from "#lib/invariant.ts";
import type { WorldStore } from "./world-store.ts";

/** What has happened in the workspace, as far back as it is kept. */
export interface History {
  /** Up to `limit` commits with a seq below `before`, newest first. @throws StorageError */
  recentCommits(limit: number, before?: number): Promise<readonly Commit[]>;
  /** Up to `limit` events, those of calls that changed nothing too, newest first. @throws StorageError */
  recentEvents(limit: number): Promise<readonly { readonly event: TrailEvent | SandboxEvent }[]>;
}

export interface Sandbox {
  readonly engine: Engine;
  readonly worldStore: WorldStore;
  readonly history: History;
}

const SandboxContext = createContext<Sandbox | undefined>(undefined);

export const SandboxProvider = SandboxContext.Provider;

export function useSandbox(): Sandbox {
  const sandbox = useContext(SandboxContext);
  invariant(sandbox, "useSandbox needs a SandboxProvider above it");
  return sandbox;
}

/** Selects from the World; the view redraws when the selected value changes identity. Select tables, derive with useMemo. */
export function useWorld<T>(select: (world: World) => T): T {
  return useStore(useSandbox().worldStore, ({ world }) => select(world));
}
