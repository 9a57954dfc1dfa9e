// The way from an old form of a record to the newest one.
import { expect, test } from "vitest";
import { changesRecords, type Migration, migrateRecord, migrations, schemaVersion } from "./migrations.ts";

const steps: readonly Migration[] = [
  { from: 2, to: 3, record: (_table, record) => ({ ...(record as object), c: 3 }) },
  { from: 1, to: 2, record: (table, record) => (table === "keys" ? { ...(record as object), b: 2 } : record) },
];

test("takes every step from the form of the record to the newest, in order", () => {
  expect(migrateRecord("keys", { a: 1 }, 1, steps, 3)).toEqual({ a: 1, b: 2, c: 3 });
  expect(migrateRecord("tags", { a: 1 }, 1, steps, 3)).toEqual({ a: 1, c: 3 });
  expect(migrateRecord("keys", { a: 1 }, 3, steps, 3)).toEqual({ a: 1 });
});

test("fails when a step is missing", () => {
  expect(() => migrateRecord("keys", {}, 1, [steps[0]!], 3)).toThrow("no migration leads on from version 1");
});

test("leaves a record as it is in a step that changes none, and tells that nothing needs to be read for it", () => {
  const [, first] = steps;
  const record = { a: 1 };
  const path: readonly Migration[] = [first!, { from: 2, to: 3 }, { from: 3, to: 4 }];
  expect(migrateRecord("keys", record, 2, path, 4)).toBe(record);
  expect(changesRecords(2, path, 4)).toBe(false);
  expect(changesRecords(1, path, 4)).toBe(true);
});

test("has a step from every released version to this one", () => {
  for (let version = 1; version < schemaVersion; version++)
    expect(() => migrateRecord("keys", {}, version, migrations)).not.toThrow("no migration");
});
