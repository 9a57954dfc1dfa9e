// Exports how a workspace becomes a file.
import { type Commit, tableNames } from "#kms/index.ts";
import { encodeBase64 } from "#lib/base64.ts";
import { schemaVersion } from "#storage/migrations/migrations.ts";
import type { Workspace } from "#storage/workspace.ts";
import type { WorkspaceContents } from "#storage/workspace-contents.ts";
import {
  type ArchiveDocument,
  ArchiveError,
  archiveByteLimit,
  archiveFormat,
  archiveHistoryLimit,
  archiveWarning,
} from "./archive-format.ts";

/**
 * The workspace as one plain JSON object, as of one moment. It holds key material in the clear.
 * @param now real time, epoch milliseconds
 */
export async function exportArchive(
  workspace: Pick<Workspace, "name" | "contents">,
  now: number,
): Promise<ArchiveDocument> {
  return archiveOf(workspace.name, await workspace.contents(archiveHistoryLimit), now);
}

/** The file of these contents. */
export function archiveOf(
  name: string,
  { tables, material, history, usage }: WorkspaceContents,
  now: number,
): ArchiveDocument {
  return {
    format: archiveFormat,
    version: schemaVersion,
    warning: archiveWarning,
    name,
    exportedAt: new Date(now).toISOString(),
    clock: new Date(now + (tables.settings[0]?.clockOffsetMs ?? 0)).toISOString(),
    tables: Object.fromEntries(
      tableNames.map((table) => [table, tables[table].map(encodeRecord)]),
    ) as unknown as ArchiveDocument["tables"], // one entry for each table
    material: Object.fromEntries([...material].map(([id, secret]) => [id, { $bytes: encodeBase64(secret) }])),
    history: history.map(encodeCommit),
    ...(usage ? { usage: Object.fromEntries(usage) } : {}),
  };
}

/**
 * The text of the file.
 * @throws ArchiveError when it would be too large to be read again
 */
export function archiveText(document: ArchiveDocument): string {
  const text = JSON.stringify(document, null, 1);
  if (text.length > archiveByteLimit)
    throw new ArchiveError("file", "would be larger than the 64 MiB that can be read again");
  return text;
}

/** A record with its bytes as base64; bytes are always members of the record itself. */
export function encodeRecord(record: object): object {
  const members = Object.entries(record).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? { $bytes: encodeBase64(value) } : value,
  ]);
  return Object.fromEntries(members);
}

/** A commit as a file has it, its records with their bytes as base64. */
export function encodeCommit(commit: Commit): object {
  const tables = Object.entries(commit.diff).map(([table, changes]) => [
    table,
    Object.fromEntries(
      Object.entries(changes).map(([id, change]) => [
        id,
        change.map((record: object | null) => (record === null ? null : encodeRecord(record))),
      ]),
    ),
  ]);
  return { ...commit, diff: Object.fromEntries(tables) };
}
