// Exports what the cells of the matrix are handed by context: columns stand outside the component, cells act through this.
import { createContext, useContext } from "react";
import type { AliasNode, Lens } from "#features/explorer/types.ts";
import { invariant } from "#lib/invariant.ts";
import type { Selection } from "./selection.ts";
import type { Spread } from "./spread.ts";

export interface MatrixHandle {
  readonly lens: Lens;
  /** The full name that is in focus. */
  readonly focus: string | undefined;
  readonly isReadOnly: boolean;
  readonly isSelecting: boolean;
  readonly selection: Selection;
  spreadOf(aliasName: string): Spread;
  onFocus(aliasName: string | undefined): void;
  openMenu(node: AliasNode, opener: HTMLElement): void;
  createHere(aliasName: string, region: string): void;
}

const MatrixContext = createContext<MatrixHandle | undefined>(undefined);

export const MatrixHandleProvider = MatrixContext.Provider;

export function useMatrixHandle(): MatrixHandle {
  const handle = useContext(MatrixContext);
  invariant(handle, "a cell of the matrix needs a MatrixHandleProvider above it");
  return handle;
}
