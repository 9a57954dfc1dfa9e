// Verify: answers for a good signature only; a bad one is an error, so SignatureValid is never false (recorded).
import { KmsError } from "#kms/contract/kms-error.ts";
import type { VerifyOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { publicKeyOf } from "#kms/model/key.ts";
import { requireState } from "#kms/model/key-state.ts";
import { requireAlgorithm, requireUsage } from "#kms/model/key-usage.ts";
import { requireMessage } from "#kms/model/message.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

export const verify: Operation<"Verify"> = {
  access: "crypto",
  resolve({ KeyId, Message, MessageType, Signature, SigningAlgorithm }, { world, caller, crypto }) {
    const { key, arn } = resolveKey(world, caller, "Verify", KeyId);
    return {
      requires: [{ action: "Verify", on: { key } }],
      async run(): Promise<VerifyOutput> {
        requireUsage("Verify", key);
        requireState("Verify", key);
        requireAlgorithm(key, SigningAlgorithm);
        const messageType = requireMessage(key.keySpec, SigningAlgorithm, MessageType, Message);
        const publicKey = publicKeyOf(key);
        if (!(await crypto.verify(publicKey, key.keySpec, SigningAlgorithm, messageType, Message, Signature)))
          throw new KmsError("KMSInvalidSignatureException");
        return { KeyId: arn, SignatureValid: true, SigningAlgorithm };
      },
    };
  },
};
