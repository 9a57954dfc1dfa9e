// Exports the selection of cells. It stands outside of React's tree, so that a cell that is ticked redraws itself and not the
// hundreds around it.
import { useSyncExternalStore } from "react";

export interface Selection {
  /** The alias nodes that are selected, by id. Another set after each change. */
  ids(): ReadonlySet<string>;
  set(ids: Iterable<string>): void;
  toggle(id: string): void;
  subscribe(listener: () => void): () => void;
}

export function createSelection(): Selection {
  let selected: ReadonlySet<string> = new Set();
  const listeners = new Set<() => void>();
  const set = (ids: Iterable<string>): void => {
    selected = new Set(ids);
    for (const listener of listeners) listener();
  };
  return {
    ids: () => selected,
    set,
    toggle(id) {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      set(next);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useSelectedIds({ ids, subscribe }: Selection): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, ids);
}

export function useIsSelected({ ids, subscribe }: Selection, id: string): boolean {
  return useSyncExternalStore(subscribe, () => ids().has(id));
}
