// Exports the log of a tab: what was typed and what came back, held to a size that a page can show.
import { findLinks, type Linker, type TextPart } from "./find-links.ts";

export interface LogEntry {
  readonly id: number;
  readonly kind: "input" | "output" | "error" | "note";
  readonly parts: readonly TextPart[];
  /** What may help after a failed `aws` line, behind a button. */
  readonly hint?: string;
  /** No line break has ended it yet: what comes next of its kind goes on in its last line. */
  readonly isOpen: boolean;
  readonly lines: number;
  readonly characters: number;
}

export interface Log {
  readonly entries: readonly LogEntry[];
  /** Of all entries, so that nothing is counted twice. */
  readonly lines: number;
  readonly characters: number;
  /** Lines that are no longer shown. */
  readonly dropped: number;
}

export const emptyLog: Log = { entries: [], lines: 0, characters: 0, dropped: 0 };

export const shownLines = 5000;
const shownCharacters = 1_000_000;
/** Beyond it nobody follows a link, and looking for them takes time. */
const linkedCharacters = 100_000;

export interface NewEntry {
  readonly kind: LogEntry["kind"];
  readonly text: string;
  readonly hint?: string;
}

/** U+2400 and what follows: a picture for each control character. */
const controlPictures: readonly string[] = Array.from({ length: 0x20 }, (_, i) => String.fromCharCode(0x2400 + i));

/** The text without the sequences by which programs colour a terminal; other control characters are made visible. */
export function printableText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      .replace(/\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])/g, "")
      .replace(/\r\n/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
      .replace(/[\x00-\x08\x0b-\x1f]/g, (control) => controlPictures[control.charCodeAt(0)] ?? "")
      .replace(/\x7f/g, "\u2421")
  );
}

const clearsScreen = "\x1b[2J";

/** Adds an entry at the end and drops old ones beyond the bounds; `clear` drops all that was before it. */
export function appendEntry(log: Log, added: NewEntry, linker: Linker): Log {
  const last = log.entries.at(-1);
  const goesOn = last?.isOpen === true && last.kind === added.kind && last.characters < linkedCharacters;
  if (!goesOn || added.text === "") return appendNew(log, added, linker);
  const { lines, characters } = last;
  const before = {
    ...log,
    entries: log.entries.slice(0, -1),
    lines: log.lines - lines,
    characters: log.characters - characters,
  };
  const hint = added.hint ?? last.hint;
  return appendNew(
    before,
    { kind: added.kind, text: textOf(last.parts) + added.text, ...(hint === undefined ? {} : { hint }) },
    linker,
  );
}

function appendNew(log: Log, { kind, text, hint }: NewEntry, linker: Linker): Log {
  const cleared = text.lastIndexOf(clearsScreen);
  const kept = cleared < 0 ? log : emptyLog;
  // Cut first: to make 16 MB printable of which a sixteenth is shown would block the page.
  const cut = lastOf(cleared < 0 ? text : text.slice(cleared));
  const isOpen = (kind === "output" || kind === "error") && !cut.text.endsWith("\n");
  const printed = printableText(cut.text).replace(/\n$/, "");
  if (printed === "" && hint === undefined && (cleared >= 0 || kind !== "input")) return kept;
  const parts = kind === "input" || printed.length > linkedCharacters ? [printed] : findLinks(printed, linker);
  const id = (log.entries.at(-1)?.id ?? 0) + 1;
  const lines = countLines(printed);
  const characters = printed.length;
  const entry: LogEntry = { id, kind, parts, isOpen, lines, characters, ...(hint === undefined ? {} : { hint }) };
  return bounded({
    entries: [...kept.entries, entry],
    lines: kept.lines + lines,
    characters: kept.characters + characters,
    dropped: kept.dropped + cut.dropped,
  });
}

/** The last lines of a text, as many as are shown at all. */
function lastOf(text: string): { readonly text: string; readonly dropped: number } {
  let from = Math.max(0, text.length - shownCharacters);
  if (from > 0) from = Math.max(from, text.indexOf("\n", from) + 1);
  // The line break at the end begins no line.
  for (let at = text.endsWith("\n") ? text.length - 1 : text.length, lines = 0; at > from; lines += 1) {
    at = text.lastIndexOf("\n", at - 1);
    if (lines === shownLines - 1 && at > from) from = at + 1;
  }
  return { text: text.slice(from), dropped: from === 0 ? 0 : countLines(text.slice(0, from)) - 1 };
}

/** The newest entry stays, whatever its size: it has been cut. */
function bounded(log: Log): Log {
  let { lines, characters } = log;
  let first = 0;
  for (const entry of log.entries.slice(0, -1)) {
    if (lines <= shownLines && characters <= shownCharacters) break;
    lines -= entry.lines;
    characters -= entry.characters;
    first += 1;
  }
  if (first === 0) return log;
  return { entries: log.entries.slice(first), lines, characters, dropped: log.dropped + log.lines - lines };
}

export function textOf(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === "string" ? part : part.text)).join("");
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
