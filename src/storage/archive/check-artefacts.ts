// Exports the rules of artefacts, the cards of the bench.
import { type ArtefactRecord, artefactLimit, artefactProblem, type World } from "#kms/index.ts";
import { checkPlace } from "./check-place.ts";
import { fail } from "./fields.ts";

/** Neither their keys nor their aliases need be there. @throws ArchiveError for an artefact that could not have been kept */
export function checkArtefacts(world: World, artefacts: readonly ArtefactRecord[]): void {
  if (artefacts.length > artefactLimit) fail("tables.artefacts", `must have at most ${artefactLimit} records`);
  for (const [i, artefact] of artefacts.entries()) {
    const path = `tables.artefacts[${i}]`;
    checkPlace(world, artefact, path);
    const problem = artefactProblem(artefact);
    if (problem) fail(`${path}.${problem[0]}`, problem[1]);
  }
}
