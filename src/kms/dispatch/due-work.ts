// Exports what has fallen due by the sandbox clock. A key whose waiting period is over goes with its aliases, tags, policy
// and material. Source: developer guide, "Deleting AWS KMS keys".
import { aliasNamesOf } from "#kms/model/alias.ts";
import { keyArn } from "#kms/model/arn.ts";
import { tagsOf } from "#kms/model/tag.ts";
import { afterAll, recordId, tagId } from "#kms/state/id.ts";
import { dueEntry, type World } from "#kms/state/world.ts";
import type { ServiceWork, Writing } from "./operation.ts";

/** The first deletion that is due at `now` (epoch milliseconds), as work of a writer; undefined when nothing is due. */
export function dueWork(world: World, now: number): ((writing: Writing) => ServiceWork | undefined) | undefined {
  let due: string | undefined;
  world.indexes.deletions.scan("", dueEntry(now, afterAll), (id) => {
    due = id;
    return false;
  });
  return due === undefined ? undefined : (writing) => deleteKey(writing, due ?? "");
}

function deleteKey({ draft, now, destroyMaterial }: Writing, id: string): ServiceWork | undefined {
  const key = draft.tables.keys.get(id);
  // Another writer may have cancelled or carried out the deletion meanwhile.
  if (key?.deletionDate === undefined || key.deletionDate > now) return undefined;
  for (const name of aliasNamesOf(draft, key)) draft.remove("aliases", recordId(key, name));
  for (const { tagKey } of tagsOf(draft, key)) draft.remove("tags", tagId(key, key.keyId, tagKey));
  draft.remove("keyPolicies", id);
  draft.remove("keys", id);
  if (key.materialId !== undefined) destroyMaterial(key.materialId);
  return { keyArns: [keyArn(key)], account: key.account, region: key.region };
}
