// The way from an old form of a record to the newest one.
import { expect, test } from "vitest";
import { type Migration, migrateRecord, migrations, schemaVersion } from "./migrations.ts";

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

test("has a step from every released version to this one", () => {
  for (let version = 1; version < schemaVersion; version++)
    expect(() => migrateRecord("keys", {}, version, migrations)).not.toThrow("no migration");
});

test("lets the keys of AWS of version 1 rotate yearly, and leaves every other record as it is", () => {
  const created = 1_768_471_200_000;
  const ofAws = { keyManager: "AWS", creationDate: created };
  const nextRotationDate = Date.parse("2027-01-15T10:00:00Z");
  expect(migrateRecord("keys", ofAws, 1)).toEqual({ ...ofAws, rotationPeriodInDays: 365, nextRotationDate });
  for (const record of [{ keyManager: "CUSTOMER", creationDate: created }, { keyManager: "AWS" }, null, "x"])
    expect(migrateRecord("keys", record, 1)).toBe(record);
  expect(migrateRecord("tags", ofAws, 1)).toBe(ofAws);
});
