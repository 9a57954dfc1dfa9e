// Exports the ordered table: a copy-on-write B+ tree from id to record, the only place that knows the tree's library.
import * as sortedBtree from "sorted-btree";
import { endOf } from "./id.ts";

type Tree<R> = import("sorted-btree").default<string, R>;
type TreeClass = new <R>(entries: undefined, compare: (a: string, b: string) => number) => Tree<R>;

// The package is CommonJS: bundlers hand over its default export, Node its whole module.
const exported = sortedBtree.default as unknown as TreeClass | { readonly default: TreeClass };
const BTree: TreeClass = "default" in exported ? exported.default : exported;

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A table as a reader sees it. */
export interface Table<R> {
  readonly size: number;
  get(id: string): R | undefined;
  /** Visits `from <= id < before` in order until `visit` answers false. Costs O(log n + visited). */
  scan(from: string, before: string, visit: (record: R, id: string) => boolean | undefined): void;
}

/** The records whose ids begin with `prefix`, in order; `prefix` ends with the separator `/`. */
export function recordsUnder<R>(table: Table<R>, prefix: string): R[] {
  const records: R[] = [];
  table.scan(prefix, endOf(prefix), (record) => {
    records.push(record);
    return true;
  });
  return records;
}

const stop = { break: true };

/** A table that a draft may write; cloning it costs O(1) and a write then copies only the touched path. */
export class OrderedTable<R> implements Table<R> {
  private constructor(private readonly tree: Tree<R>) {}

  static empty<R>(): OrderedTable<R> {
    return new OrderedTable<R>(new BTree<R>(undefined, byCodeUnit));
  }

  get size(): number {
    return this.tree.size;
  }

  get(id: string): R | undefined {
    return this.tree.get(id);
  }

  scan(from: string, before: string, visit: (record: R, id: string) => boolean | undefined): void {
    // forRange walks three times as fast as the iterator. Its types leave out that `{ break }` ends it, as documented.
    const onFound: (id: string, record: R) => unknown = (id, record) =>
      visit(record, id) === false ? stop : undefined;
    this.tree.forRange(from, before, false, onFound);
  }

  clone(): OrderedTable<R> {
    return new OrderedTable<R>(this.tree.clone());
  }

  set(id: string, record: R): void {
    this.tree.set(id, record);
  }

  delete(id: string): void {
    this.tree.delete(id);
  }
}
