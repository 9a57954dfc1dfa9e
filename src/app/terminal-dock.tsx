// Exports the foot of the page: the terminal, which is loaded when it is first opened, over the footer.
import { lazy, Suspense, useRef } from "react";
import { useWorkspace } from "#features/workspace/workspace-context.ts";
import { useTerminal } from "#store/terminal.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";

const TerminalDrawer = lazy(async () => ({
  default: (await import("#features/terminal/terminal-drawer.tsx")).TerminalDrawer,
}));

export function TerminalDock() {
  const { isOpen } = useTerminal();
  const wasOpened = useRef(false);
  wasOpened.current ||= isOpen;
  const workspace = useWorkspace();
  return (
    <div id="bottom-dock">
      {wasOpened.current && (
        <ErrorBoundary>
          <Suspense>
            <TerminalDrawer workspace={workspace} />
          </Suspense>
        </ErrorBoundary>
      )}
      <BottomBar />
    </div>
  );
}
