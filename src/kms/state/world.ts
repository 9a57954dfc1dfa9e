// Exports the World: an immutable value of ordered tables and the indexes that look-ups need. A change costs O(log n):
// the trees are copy-on-write B+ trees, so a draft shares every node that it does not touch.
import type { Diff } from "./diff.ts";
import { placePrefix, recordId } from "./id.ts";
import {
  type AliasRecord,
  type CustomKeyStoreRecord,
  type GrantRecord,
  type KeyMaterialRecord,
  type KeyRecord,
  type Records,
  type TableName,
  tableNames,
} from "./records.ts";
import { OrderedTable, type Table } from "./table.ts";

type Tables = { readonly [T in TableName]: Table<Records[T]> };
type DraftTables = { [T in TableName]: OrderedTable<Records[T]> };

interface IndexRows {
  /** `account/region/keyId/aliasName` -> alias name */
  readonly aliasesByKey: string;
  /** `<date, 16 digits>/<kind>/<record id>` -> what falls due then */
  readonly due: DueRow;
  /** `region/retiring principal/<grant record id>` -> grant record id; a grant may be of another account */
  readonly grantsByRetiringPrincipal: string;
  /** `account/region/keyId/grantee (service) principal/name, if it has one/grantId` -> grant record id */
  readonly grantsByGrantee: string;
  /** `account/region/customKeyStoreId/keyId` -> key record id */
  readonly keysByStore: string;
  /** `account/region/` -> number of customer managed keys */
  readonly customerKeyCounts: number;
  /** `account/region/keyId` -> number of grants */
  readonly grantCounts: number;
}

/**
 * Something that happens by itself at a time. `deletion` and `rotation` name a key, `expiry` a key material, `connection` a
 * custom key store.
 */
export interface DueRow {
  readonly kind: "deletion" | "rotation" | "expiry" | "connection";
  /** The id of the record. */
  readonly id: string;
}

type Indexes = { readonly [I in keyof IndexRows]: Table<IndexRows[I]> };
type DraftIndexes = { [I in keyof IndexRows]: OrderedTable<IndexRows[I]> };

export interface World {
  /** Sequence number of the last commit; 0 for a World that never changed. */
  readonly seq: number;
  readonly tables: Tables;
  readonly indexes: Indexes;
}

export function emptyWorld(): World {
  return {
    seq: 0,
    tables: Object.fromEntries(tableNames.map((name) => [name, OrderedTable.empty()])) as unknown as DraftTables, // one per name
    indexes: {
      aliasesByKey: OrderedTable.empty<string>(),
      due: OrderedTable.empty<DueRow>(),
      grantsByRetiringPrincipal: OrderedTable.empty<string>(),
      grantsByGrantee: OrderedTable.empty<string>(),
      keysByStore: OrderedTable.empty<string>(),
      customerKeyCounts: OrderedTable.empty<number>(),
      grantCounts: OrderedTable.empty<number>(),
    },
  };
}

/** A World under change. Nothing of it reaches the World that it was begun on. */
export class WorldDraft implements World {
  readonly seq: number;
  readonly tables: DraftTables;
  readonly indexes: DraftIndexes;
  /** The tables and indexes that are the draft's own; the others still belong to the base. */
  private readonly owned = new Set<string>();
  private readonly changes: Record<string, Record<string, [unknown, unknown]>> = {};

  constructor(base: World, seq: number = base.seq) {
    this.seq = seq;
    this.tables = { ...(base.tables as DraftTables) }; // every World is made of ordered tables, here or by emptyWorld
    this.indexes = { ...(base.indexes as DraftIndexes) };
  }

  put<T extends TableName>(table: T, id: string, record: Records[T]): void {
    this.write(table, id, record);
  }

  remove(table: TableName, id: string): void {
    this.write(table, id, null);
  }

  /** What has changed since the draft was begun. */
  diff(): Diff {
    return this.changes as Diff;
  }

  private write<T extends TableName>(table: T, id: string, after: Records[T] | null): void {
    const before = this.tables[table].get(id) ?? null;
    if (after === before) return;
    const own = this.own(this.tables, table) as OrderedTable<Records[T]>;
    if (after === null) own.delete(id);
    else own.set(id, after);
    this.reindex(table, id, before, after);
    this.note(table, id, before, after);
  }

  /** The draft's own copy of a table or index, so that what nobody wrote keeps its identity. */
  private own<Of extends object, N extends keyof Of & string>(group: Of, name: N): Of[N] {
    if (!this.owned.has(name)) {
      group[name] = (group[name] as OrderedTable<unknown>).clone() as Of[N]; // both groups hold ordered tables only
      this.owned.add(name);
    }
    return group[name];
  }

  private note(table: string, id: string, before: unknown, after: unknown): void {
    this.changes[table] ??= {};
    const changes = this.changes[table];
    const first = changes[id];
    if (!first) changes[id] = [before, after];
    else if (first[0] !== after) first[1] = after;
    else {
      delete changes[id];
      // Looked at only here: counting the keys at each put would make bulk work quadratic.
      if (Object.keys(changes).length === 0) delete this.changes[table];
    }
  }

  private reindex(table: TableName, id: string, before: unknown, after: unknown): void {
    this.index(table, id, before, false);
    this.index(table, id, after, true);
  }

  private index(table: TableName, id: string, record: unknown, present: boolean): void {
    if (record === null) return;
    // The table says what its records are.
    if (table === "aliases") this.indexAlias(record as AliasRecord, present);
    else if (table === "keys") this.indexKey(id, record as KeyRecord, present);
    else if (table === "grants") this.indexGrant(id, record as GrantRecord, present);
    else if (table === "keyMaterials") this.indexDue("expiry", id, expiryOf(record as KeyMaterialRecord), present);
    else if (table === "customKeyStores")
      this.indexDue("connection", id, (record as CustomKeyStoreRecord).connectionChangeDate, present);
  }

  private indexAlias(alias: AliasRecord, present: boolean): void {
    if (!alias.targetKeyId) return;
    const entry = `${recordId(alias, alias.targetKeyId)}/${alias.aliasName}`;
    this.indexRow("aliasesByKey", entry, alias.aliasName, present);
  }

  private indexGrant(id: string, grant: GrantRecord, present: boolean): void {
    for (const principal of [grant.retiringPrincipal, grant.retiringServicePrincipal])
      if (principal !== undefined)
        this.indexRow("grantsByRetiringPrincipal", `${grant.region}/${principal}/${id}`, id, present);
    const key = recordId(grant, grant.keyId);
    const grantee = grant.granteePrincipal ?? grant.granteeServicePrincipal;
    this.indexRow("grantsByGrantee", `${key}/${grantee}/${grant.name ?? ""}/${grant.grantId}`, id, present);
    this.indexCount("grantCounts", key, present);
  }

  private indexKey(id: string, key: KeyRecord, present: boolean): void {
    this.indexDue("deletion", id, key.deletionDate, present);
    this.indexDue("rotation", id, rotationOf(key), present);
    if (key.customKeyStoreId !== undefined)
      this.indexRow("keysByStore", `${recordId(key, key.customKeyStoreId)}/${key.keyId}`, id, present);
    if (key.keyManager === "CUSTOMER") this.indexCount("customerKeyCounts", placePrefix(key), present);
  }

  private indexDue(kind: DueRow["kind"], id: string, at: number | undefined, present: boolean): void {
    if (at !== undefined) this.indexRow("due", dueEntry(at, `${kind}/${id}`), { kind, id }, present);
  }

  private indexCount(name: "customerKeyCounts" | "grantCounts", entry: string, present: boolean): void {
    const counts = this.own(this.indexes, name);
    const count = (counts.get(entry) ?? 0) + (present ? 1 : -1);
    // No row for none, so that an index tells what its tables hold and nothing of how they came to hold it.
    if (count === 0) counts.delete(entry);
    else counts.set(entry, count);
  }

  private indexRow<I extends keyof IndexRows>(name: I, entry: string, row: IndexRows[I], present: boolean): void {
    const index = this.own(this.indexes, name) as OrderedTable<IndexRows[I]>;
    if (present) index.set(entry, row);
    else index.delete(entry);
  }
}

/** A key rotates only while it is enabled; one that is enabled late is rotated then. A replica follows its primary key. */
function rotationOf(key: KeyRecord): number | undefined {
  const leads = key.primaryRegion === undefined || key.primaryRegion === key.region;
  return key.keyState === "Enabled" && leads ? key.nextRotationDate : undefined;
}

/** Material that is gone cannot expire any more. */
function expiryOf(material: KeyMaterialRecord): number | undefined {
  return material.importState === "IMPORTED" ? material.validTo : undefined;
}

/** Orders what falls due by time: 16 digits keep the text order equal to the numeric one. */
export function dueEntry(at: number, rest: string): string {
  return `${String(at).padStart(16, "0")}/${rest}`;
}

/** The World after `diff`. Costs O(changed records * log n). */
export function applyDiff(world: World, diff: Diff, seq: number): World {
  const draft = new WorldDraft(world, seq);
  for (const table of tableNames)
    for (const [id, [, after]] of Object.entries(diff[table] ?? {})) {
      if (after === null) draft.remove(table, id);
      else draft.put(table, id, after);
    }
  return draft;
}
