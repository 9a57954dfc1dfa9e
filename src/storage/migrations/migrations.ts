// Exports the steps from each released form of the records to the next. Forward only and pure: a step sees one record and
// answers it in the new form, so that tables, history and archives all take the same way.
import type { TableName } from "#kms/index.ts";

export interface Migration {
  readonly from: number;
  readonly to: number;
  /** The record of `table` in the form `to`; absent where records stay as they are. */
  readonly record?: (table: string, record: unknown) => unknown;
}

/** The form that this code reads and writes; also the version of a workspace's database and of an archive. */
export const schemaVersion = 2;

/** Version 1 is the first. With a new version comes its step here and a frozen archive in archives/. */
export const migrations: readonly Migration[] = [
  // Version 2 brought tables and optional members, of which version 1 had none.
  { from: 1, to: 2 },
];

/** The tables that came with each version; an archive of an earlier one does not have them. */
export const tablesSince: Readonly<Partial<Record<TableName, number>>> = {
  grants: 2,
  keyMaterials: 2,
  importParameters: 2,
  customKeyStores: 2,
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
    if (step.record) migrated = step.record(table, migrated);
    at = step.to;
  }
  return migrated;
}

/** Whether any record of the form `version` differs in the form `to`: else nothing that is stored needs to be read. */
export function changesRecords(version: number, steps: readonly Migration[], to: number): boolean {
  return steps.some((step) => step.from >= version && step.to <= to && step.record !== undefined);
}
