// Exports what a World holds as plain values, so that two Worlds can be compared however they came about.
import {
  emptyWorld,
  type Records,
  type Table,
  type TableName,
  tableNames,
  type World,
  WorldDraft,
} from "#kms/index.ts";

export interface WorldContents {
  readonly tables: Readonly<Record<string, unknown>>;
  readonly indexes: Readonly<Record<string, unknown>>;
}

/** Every record and every row of every index, by id. */
export function contentsOf({ tables, indexes }: World): WorldContents {
  const all = (group: object) =>
    Object.fromEntries(Object.entries(group).map(([name, table]: [string, Table<unknown>]) => [name, rowsOf(table)]));
  return { tables: all(tables), indexes: all(indexes) };
}

/** A World with the same records, its indexes built anew from them. */
export function rebuilt(world: World): World {
  const draft = new WorldDraft(emptyWorld(), world.seq);
  const copy = <T extends TableName>(table: T) => {
    const source: Table<Records[T]> = world.tables[table];
    source.scan("", "\uffff", (record, id) => {
      draft.put(table, id, record);
      return true;
    });
  };
  tableNames.forEach(copy);
  return draft;
}

function rowsOf(table: Table<unknown>): Record<string, unknown> {
  const rows: Record<string, unknown> = {};
  table.scan("", "\uffff", (record, id) => {
    rows[id] = record;
    return true;
  });
  return rows;
}
