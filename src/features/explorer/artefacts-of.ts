// Exports artefactsOf: the cards of an account's bench, as they are kept.
import { type ArtefactRecord, endOf, type World } from "#kms/index.ts";

/** Each once, whichever of the tables has it: the bench of a moment has the cards of then and those that were made since. */
export function artefactsOf(
  tables: readonly World["tables"]["artefacts"][],
  account: string,
): readonly ArtefactRecord[] {
  const artefacts = new Map<string, ArtefactRecord>();
  const prefix = `${account}/`;
  for (const table of tables)
    table.scan(prefix, endOf(prefix), (artefact, id) => {
      artefacts.set(id, artefact);
      return true;
    });
  return [...artefacts.values()];
}
