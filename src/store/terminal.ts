// Exports whether the terminal is open, and what other places send to its prompt. The terminal itself is loaded when it is
// first opened; what was sent waits here until then.
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

interface TerminalState {
  readonly isOpen: boolean;
  /** Grows when the user goes to the terminal: its prompt takes the focus then. */
  readonly visits: number;
  /** Lines that were sent here and that no terminal has taken yet. */
  readonly sent: readonly string[];
}

const openKey = "kms-sandbox.terminal-open";

/** Open before a reload, open after it. */
function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(openKey) === "true";
  } catch {
    return false; // blocked, or no browser
  }
}

const terminal = createStore<TerminalState>(() => ({ isOpen: wasOpen(), visits: 0, sent: [] }));

function setOpen(isOpen: boolean): void {
  try {
    sessionStorage.setItem(openKey, String(isOpen));
  } catch {
    // Blocked: it will be closed after a reload.
  }
  terminal.setState({ isOpen });
}

/** What had the focus when the terminal was opened: there it returns. */
let opener: Element | null = null;

/** Opens the terminal, or goes to it. */
export function openTerminal(): void {
  if (!terminal.getState().isOpen) opener = document.activeElement;
  setOpen(true);
  visitTerminal();
}

/** Gives its prompt the focus. */
export function visitTerminal(): void {
  terminal.setState(({ visits }) => ({ visits: visits + 1 }));
}

export function closeTerminal(): void {
  setOpen(false);
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  opener = null;
}

/** Opens the terminal with these lines at its prompt. Nothing runs: the user presses Enter. */
export function sendToTerminal(text: string): void {
  terminal.setState(({ sent }) => ({ sent: [...sent, text] }));
  openTerminal();
}

/** Hands over what was sent, once. */
export function takeSent(): readonly string[] {
  const { sent } = terminal.getState();
  if (sent.length > 0) terminal.setState({ sent: [] });
  return sent;
}

export function useTerminal(): TerminalState {
  return useStore(terminal);
}
