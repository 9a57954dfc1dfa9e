// GenerateMac: the HMAC of a message under an HMAC key, never shortened.
import type { GenerateMacOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { materialOf } from "#kms/model/key.ts";
import { requireState } from "#kms/model/key-state.ts";
import { requireAlgorithm, requireUsage } from "#kms/model/key-usage.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

export const generateMac: Operation<"GenerateMac"> = {
  access: "crypto",
  resolve({ KeyId, MacAlgorithm, Message }, { world, caller, crypto }) {
    const { key, arn } = resolveKey(world, caller, "GenerateMac", KeyId);
    return {
      requires: [{ action: "GenerateMac", on: { key } }],
      async run(): Promise<GenerateMacOutput> {
        requireUsage("GenerateMac", key);
        requireState("GenerateMac", key);
        requireAlgorithm(key, MacAlgorithm);
        return { Mac: await crypto.mac(materialOf(key), MacAlgorithm, Message), MacAlgorithm, KeyId: arn };
      },
    };
  },
};
