// ScheduleKeyDeletion: begins the waiting period. The key's aliases stay, and keep their names taken, until it ends. A
// multi-Region primary key waits for its replicas first, and its own period begins when the last of them is deleted.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { ScheduleKeyDeletionOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { epochSeconds } from "#kms/model/key.ts";
import { requireState } from "#kms/model/key-state.ts";
import { isPrimary, replicasOf } from "#kms/model/multi-region.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { beginWaitingPeriod } from "#kms/model/waiting-period.ts";
import { recordId } from "#kms/state/id.ts";

export const scheduleKeyDeletion: Operation<"ScheduleKeyDeletion"> = {
  access: "write",
  resolve({ KeyId, PendingWindowInDays = 30 }, { caller, world, draft, now }) {
    const { key, arn } = resolveKey(world, caller, "ScheduleKeyDeletion", KeyId);
    return {
      requires: [{ action: "ScheduleKeyDeletion", on: { key } }],
      run(): ScheduleKeyDeletionOutput {
        // The contract allows 1 to 365, so that this text is the service's own (quoted 2020).
        if (PendingWindowInDays < 7 || PendingWindowInDays > 30)
          throw new KmsError("ValidationException", "PendingWindowInDays must be between 7 and 30");
        requireState("ScheduleKeyDeletion", key);
        const id = recordId(key, key.keyId);
        if (isPrimary(key) && replicasOf(world, key).length > 0) {
          const keyState = "PendingReplicaDeletion";
          draft.put("keys", id, { ...key, keyState, pendingDeletionWindowInDays: PendingWindowInDays });
          return { KeyId: arn, KeyState: keyState, PendingWindowInDays };
        }
        const waiting = beginWaitingPeriod(key, PendingWindowInDays, now);
        draft.put("keys", id, waiting);
        const DeletionDate = epochSeconds(waiting.deletionDate);
        return { KeyId: arn, DeletionDate, KeyState: waiting.keyState, PendingWindowInDays };
      },
    };
  },
};
