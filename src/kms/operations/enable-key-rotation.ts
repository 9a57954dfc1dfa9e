// EnableKeyRotation: rotates the key automatically, for the first time one period from now. Called again it sets the period
// anew. Simulated: the next rotation is then counted from that call.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { canSchedule, scheduleFrom, setSchedule } from "#kms/model/rotation.ts";

export const enableKeyRotation: Operation<"EnableKeyRotation"> = {
  access: "write",
  resolve({ KeyId, RotationPeriodInDays }, { caller, world, draft, now }) {
    const { key } = resolveKey(world, caller, "EnableKeyRotation", KeyId);
    return {
      requires: [{ action: "EnableKeyRotation", on: { key } }],
      run(): undefined {
        // Recorded: without a message.
        if (!canSchedule("EnableKeyRotation", key)) throw new KmsError("UnsupportedOperationException");
        setSchedule(draft, key, scheduleFrom(now, now, RotationPeriodInDays));
      },
    };
  },
};
