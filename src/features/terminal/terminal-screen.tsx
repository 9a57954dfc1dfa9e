// Exports TerminalScreen: the log of a tab with its prompt below, scrolled to the end as long as the user does not scroll up.
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { LineEditor } from "./line-editor.tsx";
import { LogView } from "./log-view.tsx";
import type { Terminal } from "./terminal.ts";
import type { TerminalTab } from "./terminal-tab.ts";

interface Props {
  readonly terminal: Terminal;
  readonly tab: TerminalTab;
  readonly isOpen: boolean;
  /** Changes when something was sent here from elsewhere: the prompt takes the focus then. */
  readonly calls: number;
  readonly onEscape: () => void;
}

export function TerminalScreen({ terminal, tab, isOpen, calls, onEscape }: Props) {
  const { log, isRunning, draft } = useSyncExternalStore(tab.state.subscribe, tab.state.get);
  const screen = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const isAtEnd = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these makes the screen longer
  useLayoutEffect(() => {
    if (isAtEnd.current && screen.current) screen.current.scrollTop = screen.current.scrollHeight;
  }, [log, isRunning, draft]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new call asks for the focus again
  useEffect(() => {
    if (isOpen) input.current?.focus({ preventScroll: true });
  }, [isOpen, calls]);
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
      <LogView log={log} />
      <LineEditor terminal={terminal} tab={tab} input={input} onEscape={onEscape} />
    </div>
  );
}
