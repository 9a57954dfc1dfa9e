// Exports the steps from each released form of the records to the next. Forward only and pure: a step sees one record and
// answers it in the new form, so that tables, history and archives all take the same way.
import type { TableName } from "#kms/index.ts";

export interface Migration {
  readonly from: number;
  readonly to: number;
  /** The record of `table` in the form `to`; the same object where nothing of it changes. It may be no record at all. */
  record(table: string, record: unknown): unknown;
}

/** The form that this code reads and writes; also the version of a workspace's database and of an archive. */
export const schemaVersion = 2;

/** Version 1 is the first. With a new version comes its step here and a frozen archive in archives/. */
export const migrations: readonly Migration[] = [
  { from: 1, to: 2, record: (table, record) => (table === "keys" ? withYearlyRotation(record) : record) },
];

/** The tables that came with each version; an archive of an earlier one does not have them. */
export const tablesSince: Readonly<Partial<Record<TableName, number>>> = {
  grants: 2,
  keyMaterials: 2,
  importParameters: 2,
  customKeyStores: 2,
  artefacts: 2,
};

/**
 * A record of the form `version` in the newest form.
 * @throws Error when a step is missing: a bug, which the test over the frozen archives finds.
 */
export function migrateRecord(
  table: string,
  record: unknown,
  version: number,
  steps: readonly Migration[] = migrations,
  to: number = schemaVersion,
): unknown {
  let migrated = record;
  for (let at = version; at < to; ) {
    const step = steps.find(({ from }) => from === at);
    if (!step) throw new Error(`no migration leads on from version ${at}`);
    migrated = step.record(table, migrated);
    at = step.to;
  }
  return migrated;
}

const rotationPeriodInDays = 365;
const day = 24 * 60 * 60 * 1000;

/** Version 2 brought tables and optional members, of which only the keys of AWS need one: they have always rotated. */
function withYearlyRotation(record: unknown): unknown {
  if (typeof record !== "object" || record === null || !("keyManager" in record) || record.keyManager !== "AWS")
    return record;
  if (!("creationDate" in record) || typeof record.creationDate !== "number") return record;
  return { ...record, rotationPeriodInDays, nextRotationDate: record.creationDate + rotationPeriodInDays * day };
}
