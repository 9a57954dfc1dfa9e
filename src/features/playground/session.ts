// Exports what the playground shows of its runs: console lines and requests. It is kept in memory while the app is open, since
// both may hold plaintext, and outlives a change of the Region, so that the runs in two Regions can be compared.
import { useSyncExternalStore } from "react";
import type { LoggedRequest } from "./answer-request.ts";
import type { PrintLevel } from "./messages.ts";

export type RunStatus = "idle" | "loading" | "running" | "finished" | "failed" | "stopped";

export interface Line {
  readonly key: number;
  /** `note` is the playground's own word. */
  readonly level: PrintLevel | "note";
  readonly text: string;
}

interface Session {
  readonly status: RunStatus;
  readonly lines: readonly Line[];
  /** Earlier lines that are not kept. */
  readonly forgotten: number;
  /** Oldest first. */
  readonly requests: readonly (LoggedRequest & { readonly key: number })[];
}

const keptLines = 1000;
/** Of all lines together, in UTF-16 units: what a browser lays out in a moment. */
const keptCharacters = 200_000;
const keptRequests = 500;
let session: Session = { status: "idle", lines: [], forgotten: 0, requests: [] };
let count = 0;
const listeners = new Set<() => void>();

function change(next: Partial<Session>): void {
  session = { ...session, ...next };
  for (const listener of listeners) listener();
}

export function setStatus(status: RunStatus): void {
  change({ status });
}

export function getStatus(): RunStatus {
  return session.status;
}

export function addLines(lines: readonly Omit<Line, "key">[]): void {
  const all = [...session.lines, ...lines.map((line) => ({ ...line, key: next() }))];
  let characters = 0;
  const tooOld = all.findLastIndex(({ text }, at) => {
    characters += text.length;
    return characters > keptCharacters || all.length - at > keptLines;
  });
  change({ lines: all.slice(tooOld + 1), forgotten: session.forgotten + tooOld + 1 });
}

export function addRequests(requests: readonly LoggedRequest[]): void {
  const added = requests.map((request) => ({ ...request, key: next() }));
  change({ requests: [...session.requests, ...added].slice(-keptRequests) });
}

export function clearLines(): void {
  change({ lines: [], forgotten: 0 });
}

export function clearRequests(): void {
  change({ requests: [] });
}

function next(): number {
  count += 1;
  return count;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePlaygroundSession(): Session {
  return useSyncExternalStore(subscribe, () => session);
}
