// Exports what has fallen due by the sandbox clock. A key whose waiting period is over goes with its aliases, tags, policy
// and material. Source: developer guide, "Deleting AWS KMS keys".
import { keyArn } from "#kms/model/arn.ts";
import { removeKey } from "#kms/model/remove-key.ts";
import { endOf } from "#kms/state/id.ts";
import { dueEntry, type World } from "#kms/state/world.ts";
import type { ServiceWork, Writing } from "./operation.ts";

/** The first deletion that is due at `now` (epoch milliseconds), as work of a writer; undefined when nothing is due. */
export function dueWork(world: World, now: number): ((writing: Writing) => ServiceWork | undefined) | undefined {
  if (world.indexes.deletions.size === 0) return undefined;
  let due: string | undefined;
  world.indexes.deletions.scan("", endOf(dueEntry(now, "")), (id) => {
    due = id;
    return false;
  });
  return due === undefined ? undefined : (writing) => deleteKey(writing, due ?? "");
}

function deleteKey(writing: Writing, id: string): ServiceWork | undefined {
  const key = writing.draft.tables.keys.get(id);
  // Another writer may have cancelled or carried out the deletion meanwhile.
  if (key?.deletionDate === undefined || key.deletionDate > writing.now) return undefined;
  removeKey(writing, key);
  return { keyArns: [keyArn(key)], account: key.account, region: key.region };
}
