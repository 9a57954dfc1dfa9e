// Exports workspaces that live as long as the page or the Node process does.
import { invariant } from "#lib/invariant.ts";
import type { Home, WorkspaceInfo } from "./home.ts";
import { createMemoryStore } from "./memory-store.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

export function createMemoryHome(): Home {
  const workspaces = new Map<string, { readonly info: WorkspaceInfo; readonly store: WorkspaceStore }>();
  let current: string | undefined;
  let previous: string | undefined;
  const infoOf = (id: string | undefined) => (id === undefined ? undefined : workspaces.get(id)?.info);

  return {
    kind: "memory",
    prefix: "kms-sandbox.memory",
    current: async () => infoOf(current),
    previous: async () => infoOf(previous),
    async create(info, contents) {
      workspaces.set(info.id, { info, store: createMemoryStore(contents) });
    },
    async open(id) {
      const found = workspaces.get(id);
      invariant(found, `there is no workspace ${id}`);
      return found.store;
    },
    async makeCurrent(id, from) {
      if (current !== from) return false;
      previous = from;
      current = id;
      for (const each of workspaces.keys()) if (each !== current && each !== previous) workspaces.delete(each);
      return true;
    },
    sweep: async () => undefined,
  };
}
