// DisableKeyRotation: ends automatic rotation; on a key that never rotates it succeeds and does nothing (captured from AWS).
import type { Operation } from "#kms/dispatch/operation.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { canSchedule, setSchedule } from "#kms/model/rotation.ts";

export const disableKeyRotation: Operation<"DisableKeyRotation"> = {
  access: "write",
  resolve({ KeyId }, { caller, world, draft }) {
    const { key } = resolveKey(world, caller, "DisableKeyRotation", KeyId);
    return {
      requires: [{ action: "DisableKeyRotation", on: { key } }],
      run(): undefined {
        if (canSchedule("DisableKeyRotation", key)) setSchedule(draft, key, undefined);
      },
    };
  },
};
