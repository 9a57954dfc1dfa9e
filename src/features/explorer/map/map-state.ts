// Exports the state of the hand on the map: what is active, what is being dragged, and what was said last. It stands outside of
// React's tree, so that a pointer that moves redraws the two or three nodes it concerns and not the thousands it does not.
import { createContext, type RefObject, useContext, useEffect, useSyncExternalStore } from "react";
import type { AliasNode, KeyNode } from "#features/explorer/types.ts";
import { invariant } from "#lib/invariant.ts";
import type { DragVerdict } from "./drag-verdicts.ts";

/** What is in the hand: an alias on its way to another key, or a new alias on its way out of a key. */
export type Drag =
  | {
      readonly type: "retarget";
      readonly node: AliasNode;
      /** By the id of the key's node. */
      readonly verdicts: ReadonlyMap<string, DragVerdict>;
    }
  | { readonly type: "create"; readonly node: KeyNode };

export interface MapState {
  /** The node or edge that takes the keyboard: one tab stop for the whole map. */
  readonly active: string | undefined;
  /** The node whose edges stand out, or such an edge: what was pressed or has the focus. */
  readonly shown: string | undefined;
  /** Whether what is active is to take the focus as soon as it is drawn. Whoever takes it says so. */
  readonly isFocusWanted: boolean;
  readonly drag: Drag | undefined;
  /** The key node under the pointer while dragging. */
  readonly over: string | undefined;
  /** Said last; shown, and read out by screen readers. */
  readonly notice: string;
}

export interface MapStore {
  get(): MapState;
  set(change: Partial<MapState>): void;
  subscribe(listener: () => void): () => void;
}

const atRest: MapState = {
  active: undefined,
  shown: undefined,
  isFocusWanted: false,
  drag: undefined,
  over: undefined,
  notice: "",
};

export function createMapStore(): MapStore {
  let state = atRest;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What the nodes are handed: the store, and what they can ask for. Its identity never changes. */
export interface MapHandle {
  readonly store: MapStore;
  openMenu(nodeId: string, at: { readonly x: number; readonly y: number }): void;
  createAlias(node: KeyNode): void;
  /** Shows one by one what stands in a group. */
  openGroup(nodeId: string): void;
}

const MapContext = createContext<MapHandle | undefined>(undefined);

export const MapHandleProvider = MapContext.Provider;

export function useMapHandle(): MapHandle {
  const handle = useContext(MapContext);
  invariant(handle, "a node of the map needs a MapHandleProvider above it");
  return handle;
}

/** Selects from the state; select texts, numbers and claims only, since an object of its own would redraw each time. */
export function useMapState<T extends string | number | boolean | undefined>(select: (state: MapState) => T): T {
  const { store } = useMapHandle();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** Makes a node or edge the tab stop when it is active, and gives it the focus when that is wanted. @returns whether it is. */
export function useStop(id: string, element: RefObject<HTMLElement | SVGElement | null>): boolean {
  const { store } = useMapHandle();
  const isActive = useMapState(({ active }) => active === id);
  const isWanted = useMapState(({ active, isFocusWanted }) => active === id && isFocusWanted);
  useEffect(() => {
    if (!isWanted) return;
    store.set({ isFocusWanted: false });
    element.current?.focus({ preventScroll: true });
  }, [isWanted, store, element]);
  return isActive;
}

interface Mark {
  readonly mark: "possible" | "over" | "refused";
  /** Why it cannot be the target, or what is to be minded when it becomes it. */
  readonly words: string | undefined;
}

/** What a key is to the alias in the hand; undefined while there is none. */
export function markOf({ drag, over }: MapState, keyNodeId: string): Mark | undefined {
  const verdict = drag?.type === "retarget" ? drag.verdicts.get(keyNodeId) : undefined;
  if (!verdict) return undefined;
  if (verdict.type === "refused") return { mark: "refused", words: verdict.reason };
  return { mark: over === keyNodeId ? "over" : "possible", words: verdict.caution };
}
