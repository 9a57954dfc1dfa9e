// Exports the deletion of a key whose waiting period is over: it goes with its aliases, tags, policy and material.
// Source: developer guide, "Deleting AWS KMS keys" and "Deleting multi-Region keys".
import { keyArn } from "#kms/model/arn.ts";
import { relatedKeys } from "#kms/model/multi-region.ts";
import { removeKey } from "#kms/model/remove-key.ts";
import { beginWaitingPeriod } from "#kms/model/waiting-period.ts";
import { recordId } from "#kms/state/id.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import type { ServiceWork, Writing } from "./operation.ts";

/** @param id of the key's record. Undefined when another writer has cancelled or carried out the deletion meanwhile. */
export function deleteDueKey(writing: Writing, id: string): ServiceWork | undefined {
  const key = writing.draft.tables.keys.get(id);
  if (key?.deletionDate === undefined || key.deletionDate > writing.now) return undefined;
  removeKey(writing, key);
  beginWaitOfPrimary(writing, key);
  return { keyArns: [keyArn(key)], account: key.account, region: key.region };
}

/** A primary key that has been waiting for its replicas begins its own waiting period when the last of them is gone. */
function beginWaitOfPrimary({ draft, now }: Writing, gone: KeyRecord): void {
  const [primary, ...replicas] = relatedKeys(draft, gone);
  if (replicas.length > 0 || primary?.pendingDeletionWindowInDays === undefined) return;
  const waiting = beginWaitingPeriod(primary, primary.pendingDeletionWindowInDays, now);
  draft.put("keys", recordId(primary, primary.keyId), waiting);
}
