// VerifyMac: answers for a good MAC only; a bad one is an error, so MacValid is never false (recorded).
import { KmsError } from "#kms/contract/kms-error.ts";
import type { VerifyMacOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { materialOf } from "#kms/model/key.ts";
import { requireState } from "#kms/model/key-state.ts";
import { requireAlgorithm, requireUsage } from "#kms/model/key-usage.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

export const verifyMac: Operation<"VerifyMac"> = {
  access: "crypto",
  resolve({ KeyId, Mac, MacAlgorithm, Message }, { world, caller, crypto }) {
    const { key, arn } = resolveKey(world, caller, "VerifyMac", KeyId);
    return {
      requires: [{ action: "VerifyMac", on: { key } }],
      async run(): Promise<VerifyMacOutput> {
        requireUsage("VerifyMac", key);
        requireState("VerifyMac", key);
        requireAlgorithm(key, MacAlgorithm);
        if (!(await crypto.verifyMac(materialOf(key), MacAlgorithm, Message, Mac)))
          throw new KmsError("KMSInvalidMacException");
        return { KeyId: arn, MacValid: true, MacAlgorithm };
      },
    };
  },
};
