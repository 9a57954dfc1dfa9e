// Exports TerminalScreen: the log of a tab with its prompt below, scrolled to the end as long as the user does not scroll up.
import { useEffect, useRef, useSyncExternalStore } from "react";
import { LineEditor } from "./line-editor.tsx";
import { LogView } from "./log-view.tsx";
import type { Terminal } from "./terminal.ts";
import type { TerminalTab } from "./terminal-tab.ts";

interface Props {
  readonly terminal: Terminal;
  readonly tab: TerminalTab;
  readonly onEscape: () => void;
}

export function TerminalScreen({ terminal, tab, onEscape }: Props) {
  const { log } = useSyncExternalStore(tab.state.subscribe, tab.state.get);
  const screen = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    const { current } = content;
    if (!current) return;
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current && screen.current) screen.current.scrollTop = screen.current.scrollHeight;
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the prompt means the prompt; by keyboard it has its own stop
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      ref={screen}
      className="terminal-screen"
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < 40;
      }}
      onClick={({ target }) => {
        const isOwn = target instanceof Element && target.closest("a, button, textarea") !== null;
        if (!isOwn && !window.getSelection()?.toString()) input.current?.focus({ preventScroll: true });
      }}
    >
      <div ref={content}>
        <LogView log={log} />
        <LineEditor terminal={terminal} tab={tab} input={input} onEscape={onEscape} />
      </div>
    </div>
  );
}
