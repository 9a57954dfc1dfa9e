// Exports what has fallen due by the sandbox clock, as work of a writer. Each kind has its file; each must change the record
// whose index row made it due, so that nothing stays due.
import { endOf } from "#kms/state/id.ts";
import { type DueRow, dueEntry, type World } from "#kms/state/world.ts";
import { connectionEventName, endConnection } from "./due-connection.ts";
import { deleteDueKey } from "./due-deletion.ts";
import { expireDueMaterial } from "./due-expiry.ts";
import { rotateDueKey } from "./due-rotation.ts";
import type { ServiceWork, Writing } from "./operation.ts";

export interface DueWork {
  /** As CloudTrail names the event of it. */
  readonly eventName: string;
  /** Undefined where another writer has done or undone it meanwhile. */
  work(writing: Writing): ServiceWork | undefined;
}

/** The first thing that is due at `now` (epoch milliseconds); undefined when nothing is. */
export function dueWork(world: World, now: number): DueWork | undefined {
  if (world.indexes.due.size === 0) return undefined;
  let due: DueRow | undefined;
  world.indexes.due.scan("", endOf(dueEntry(now, "")), (row) => {
    due = row;
    return false;
  });
  return due && workOf(world, due);
}

function workOf(world: World, { kind, id }: DueRow): DueWork | undefined {
  switch (kind) {
    case "deletion":
      return { eventName: "DeleteKey", work: (writing) => deleteDueKey(writing, id) };
    case "rotation":
      return { eventName: "RotateKey", work: (writing) => rotateDueKey(writing, id) };
    case "expiry":
      return { eventName: "DeleteExpiredKeyMaterial", work: (writing) => expireDueMaterial(writing, id) };
    case "connection":
      return { eventName: connectionEventName(world, id), work: (writing) => endConnection(writing, id) };
  }
}
