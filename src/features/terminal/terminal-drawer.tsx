// Exports TerminalDrawer: the terminal at the foot of the page, as CloudShell stands there. Closed, it is hidden and its shells live on.
import Tabs from "@cloudscape-design/components/tabs";
import { type CSSProperties, useEffect, useState, useSyncExternalStore } from "react";
import type { Workspace } from "#storage/workspace.ts";
import { usePlace } from "#store/location.ts";
import { setPreferences, usePreferences } from "#store/preferences.ts";
import { useSandbox } from "#store/sandbox.ts";
import { closeTerminal, takeAsked, useTerminal } from "#store/terminal.ts";
import { ResizeHandle } from "./resize-handle.tsx";
import { Terminal } from "./terminal.ts";
import "./terminal.css";
import { TerminalActions } from "./terminal-actions.tsx";
import { TerminalScreen } from "./terminal-screen.tsx";

const minHeight = 120;
/** What must stay to be seen of the page above. */
const pageHeight = 160;

export function TerminalDrawer({ workspace }: { readonly workspace: Workspace }) {
  const sandbox = useSandbox();
  const place = usePlace();
  const { isOpen, asked } = useTerminal();
  const { terminalHeight } = usePreferences();
  const [terminal] = useState(() => new Terminal(sandbox, workspace, place, closeTerminal));
  const [calls, setCalls] = useState(0);
  const windowHeight = useSyncExternalStore(onResize, () => window.innerHeight);
  const max = Math.max(minHeight, windowHeight - pageHeight);
  const height = Math.min(Math.max(terminalHeight ?? Math.round(windowHeight * 0.4), minHeight), max);

  useEffect(() => {
    void terminal.ready();
    return () => terminal.dispose();
  }, [terminal]);
  useEffect(() => terminal.setPlace(place), [terminal, place]);
  useEffect(() => {
    if (asked.length === 0) return;
    for (const text of takeAsked()) terminal.activeTab?.submit(text);
    setCalls((count) => count + 1);
  }, [terminal, asked]);

  // A number as a style is not in React's types for custom properties.
  const style = { "--terminal-height": `${height}px` } as CSSProperties;
  return (
    <section aria-label="CloudShell" className="terminal" hidden={!isOpen} style={style}>
      <ResizeHandle
        height={height}
        min={minHeight}
        max={max}
        onResize={(next) => setPreferences({ terminalHeight: next })}
      />
      <TerminalTabs terminal={terminal} isOpen={isOpen} calls={calls} />
    </section>
  );
}

interface TabsProps {
  readonly terminal: Terminal;
  readonly isOpen: boolean;
  readonly calls: number;
}

function TerminalTabs({ terminal, isOpen, calls }: TabsProps) {
  const { tabs, active } = useSyncExternalStore(terminal.state.subscribe, terminal.state.get);
  return (
    <Tabs
      ariaLabel="Shells"
      activeTabId={active}
      onChange={({ detail }) => terminal.activate(detail.activeTabId)}
      disableContentPaddings
      actions={<TerminalActions terminal={terminal} onClose={closeTerminal} />}
      tabs={tabs.map((tab, i) => ({
        id: tab.id,
        label: `Shell ${i + 1}`,
        dismissible: tabs.length > 1,
        dismissLabel: `Close shell ${i + 1}`,
        onDismiss: () => terminal.closeTab(tab.id),
        content: (
          <TerminalScreen terminal={terminal} tab={tab} isOpen={isOpen} calls={calls} onEscape={closeTerminal} />
        ),
      }))}
    />
  );
}

function onResize(changed: () => void): () => void {
  window.addEventListener("resize", changed);
  return () => window.removeEventListener("resize", changed);
}
