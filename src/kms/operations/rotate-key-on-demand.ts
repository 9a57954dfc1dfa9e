// RotateKeyOnDemand: gives a symmetric encryption key new key material now, whatever its schedule, which stays. A key of
// imported material takes the one that waits for it. Simulated: AWS rotates in the background; here it is done at once, so
// the trail has no RotateKey event beside the call.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { RotateKeyOnDemandOutput } from "#kms/contract/types.gen.ts";
import type { Operation, Writing } from "#kms/dispatch/operation.ts";
import { materialsOf } from "#kms/model/key-material.ts";
import { requireState } from "#kms/model/key-state.ts";
import { requirePrimary } from "#kms/model/multi-region.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { newSymmetricMaterial, originRefusal, requireRotationOnDemand, rotateTo } from "#kms/model/rotation.ts";
import type { KeyRecord } from "#kms/state/records.ts";

export const rotateKeyOnDemand: Operation<"RotateKeyOnDemand"> = {
  access: "write",
  resolve({ KeyId }, writing) {
    const { caller, world, draft, now } = writing;
    const { key, arn } = resolveKey(world, caller, "RotateKeyOnDemand", KeyId);
    return {
      requires: [{ action: "RotateKeyOnDemand", on: { key } }],
      run(): RotateKeyOnDemandOutput {
        if (key.origin !== "AWS_KMS" && key.origin !== "EXTERNAL") throw originRefusal(key);
        requireState("RotateKeyOnDemand", key);
        // Recorded: without a message.
        if (key.keySpec !== "SYMMETRIC_DEFAULT") throw new KmsError("UnsupportedOperationException");
        if (key.multiRegion) requirePrimary(key);
        requireRotationOnDemand(world, key, now);
        const materialId =
          key.origin === "EXTERNAL" ? waitingMaterial(writing, key, arn) : newSymmetricMaterial(writing);
        rotateTo(draft, key, materialId, { rotationDate: now, rotationType: "ON_DEMAND" });
        return { KeyId: arn };
      },
    };
  },
};

/** @throws KmsError KMSInvalidStateException (recorded) when no imported material waits, or not in every Region. */
function waitingMaterial({ world }: Writing, key: KeyRecord, arn: string): string {
  const waiting = materialsOf(world, key).find(({ materialState }) => materialState === "PENDING_ROTATION");
  if (!waiting)
    throw new KmsError("KMSInvalidStateException", `No available key material pending rotation for the key: ${arn}.`);
  return waiting.materialId;
}
