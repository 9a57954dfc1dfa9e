// Encapsulate: a fresh shared secret, and its ciphertext for whoever can Decapsulate it. Needs the public key only.
import type { EncapsulateOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { publicKeyOf } from "#kms/model/key.ts";
import { requireState } from "#kms/model/key-state.ts";
import { requireAlgorithm, requireUsage } from "#kms/model/key-usage.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

export const encapsulate: Operation<"Encapsulate"> = {
  access: "crypto",
  resolve({ KeyId, EncapsulationAlgorithm }, { world, caller, crypto }) {
    const { key, arn } = resolveKey(world, caller, "Encapsulate", KeyId);
    return {
      requires: [{ action: "Encapsulate", on: { key } }],
      async run(): Promise<EncapsulateOutput> {
        requireUsage("Encapsulate", key);
        requireState("Encapsulate", key);
        requireAlgorithm(key, EncapsulationAlgorithm);
        const { sharedSecret, ciphertext } = await crypto.encapsulate(publicKeyOf(key), key.keySpec);
        return {
          KeyId: arn,
          SharedSecret: sharedSecret,
          SharedSecretCiphertextBlob: ciphertext,
          EncapsulationAlgorithm,
        };
      },
    };
  },
};
