// Exports the calls behind "Schedule deletion": one for each key, told in one flash.

import { type KeyRecord, keyArn, recordId } from "#kms/index.ts";
import { runBatch } from "#store/batch.ts";
import type { BatchResult } from "#store/batch-outcome.ts";
import type { Action } from "#store/use-call.ts";

export function scheduleDeletion(
  begin: () => Action,
  keys: readonly KeyRecord[],
  waitingDays: number,
): Promise<BatchResult<KeyRecord>> {
  return runBatch(begin, {
    items: keys,
    doing: "Scheduling key deletion",
    call: (action, { keyId }) => action.call("ScheduleKeyDeletion", { KeyId: keyId, PendingWindowInDays: waitingDays }),
    nameOf: ({ keyId }) => keyId,
    subjectOf: (key) => recordId(key, key.keyId),
    succeeded: ([first, ...more]) =>
      first && more.length === 0
        ? ["Successfully scheduled deletion for key ", { strong: keyArn(first) }, "."]
        : ["Successfully scheduled deletion for ", { strong: String(more.length + 1) }, " keys."],
    failed: (failures, total) =>
      `Deletion could not be scheduled for ${total === 1 ? "the key" : `${failures} of ${total} keys`}`,
  });
}
