// Exports LineEditor: the prompt and the line that is typed behind it, with what completion and history search tell.
import { type RefObject, useSyncExternalStore } from "react";
import type { Terminal } from "./terminal.ts";
import type { TerminalTab } from "./terminal-tab.ts";
import { useLineKeys } from "./use-line-keys.ts";

interface Props {
  readonly terminal: Terminal;
  readonly tab: TerminalTab;
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly onEscape: () => void;
}

export function LineEditor({ terminal, tab, input, onEscape }: Props) {
  const { draft, isRunning } = useSyncExternalStore(tab.state.subscribe, tab.state.get);
  const keys = useLineKeys(terminal, tab, input, onEscape);
  const { search, candidates, isLeaving } = keys;
  const shown = search ? search.query : draft;
  const prompt = search ? "(reverse-i-search) " : isRunning ? "running... " : tab.prompt();
  return (
    <>
      <div className="terminal-line">
        <span aria-hidden className={isRunning ? "terminal-prompt terminal-running" : "terminal-prompt"}>
          {prompt}
        </span>
        <textarea
          ref={input}
          aria-label={search ? "Search the history" : "Command line"}
          aria-busy={isRunning}
          rows={shown.split("\n", 50).length}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          value={shown}
          onChange={({ target }) => keys.onChange(target.value)}
          onKeyDown={keys.onKeyDown}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData("text/plain");
            if (search || (!/[\r\n]/.test(pasted) && pasted.length < 10_000)) return;
            event.preventDefault();
            const { value, selectionStart, selectionEnd } = event.currentTarget;
            tab.paste(value.slice(0, selectionStart), pasted, value.slice(selectionEnd));
          }}
        />
      </div>
      <div role="status" className="terminal-aside">
        {search && (search.match || (search.query === "" ? "Type a part of an earlier line." : "No such line."))}
        {isLeaving && "Press Escape again to close the terminal. The line stays."}
        {candidates.length > 0 && (
          <ul aria-label="Completions">
            {candidates.map((candidate) => (
              <li key={candidate}>{candidate}</li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
