// Exports the unit of change: a reversible diff of records, and the commit that carries it.
import type { SandboxEvent, TrailEvent } from "#kms/trail/event.ts";
import type { Records, TableName } from "./records.ts";

/** A record before and after; null stands for "not there". */
export type Change<R> = readonly [before: R | null, after: R | null];

export type Diff = { readonly [T in TableName]?: Readonly<Record<string, Change<Records[T]>>> };

/** One step of the workspace's history. `at` is sandbox time in epoch milliseconds. */
export interface Commit {
  readonly seq: number;
  readonly at: number;
  readonly event: TrailEvent | SandboxEvent;
  readonly diff: Diff;
}

/** The diff that undoes `diff`. */
export function reverseDiff(diff: Diff): Diff {
  const reversed: Record<string, Record<string, Change<unknown>>> = {};
  for (const [table, changes] of Object.entries(diff)) {
    reversed[table] = Object.fromEntries(Object.entries(changes).map(([id, [before, after]]) => [id, [after, before]]));
  }
  return reversed as Diff; // same tables, each change turned round: the value types stay
}
