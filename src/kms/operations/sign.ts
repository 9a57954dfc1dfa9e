// Sign: a signature over a message, its digest or its ML-DSA representative, by a key of usage SIGN_VERIFY.
import type { SignOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { materialOf } from "#kms/model/key.ts";
import { requireState } from "#kms/model/key-state.ts";
import { requireAlgorithm, requireUsage } from "#kms/model/key-usage.ts";
import { requireMessage } from "#kms/model/message.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

export const sign: Operation<"Sign"> = {
  access: "crypto",
  resolve({ KeyId, Message, MessageType, SigningAlgorithm }, { world, caller, crypto }) {
    const { key, arn } = resolveKey(world, caller, "Sign", KeyId);
    return {
      requires: [{ action: "Sign", on: { key } }],
      async run(): Promise<SignOutput> {
        requireUsage("Sign", key);
        requireState("Sign", key);
        requireAlgorithm(key, SigningAlgorithm);
        const messageType = requireMessage(key.keySpec, SigningAlgorithm, MessageType, Message);
        const Signature = await crypto.sign(materialOf(key), SigningAlgorithm, messageType, Message);
        return { KeyId: arn, Signature, SigningAlgorithm };
      },
    };
  },
};
