// Exports the lines of a journal, one JSON value each: what a state file does not have yet.
import type { Commit, MaterialChange } from "#kms/index.ts";
import { encodeBase64 } from "#lib/base64.ts";
import { encodeCommit } from "#storage/archive/export-archive.ts";
import { bytes, list, object, oneOf, type Read, structure, text, wholeNumber } from "#storage/archive/fields.ts";
import { commitReader } from "#storage/archive/read-history.ts";
import { materialId } from "#storage/archive/record-values.ts";
import { migrateRecord, schemaVersion } from "#storage/migrations/migrations.ts";

const journalFormat = "kms-sandbox-journal";

/** The first line. */
export interface JournalHead {
  readonly format: typeof journalFormat;
  readonly version: number;
  /** `exportedAt` of the state file whose changes these are. */
  readonly follows: string;
}

export type JournalLine =
  | { readonly commit: Commit; readonly material: MaterialChange }
  /** `exportedAt` of a state file that was about to take the place of the one before: then all lines so far are void. */
  | { readonly until: string };

export function headLine(follows: string): string {
  return `${JSON.stringify({ format: journalFormat, version: schemaVersion, follows } satisfies JournalHead)}\n`;
}

export function commitLine(commit: Commit, { keep, destroy }: MaterialChange): string {
  const line: Record<string, unknown> = { commit: encodeCommit(commit) };
  if (keep.size > 0)
    line.keep = Object.fromEntries([...keep].map(([id, secret]) => [id, { $bytes: encodeBase64(secret) }]));
  if (destroy.length > 0) line.destroy = destroy;
  return `${JSON.stringify(line)}\n`;
}

export function untilLine(until: string): string {
  return `${JSON.stringify({ until })}\n`;
}

/** @throws ArchiveError for what is no first line of a journal */
export const readHead: Read<JournalHead> = (value, path) =>
  structure<JournalHead>({ format: oneOf([journalFormat]), version: wholeNumber(1), follows: text() })(value, path);

/** @param version of the records in it. @throws ArchiveError for what is no line of a journal */
export function lineReader(version: number): Read<JournalLine> {
  const read = structure<{
    commit?: Commit;
    keep?: ReadonlyMap<string, Uint8Array>;
    destroy?: readonly string[];
    until?: string;
  }>({
    commit: { optional: commitReader((table, record) => migrateRecord(table, record, version)) },
    keep: { optional: secrets },
    destroy: { optional: list(materialId) },
    until: { optional: text() },
  });
  return (value, path) => {
    const { commit, keep = new Map(), destroy = [], until = "" } = read(value, path);
    return commit ? { commit, material: { keep, destroy } } : { until };
  };
}

/** Longer than any key material. */
const secretBytes = 16_384;

const secrets: Read<ReadonlyMap<string, Uint8Array>> = (value, path) =>
  new Map(
    Object.entries(object(value, path)).map(([id, secret]) => [
      materialId(id, `${path}.${id}`),
      bytes(secretBytes)(secret, `${path}.${id}`),
    ]),
  );
