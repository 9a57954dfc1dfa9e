// Exports the deletion of a key whose waiting period is over: it goes with its aliases, tags, policy and material.
// Source: developer guide, "Deleting AWS KMS keys".
import { keyArn } from "#kms/model/arn.ts";
import { removeKey } from "#kms/model/remove-key.ts";
import type { ServiceWork, Writing } from "./operation.ts";

/** @param id of the key's record. Undefined when another writer has cancelled or carried out the deletion meanwhile. */
export function deleteDueKey(writing: Writing, id: string): ServiceWork | undefined {
  const key = writing.draft.tables.keys.get(id);
  if (key?.deletionDate === undefined || key.deletionDate > writing.now) return undefined;
  removeKey(writing, key);
  return { keyArns: [keyArn(key)], account: key.account, region: key.region };
}
