// Exports how a workspace file is read. It may come from anywhere: it is checked whole before anything is made of it.
import {
  type Commit,
  type KeyRecord,
  type KeyUse,
  keyArn,
  type Records,
  type TableName,
  tableNames,
} from "#kms/index.ts";
import type { Bytes } from "#lib/bytes.ts";
import { migrateRecord, schemaVersion, tablesSince } from "#storage/migrations/migrations.ts";
import { recordKey } from "#storage/record-key.ts";
import { type TableRecords, worldOf } from "#storage/workspace-contents.ts";
import { type Archive, ArchiveError, archiveByteLimit, archiveFormat } from "./archive-format.ts";
import { checkMaterial } from "./check-material.ts";
import { checkRecords } from "./check-records.ts";
import { bytes, fail, list, object, oneOf, structure, text, wholeNumber } from "./fields.ts";
import { keyUse, readHistory } from "./read-history.ts";
import { recordReaders } from "./record-fields.ts";
import { materialId } from "./record-values.ts";

/** Longer than the PKCS#8 form of an RSA_4096 key. */
const materialBytes = 4_096;

interface Envelope {
  readonly format: typeof archiveFormat;
  readonly version: number;
  readonly warning: string;
  readonly name: string;
  readonly exportedAt: string;
  readonly clock: string;
  readonly tables: unknown;
  readonly material: unknown;
  readonly history?: unknown;
  readonly usage?: unknown;
}

const isoTime = text({
  pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  what: "a time like 2026-01-15T10:00:00.000Z",
});
const asItIs = (value: unknown): unknown => value;

const envelope = structure<Envelope>({
  format: oneOf([archiveFormat]),
  version: wholeNumber(1),
  warning: text({ max: 1_000 }),
  name: text({ min: 1, max: 200 }),
  exportedAt: isoTime,
  clock: isoTime,
  tables: asItIs,
  material: asItIs,
  history: { optional: asItIs },
  usage: { optional: asItIs },
});

/**
 * Reads a workspace file, of this version or an older one.
 * @throws ArchiveError that names the place and the problem: then there is nothing that could be imported
 */
export async function parseArchive(file: string): Promise<Archive> {
  if (file.length > archiveByteLimit) fail("file", "is larger than 64 MiB");
  const found = object(parseJson(file), "file");
  if (found.format !== archiveFormat)
    fail("file", `does not hold a KMS Sandbox workspace: its format is not ${archiveFormat}`);
  if (typeof found.version === "number" && found.version > schemaVersion)
    fail(
      "file",
      `has version ${found.version}, written by a newer version of KMS Sandbox; this one reads up to ${schemaVersion}`,
    );
  const archive = withoutFile(() => envelope(found, "file"));
  const migrated = (table: string, record: unknown) => migrateRecord(table, record, archive.version);

  const tables = readTables(archive.tables, archive.version, migrated);
  const secrets = readMaterial(archive.material);
  const world = worldOf(tables, 0);
  checkRecords(tables, world);
  const material = await checkMaterial(tables, world, secrets);
  const history: readonly Commit[] =
    archive.history === undefined ? [] : readHistory(archive.history, tables, migrated);
  const usage = readUsage(archive.usage ?? {}, tables.keys);
  return { name: archive.name, exportedAt: archive.exportedAt, contents: { tables, material, history, usage } };
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch (error) {
    // The engine's own text quotes the file, and a file holds secrets.
    const position = error instanceof Error ? /position \d+/.exec(error.message)?.[0] : undefined;
    return fail("file", position ? `is not JSON: the problem is at ${position}` : "is not JSON");
  }
}

/** Members of the file itself are named without a prefix: `version`, not `file.version`. */
function withoutFile<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw new ArchiveError(error.path.replace(/^file\./, ""), error.problem);
  }
}

function readTables(
  value: unknown,
  version: number,
  migrated: (table: string, record: unknown) => unknown,
): TableRecords {
  const found = object(value, "tables");
  const known = tableNames.filter((table) => (tablesSince[table] ?? 1) <= version);
  for (const name of Object.keys(found)) oneOf(known)(name, `tables.${name}`);
  const entries = tableNames.map((table) => [
    table,
    known.includes(table) ? readTable(table, found[table], migrated) : [],
  ]);
  return Object.fromEntries(entries) as TableRecords; // one entry for each table, read as its records
}

function readTable<T extends TableName>(
  table: T,
  value: unknown,
  migrated: (table: string, record: unknown) => unknown,
): readonly Records[T][] {
  const path = `tables.${table}`;
  if (value === undefined) fail(path, "is missing");
  const records = list((record, at) => recordReaders[table](migrated(table, record), at))(value, path);
  const seen = new Map<string, number>();
  for (const [i, record] of records.entries()) {
    const key = recordKey(table, record);
    const first = seen.get(key);
    if (first !== undefined) fail(`${path}[${i}]`, `is the same record as ${path}[${first}]`);
    seen.set(key, i);
  }
  return records;
}

/** The last uses of keys; the events that they tell of need not be in the history. */
function readUsage(value: unknown, keys: readonly KeyRecord[]): Map<string, KeyUse> {
  const arns = new Set(keys.map(keyArn));
  const entries = Object.entries(object(value, "usage")).map(([arn, use]) => {
    const path = `usage[${JSON.stringify(arn)}]`;
    if (!arns.has(arn)) fail(path, "is of no key of this file");
    return [arn, keyUse(use, path)] as const;
  });
  return new Map(entries);
}

function readMaterial(value: unknown): Map<string, Bytes> {
  const entries = Object.entries(object(value, "material")).map(([id, secret]) => {
    const path = `material.${materialId(id, `material.${id}`)}`;
    return [id, bytes(materialBytes)(secret, path)] as const;
  });
  return new Map(entries);
}
