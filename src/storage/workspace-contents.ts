// Exports what a workspace holds as one plain value: what a fresh database is filled with and what an archive carries.
import {
  afterAll,
  type Commit,
  createAccount,
  emptyWorld,
  type KeyUse,
  type Records,
  type TableName,
  tableNames,
  type World,
  WorldDraft,
} from "#kms/index.ts";
import { recordKey } from "./record-key.ts";

export type TableRecords = { readonly [T in TableName]: readonly Records[T][] };

export interface WorkspaceContents {
  readonly tables: TableRecords;
  /** Key material id -> secret bytes, in the clear. Stored sealed; never logged. */
  readonly material: ReadonlyMap<string, Uint8Array>;
  /** The newest commits, oldest first, without gaps; the last one led to `tables`. May be empty. */
  readonly history: readonly Commit[];
  /** Key ARN -> its last use; absent where none is known of. */
  readonly usage?: ReadonlyMap<string, KeyUse>;
}

/** The records of a World, each table in id order. */
export function tableRecords(world: World): TableRecords {
  const list = <T extends TableName>(table: T): Records[T][] => {
    const records: Records[T][] = [];
    world.tables[table].scan("", afterAll, (record) => {
      records.push(record);
      return true;
    });
    return records;
  };
  return Object.fromEntries(tableNames.map((table) => [table, list(table)])) as unknown as TableRecords; // one per name
}

/** A World with `records` added to one table; costs nothing for what is there already. */
export function withRecords<T extends TableName>(world: World, table: T, records: readonly Records[T][]): World {
  const draft = new WorldDraft(world);
  for (const record of records) draft.put(table, recordKey(table, record), record);
  // Not the draft itself: it would keep its diff, which here is as large as the World.
  return { seq: world.seq, tables: draft.tables, indexes: draft.indexes };
}

/** The World of these records, as commit `seq` left it. */
export function worldOf(tables: TableRecords, seq: number): World {
  let world: World = { ...emptyWorld(), seq };
  for (const table of tableNames) world = withRecords(world, table, tables[table]);
  return world;
}

/** A workspace with one account, all default Regions and no keys. */
export function emptyContents(): WorkspaceContents {
  const draft = new WorldDraft(emptyWorld());
  createAccount(draft, "111122223333", "Sandbox");
  return { tables: tableRecords(draft), material: new Map(), history: [] };
}
