// Exports how a rule of the engine is held against a record of a file.
import { KmsError } from "#kms/index.ts";
import { fail } from "./fields.ts";

/** Runs a check of the engine. @throws ArchiveError at `path` with what the engine says where it refuses the record */
export function byTheEngine(path: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof KmsError)) throw error;
    fail(path, `${error.code}: ${error.message}`.replace(/\.$/, ""));
  }
}
