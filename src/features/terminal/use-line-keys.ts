// Exports useLineKeys: what the keys of a shell do at the prompt: history, search, completion, interrupt, and those of readline.
import { type KeyboardEvent, type RefObject, useState } from "react";
import { completeLine } from "./complete-line.ts";
import { sourcesFor } from "./completion-sources.ts";
import type { Terminal } from "./terminal.ts";
import type { TerminalTab } from "./terminal-tab.ts";

interface Search {
  readonly query: string;
  /** Where in the history the match stands; -1 when there is none. */
  readonly at: number;
  /** What stood at the prompt before. */
  readonly before: string;
}

export interface LineKeys {
  readonly candidates: readonly string[];
  /** Another Escape closes the terminal. */
  readonly isLeaving: boolean;
  readonly search: (Search & { readonly match: string }) | undefined;
  onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void;
  onChange(text: string): void;
}

export function useLineKeys(
  terminal: Terminal,
  tab: TerminalTab,
  input: RefObject<HTMLTextAreaElement | null>,
  onEscape: () => void,
): LineKeys {
  const [candidates, setCandidates] = useState<readonly string[]>([]);
  const [search, setSearch] = useState<Search>();
  // While going through the history: how far from its end, and what stood at the prompt before.
  const [walk, setWalk] = useState<{ readonly back: number; readonly before: string }>();
  // Escape was pressed with a line half typed: only a second one closes.
  const [isLeaving, setLeaving] = useState(false);
  const match = (found: Search): string => terminal.history[found.at] ?? "";

  /** Sets the text at the prompt and, once it is drawn, the cursor in it. */
  const put = (text: string, cursor = text.length): void => {
    tab.setDraft(text);
    const field = input.current;
    if (field) queueMicrotask(() => field.setSelectionRange(cursor, cursor));
  };
  const submit = (text: string): void => {
    tab.setDraft("");
    setWalk(undefined);
    tab.submit(text);
  };
  const find = (query: string, from: number, before: string): void => {
    const { history } = terminal;
    let at = query === "" ? -1 : Math.min(from, history.length - 1);
    while (at >= 0 && history[at]?.includes(query) !== true) at -= 1;
    setSearch({ query, at, before });
  };
  const leaveSearch = (text: string): void => {
    setSearch(undefined);
    put(text);
  };
  const goBack = (by: number): void => {
    const { draft } = tab.state.get();
    const back = (walk?.back ?? 0) + by;
    if (back < 0 || back > terminal.history.length) return;
    const before = walk?.before ?? draft;
    setWalk(back === 0 ? undefined : { back, before });
    put(back === 0 ? before : (terminal.history.at(-back) ?? ""));
  };
  /** Just recalled, with the cursor where it was put: Up goes on through the history and not through the lines of the text. */
  const isRecalled = (value: string, cursor: number): boolean =>
    walk !== undefined && cursor === value.length && value === terminal.history.at(-walk.back);
  const complete = ({ value, selectionStart }: HTMLTextAreaElement): void => {
    const { pending } = tab.state.get();
    const earlier = pending === "" ? "" : `${pending}\n`;
    const text = earlier + value.slice(0, selectionStart);
    const completion = completeLine(text, sourcesFor(terminal, tab, text));
    const from = completion.from - earlier.length;
    setCandidates(completion.candidates);
    if (from < 0) return;
    const start = value.slice(0, from) + completion.text;
    put(start + value.slice(selectionStart), start.length);
  };

  /** Ctrl with a letter; false for what is the browser's. */
  const control = (letter: string, { value, selectionStart, selectionEnd }: HTMLTextAreaElement): boolean => {
    const lineStart = value.lastIndexOf("\n", selectionStart - 1) + 1;
    switch (letter) {
      case "c": {
        // With something selected it copies, as everywhere in a browser.
        if (selectionStart !== selectionEnd || window.getSelection()?.toString()) return false;
        tab.interrupt();
        setWalk(undefined);
        return true;
      }
      case "l":
        tab.clearScreen();
        return true;
      case "r":
        find("", terminal.history.length - 1, value);
        tab.setDraft("");
        return true;
      case "u":
        put(value.slice(0, lineStart) + value.slice(selectionStart), lineStart);
        return true;
      case "k":
        put(value.slice(0, selectionStart), selectionStart);
        return true;
      case "a":
        put(value, lineStart);
        return true;
      case "e":
        put(value);
        return true;
      case "d":
        if (value !== "") return false;
        submit("exit");
        return true;
      default:
        return false;
    }
  };

  /** True for a key that the search takes. */
  const searchKey = (event: KeyboardEvent<HTMLTextAreaElement>, found: Search): boolean => {
    const { key, ctrlKey } = event;
    if (key === "Enter") {
      setSearch(undefined);
      submit(match(found));
    } else if (key === "Escape" || key === "Tab" || /^Arrow(?:Left|Right|Up|Down)$/.test(key))
      leaveSearch(match(found) || found.before);
    else if (ctrlKey && (key === "c" || key === "g")) leaveSearch(found.before);
    else if (ctrlKey && key === "r") find(found.query, found.at - 1, found.before);
    else return false;
    return true;
  };

  const plainKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const { key, shiftKey, currentTarget: field } = event;
    const { value, selectionStart, selectionEnd } = field;
    const isPlace = selectionStart === selectionEnd;
    const isFirstLine = !value.slice(0, selectionStart).includes("\n");
    if (key === "Enter" && !shiftKey) submit(value);
    else if (key === "Escape") {
      if (candidates.length > 0) setCandidates([]);
      else if (value === "" || isLeaving) onEscape();
      else setLeaving(true);
    } else if (key === "Tab" && !shiftKey && value.trim() !== "" && isPlace) complete(field);
    else if (key === "ArrowUp" && isPlace && (isFirstLine || isRecalled(value, selectionStart))) goBack(1);
    else if (key === "ArrowDown" && isPlace && !value.slice(selectionStart).includes("\n")) goBack(-1);
    else return false;
    return true;
  };

  return {
    candidates,
    isLeaving,
    search: search && { ...search, match: match(search) },
    onKeyDown(event) {
      if (event.nativeEvent.isComposing || event.altKey || event.metaKey) return;
      if (event.key !== "Tab" && event.key !== "Escape" && event.key !== "Shift") setCandidates([]);
      if (event.key !== "Escape") setLeaving(false);
      const isOurs = search
        ? searchKey(event, search)
        : event.ctrlKey
          ? !event.shiftKey && control(event.key.toLowerCase(), event.currentTarget)
          : plainKey(event);
      if (!isOurs) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onChange(text) {
      if (search) find(text, terminal.history.length - 1, search.before);
      else tab.setDraft(text);
    },
  };
}
