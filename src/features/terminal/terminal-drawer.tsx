// Exports TerminalDrawer: the terminal at the foot of the page, as CloudShell stands there. Closed, it is hidden and its shells live on.
import Tabs from "@cloudscape-design/components/tabs";
import { type CSSProperties, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Workspace } from "#storage/workspace.ts";
import { usePlace } from "#store/location.ts";
import { setPreferences, usePreferences } from "#store/preferences.ts";
import { useSandbox } from "#store/sandbox.ts";
import { closeTerminal, takeSent, useTerminal, visitTerminal } from "#store/terminal.ts";
import { ResizeHandle } from "./resize-handle.tsx";
import { Terminal } from "./terminal.ts";
import "./terminal.css";
import { TerminalActions } from "./terminal-actions.tsx";
import { TerminalScreen } from "./terminal-screen.tsx";

const minHeight = 120;
/** Until the user has chosen: a list above keeps some of its rows. */
const defaultHeight = 260;
/** What must stay to be seen of the page above. */
const pageHeight = 160;

export function TerminalDrawer({ workspace }: { readonly workspace: Workspace }) {
  const sandbox = useSandbox();
  const place = usePlace();
  const { isOpen, sent, visits } = useTerminal();
  const { terminalHeight } = usePreferences();
  const [terminal] = useState(() => new Terminal(sandbox, workspace, place, closeTerminal));
  const section = useRef<HTMLElement>(null);
  const windowHeight = useSyncExternalStore(onResize, () => window.innerHeight);
  const max = Math.max(minHeight, windowHeight - pageHeight);
  const height = Math.min(
    Math.max(terminalHeight ?? Math.min(defaultHeight, Math.round(windowHeight * 0.4)), minHeight),
    max,
  );

  useEffect(() => {
    void terminal.ready();
    return () => terminal.dispose();
  }, [terminal]);
  useEffect(() => terminal.setPlace(place), [terminal, place]);
  useEffect(() => {
    if (sent.length === 0) return;
    for (const text of takeSent()) terminal.offer(text);
    visitTerminal(); // anew: the lines may stand at the prompt of another tab
  }, [terminal, sent]);
  // After a reload the terminal is there, and the focus stays where the page begins.
  useEffect(() => {
    if (visits > 0) section.current?.querySelector("textarea")?.focus({ preventScroll: true });
  }, [visits]);

  // A number as a style is not in React's types for custom properties.
  const style = { "--terminal-height": `${height}px` } as CSSProperties;
  return (
    <section
      ref={section}
      aria-label="CloudShell"
      className="terminal"
      hidden={!isOpen}
      style={style}
      // Who clicks on a tab wants to type there; by keyboard one stays among the tabs, which keep the click to themselves.
      onClickCapture={({ detail, target }) => {
        const isPointer = detail > 0;
        // With a close button beside them the tabs are an application of buttons.
        const tabs = "[role=tablist], [role=application]";
        if (isPointer && target instanceof Element && target.closest(tabs)) setTimeout(visitTerminal); // the tab takes the focus first
      }}
    >
      <ResizeHandle
        height={height}
        min={minHeight}
        max={max}
        onResize={(next) => setPreferences({ terminalHeight: next })}
      />
      <TerminalTabs terminal={terminal} />
    </section>
  );
}

function TerminalTabs({ terminal }: { readonly terminal: Terminal }) {
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
        content: <TerminalScreen terminal={terminal} tab={tab} onEscape={closeTerminal} />,
      }))}
    />
  );
}

function onResize(changed: () => void): () => void {
  window.addEventListener("resize", changed);
  return () => window.removeEventListener("resize", changed);
}
