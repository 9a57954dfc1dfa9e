// Exports the form of a workspace file, and the error that says what is wrong with one.
import type { KeyUse, TableName } from "#kms/index.ts";
import type { WorkspaceContents } from "#storage/workspace-contents.ts";

export const archiveFormat = "kms-sandbox-workspace";

/** A file may have so many bytes; a larger one is neither written nor read. */
export const archiveByteLimit = 64 * 1024 * 1024;

/** So many of the newest commits go with a file. */
export const archiveHistoryLimit = 1_000;

export const archiveWarning =
  "This file holds the key material of the workspace in the clear. Whoever has it can decrypt and sign with every key in it.";

/** Bytes in a JSON file: base64. */
export interface BytesField {
  readonly $bytes: string;
}

/** The file itself, as plain JSON. Key material stands in it in the clear, which `warning` tells whoever opens it. */
export interface ArchiveDocument {
  readonly format: typeof archiveFormat;
  readonly version: number;
  readonly warning: string;
  readonly name: string;
  /** Real time, ISO 8601. */
  readonly exportedAt: string;
  /** Sandbox time at that moment, ISO 8601: for the reader; the offset itself is in `tables.settings`. */
  readonly clock: string;
  /** Records as the World has them, publicKey as a BytesField. */
  readonly tables: Readonly<Record<TableName, readonly unknown[]>>;
  /** Key material id -> raw bytes, or PKCS#8 of key pairs. */
  readonly material: Readonly<Record<string, BytesField>>;
  /** The newest commits, oldest first; the records in their diffs as in `tables`. */
  readonly history?: readonly unknown[];
  /** Key ARN -> the last use of the key. */
  readonly usage?: Readonly<Record<string, KeyUse>>;
}

/** A file that has been checked whole and can be imported. */
export interface Archive {
  readonly name: string;
  readonly exportedAt: string;
  readonly contents: WorkspaceContents;
}

/** What is wrong with a file. The message names the place, e.g. `tables.keys[3].keySpec: must be ...`, or the file: "The file is ...". */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";

  constructor(
    /** Where in the file; `file` for the whole of it. */
    readonly path: string,
    readonly problem: string,
  ) {
    super(path === "file" ? `The file ${problem}.` : `${path}: ${problem}.`);
  }
}
