// Exports the one store of records: it holds the World and takes commits, nothing else. Vanilla zustand, so that Node has it too.
import { createStore, type StoreApi } from "zustand/vanilla";
import { applyDiff, type Commit, type World } from "#kms/index.ts";

export interface WorldState {
  readonly world: World;
}

export interface WorldStore extends Pick<StoreApi<WorldState>, "getState" | "getInitialState" | "subscribe"> {
  /** The engine's `state` port. Commits arrive in order of their seq; one that has been taken already is passed over. */
  readonly port: { get(): World; apply(commit: Commit): void };
}

export function createWorldStore(initial: World): WorldStore {
  const store = createStore<WorldState>(() => ({ world: initial }));
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    port: {
      get: () => store.getState().world,
      apply({ seq, diff }) {
        const { world } = store.getState();
        if (seq > world.seq) store.setState({ world: applyDiff(world, diff, seq) });
      },
    },
  };
}
