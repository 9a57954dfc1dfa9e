// Exports whether the terminal is open, and what other places ask it to run. The terminal itself is loaded when it is first
// opened; a request waits here until then.
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

interface TerminalState {
  readonly isOpen: boolean;
  /** Lines that were sent here and that no terminal has taken yet. */
  readonly asked: readonly string[];
}

const terminal = createStore<TerminalState>(() => ({ isOpen: false, asked: [] }));

/** What had the focus when the terminal was opened: there it returns. */
let opener: Element | null = null;

export function openTerminal(): void {
  if (!terminal.getState().isOpen) opener = document.activeElement;
  terminal.setState({ isOpen: true });
}

export function closeTerminal(): void {
  terminal.setState({ isOpen: false });
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  opener = null;
}

/** Opens the terminal and runs lines there: the user has asked for it by a button that says so. */
export function runInTerminal(text: string): void {
  openTerminal();
  terminal.setState(({ asked }) => ({ asked: [...asked, text] }));
}

/** Hands over what is asked, once. */
export function takeAsked(): readonly string[] {
  const { asked } = terminal.getState();
  if (asked.length > 0) terminal.setState({ asked: [] });
  return asked;
}

export function useTerminal(): TerminalState {
  return useStore(terminal);
}
