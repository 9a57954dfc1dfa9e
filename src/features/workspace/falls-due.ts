// Exports what falls due until a time of the sandbox clock: the keys whose waiting period ends.
import { afterAll, aliasNamesOf, displayAlias, dueEntry, type KeyRecord, type World } from "#kms/index.ts";

export interface DueDeletion {
  readonly key: KeyRecord;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Deleted together with the key; shown without `alias/`. */
  readonly aliases: readonly string[];
}

/** In order of time. @param until sandbox time, epoch milliseconds */
export function deletionsUntil(world: World, until: number): readonly DueDeletion[] {
  const due: DueDeletion[] = [];
  world.indexes.due.scan("", afterAll, ({ kind, id }, entry) => {
    if (entry > dueEntry(until, afterAll)) return false;
    const key = kind === "deletion" ? world.tables.keys.get(id) : undefined;
    if (key?.deletionDate === undefined) return true;
    due.push({ key, at: key.deletionDate, aliases: aliasNamesOf(world, key).map(displayAlias) });
    return true;
  });
  return due;
}
