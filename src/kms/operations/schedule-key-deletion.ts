// ScheduleKeyDeletion: begins the waiting period. The key's aliases stay, and keep their names taken, until it ends.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { ScheduleKeyDeletionOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { epochSeconds } from "#kms/model/key.ts";
import { requireState } from "#kms/model/key-state.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { recordId } from "#kms/state/id.ts";

const day = 24 * 60 * 60 * 1000;

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
        const deletionDate = now + PendingWindowInDays * day;
        draft.put("keys", recordId(key, key.keyId), { ...key, keyState: "PendingDeletion", deletionDate });
        return {
          KeyId: arn,
          DeletionDate: epochSeconds(deletionDate),
          KeyState: "PendingDeletion",
          PendingWindowInDays,
        };
      },
    };
  },
};
