// GetKeyRotationStatus: whether and when a key rotates automatically. Keys that cannot rotate answer false, but for those
// whose material KMS did not make (both quoted from AWS). An on-demand rotation is over at once here, so none is ever shown
// in progress.
import type { GetKeyRotationStatusOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { epochSeconds } from "#kms/model/key.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { defaultRotationPeriodInDays, requireMadeByKms } from "#kms/model/rotation.ts";

export const getKeyRotationStatus: Operation<"GetKeyRotationStatus"> = {
  access: "read",
  resolve({ KeyId }, { caller, world }) {
    const { key, arn } = resolveKey(world, caller, "GetKeyRotationStatus", KeyId);
    return {
      requires: [{ action: "GetKeyRotationStatus", on: { key } }],
      run(): GetKeyRotationStatusOutput {
        requireMadeByKms(key);
        const { keyManager, keyState, nextRotationDate, rotationPeriodInDays } = key;
        const isPendingDeletion = keyState === "PendingDeletion" || keyState === "PendingReplicaDeletion";
        const isEnabled = keyManager === "AWS" || (rotationPeriodInDays !== undefined && !isPendingDeletion);
        return {
          KeyRotationEnabled: isEnabled,
          KeyId: arn,
          ...(isEnabled ? { RotationPeriodInDays: rotationPeriodInDays ?? defaultRotationPeriodInDays } : {}),
          ...(isEnabled && nextRotationDate !== undefined ? { NextRotationDate: epochSeconds(nextRotationDate) } : {}),
        };
      },
    };
  },
};
