import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OrderedTable } from "./table.ts";

const entries = fc.array(fc.tuple(fc.string({ maxLength: 4 }), fc.nat()), { maxLength: 200 });

function tableOf(rows: readonly (readonly [string, number])[]): OrderedTable<number> {
  const table = OrderedTable.empty<number>();
  for (const [id, record] of rows) table.set(id, record);
  return table;
}

function rowsBetween(table: OrderedTable<number>, from: string, before: string): [string, number][] {
  const rows: [string, number][] = [];
  table.scan(from, before, (record, id) => {
    rows.push([id, record]);
    return true;
  });
  return rows;
}

describe("OrderedTable", () => {
  test("scans a half-open range in code unit order, as a sorted Map would", () => {
    fc.assert(
      fc.property(entries, fc.string({ maxLength: 4 }), fc.string({ maxLength: 4 }), (rows, from, before) => {
        const expected = [...new Map(rows)]
          .filter(([id]) => id >= from && id < before)
          .sort(([a], [b]) => (a < b ? -1 : 1));
        expect(rowsBetween(tableOf(rows), from, before)).toEqual(expected);
      }),
    );
  });

  test("gives a clone that neither side's writes reach", () => {
    fc.assert(
      fc.property(entries, entries, (rows, more) => {
        const table = tableOf(rows);
        const before = rowsBetween(table, "", "\uffff");
        const clone = table.clone();
        for (const [id, record] of more) clone.set(id, record);
        for (const [id] of rows) clone.delete(id);

        expect(rowsBetween(table, "", "\uffff")).toEqual(before);
      }),
    );
  });

  test("stops scanning when it is told to", () => {
    const seen: string[] = [];
    tableOf([
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ]).scan("", "\uffff", (_record, id) => {
      seen.push(id);
      return id !== "b";
    });

    expect(seen).toEqual(["a", "b"]);
  });
});
