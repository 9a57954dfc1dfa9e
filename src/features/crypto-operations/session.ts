// Exports what this page remembers while the app is open: the form and the last outcome of each operation. It is kept in
// memory and nowhere else, since both may hold plaintext.
import { useSyncExternalStore } from "react";
import type { KmsError } from "#kms/index.ts";
import type { CryptoOperation } from "./crypto-operation.ts";
import { changeForm, type FormChange, type FormValues, startingValues } from "./form-values.ts";
import type { Answer } from "./hand-over.ts";

/** One run of an operation, as it was made. */
export interface Run {
  readonly operation: CryptoOperation;
  readonly region: string;
  readonly account: string;
  readonly durationMs: number;
  /** The form when it was run, algorithms included. */
  readonly request: FormValues;
  /** Log ids, for "View API calls". */
  readonly calls: readonly string[];
}

export type Outcome =
  | { readonly type: "answered"; readonly run: Run; readonly answer: Answer }
  | { readonly type: "refused"; readonly run: Run; readonly error: KmsError };

interface OperationSession {
  readonly values: FormValues;
  readonly outcome?: Outcome;
}

let lastOperation: CryptoOperation = "Encrypt";

/** The operation that was open last: the navigation leads back to it. */
export function getLastOperation(): CryptoOperation {
  return lastOperation;
}

export function setLastOperation(operation: CryptoOperation): void {
  lastOperation = operation;
}

let sessions: { readonly [N in CryptoOperation]?: OperationSession } = {};
const listeners = new Set<() => void>();

function change(operation: CryptoOperation, next: OperationSession): void {
  sessions = { ...sessions, [operation]: next };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const untouched = new Map<CryptoOperation, OperationSession>();

function sessionOf(operation: CryptoOperation): OperationSession {
  const known = sessions[operation] ?? untouched.get(operation);
  if (known) return known;
  const fresh = { values: startingValues(operation) };
  untouched.set(operation, fresh); // a snapshot must keep its identity
  return fresh;
}

export function useSession(operation: CryptoOperation): OperationSession {
  return useSyncExternalStore(subscribe, () => sessionOf(operation));
}

export function changeValues(operation: CryptoOperation, values: FormChange): void {
  const session = sessionOf(operation);
  change(operation, { ...session, values: changeForm(session.values, values) });
}

/** Puts the form back to its start and forgets the outcome. */
export function clearOperation(operation: CryptoOperation): void {
  change(operation, { values: startingValues(operation) });
}

/** Forgets the outcome: it no longer belongs to what the form says. */
export function clearOutcome(operation: CryptoOperation): void {
  const { outcome, ...session } = sessionOf(operation);
  if (outcome) change(operation, session);
}

export function setOutcome(operation: CryptoOperation, outcome: Outcome): void {
  change(operation, { ...sessionOf(operation), outcome });
}
