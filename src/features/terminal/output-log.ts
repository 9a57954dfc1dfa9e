// Exports the log of a tab: what was typed and what came back, held to a size that a page can show.
import { findLinks, type Linker, type TextPart } from "./find-links.ts";

export interface LogEntry {
  readonly id: number;
  readonly kind: "input" | "output" | "error" | "note";
  readonly parts: readonly TextPart[];
  /** What may help after a failed `aws` line, behind a button. */
  readonly hint?: string;
}

export interface Log {
  readonly entries: readonly LogEntry[];
  /** Lines that are no longer shown. */
  readonly dropped: number;
}

export const emptyLog: Log = { entries: [], dropped: 0 };

export const shownLines = 5000;
const shownCharacters = 1_000_000;
/** Beyond it nobody follows a link, and looking for them takes time. */
const linkedCharacters = 100_000;

export interface NewEntry {
  readonly kind: LogEntry["kind"];
  readonly text: string;
  readonly hint?: string;
}

/** The text without the sequences by which programs colour a terminal; other control characters are made visible. */
export function printableText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      .replace(/\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])/g, "")
      .replace(/\r\n/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
      .replace(/[\x00-\x08\x0b-\x1f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
      .replace(/\x7f/g, "\u2421")
  );
}

const clearsScreen = "\x1b[2J";

/** Adds an entry at the end and drops old ones beyond the bounds; `clear` drops all that was before it. */
export function appendEntry(log: Log, { kind, text, hint }: NewEntry, linker: Linker): Log {
  const cleared = text.lastIndexOf(clearsScreen);
  const kept = cleared < 0 ? log : { entries: [], dropped: 0 };
  const printed = printableText(cleared < 0 ? text : text.slice(cleared)).replace(/\n$/, "");
  if (printed === "" && hint === undefined && (cleared >= 0 || kind !== "input")) return kept;
  const { text: shown, dropped } = lastOf(printed);
  const parts = kind === "input" || shown.length > linkedCharacters ? [shown] : findLinks(shown, linker);
  const id = (log.entries.at(-1)?.id ?? 0) + 1;
  const entry: LogEntry = { id, kind, parts, ...(hint === undefined ? {} : { hint }) };
  return bounded([...kept.entries, entry], kept.dropped + dropped);
}

function lastOf(text: string): { readonly text: string; readonly dropped: number } {
  let from = Math.max(0, text.length - shownCharacters);
  if (from > 0) from = Math.max(from, text.indexOf("\n", from) + 1);
  for (let at = text.length, lines = 0; at > from; lines += 1) {
    at = text.lastIndexOf("\n", at - 1);
    if (lines === shownLines - 1 && at > from) from = at + 1;
  }
  return { text: text.slice(from), dropped: from === 0 ? 0 : countLines(text.slice(0, from)) - 1 };
}

function bounded(entries: readonly LogEntry[], dropped: number): Log {
  let lines = 0;
  let characters = 0;
  let first = entries.length;
  while (first > 0) {
    const text = textOf(entries[first - 1]?.parts ?? []);
    lines += countLines(text);
    characters += text.length;
    if ((lines > shownLines || characters > shownCharacters) && first < entries.length) break;
    first -= 1;
  }
  const gone = entries.slice(0, first).reduce((sum, { parts }) => sum + countLines(textOf(parts)), 0);
  return { entries: entries.slice(first), dropped: dropped + gone };
}

export function textOf(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
