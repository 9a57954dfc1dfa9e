// Exports the open workspace, handed down by context: its name, its export, and what takes its place.
import { createContext, useContext } from "react";
import { invariant } from "#lib/invariant.ts";
import type { Workspace } from "#storage/workspace.ts";

const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export const WorkspaceProvider = WorkspaceContext.Provider;

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  invariant(workspace, "useWorkspace needs a WorkspaceProvider above it");
  return workspace;
}
