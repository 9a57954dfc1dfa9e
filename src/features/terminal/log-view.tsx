// Exports LogView: what was typed and what came back, as text; keys and aliases in it lead to their pages.
import { memo, useState } from "react";
import type { Log, LogEntry } from "./output-log.ts";

export function LogView({ log }: { readonly log: Log }) {
  return (
    <div role="log" aria-label="Output of the terminal">
      {log.dropped > 0 && (
        <div className="terminal-note">{`${log.dropped.toLocaleString("en-US")} earlier lines are no longer shown.`}</div>
      )}
      {log.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </div>
  );
}

/** Entries never change, and there may be thousands. */
const Entry = memo(function Entry({ entry: { kind, parts, hint } }: { readonly entry: LogEntry }) {
  return (
    <div className={`terminal-entry terminal-${kind}`}>
      {parts.map((part, i) =>
        typeof part === "string" ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an entry never change
          <a key={i} href={part.href} title="Show in console">
            {part.text}
          </a>
        ),
      )}
      {hint !== undefined && <Explanation text={hint} />}
    </div>
  );
});

function Explanation({ text }: { readonly text: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="terminal-explanation">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Explain
      </button>
      {isOpen && <div>{text}</div>}
    </div>
  );
}
