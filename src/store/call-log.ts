// Exports the log of the API calls that this page made, so that every action can show its CLI line, SDK code and JSON. It is
// kept in memory only: answers may hold plaintext, which is never stored.
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Call, KmsError } from "#kms/index.ts";

export interface LoggedCall {
  readonly id: string;
  /** Real time, epoch milliseconds. */
  readonly at: number;
  readonly durationMs: number;
  readonly call: Call;
  /** The answer as the engine gave it; undefined for operations without one. */
  readonly output?: unknown;
  readonly error?: KmsError;
}

interface CallLogState {
  /** Oldest first. */
  readonly calls: readonly LoggedCall[];
  readonly isOpen: boolean;
  /** The calls to show; all of them when undefined. */
  readonly focus: readonly string[] | undefined;
}

const keptCalls = 200;
let count = 0;

const callLog = createStore<CallLogState>(() => ({ calls: [], isOpen: false, focus: undefined }));

export function logCall(entry: Omit<LoggedCall, "id">): string {
  count += 1;
  const id = `call-${count}`;
  callLog.setState(({ calls }) => ({ calls: [...calls.slice(1 - keptCalls), { id, ...entry }] }));
  return id;
}

/** Opens the panel on some calls, or on all of them. */
export function showCalls(ids?: readonly string[]): void {
  callLog.setState({ isOpen: true, focus: ids });
}

export function closeCalls(): void {
  callLog.setState({ isOpen: false });
}

export function useCallLog(): CallLogState {
  return useStore(callLog);
}
