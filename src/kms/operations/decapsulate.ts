// Decapsulate: the shared secret of a ciphertext that Encapsulate made, here or with the public key elsewhere.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { DecapsulateOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { materialOf } from "#kms/model/key.ts";
import { requireState } from "#kms/model/key-state.ts";
import { requireAlgorithm, requireUsage } from "#kms/model/key-usage.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

export const decapsulate: Operation<"Decapsulate"> = {
  access: "crypto",
  resolve({ KeyId, SharedSecretCiphertextBlob, EncapsulationAlgorithm }, { world, caller, crypto }) {
    const { key, arn } = resolveKey(world, caller, "Decapsulate", KeyId);
    return {
      requires: [{ action: "Decapsulate", on: { key } }],
      async run(): Promise<DecapsulateOutput> {
        requireUsage("Decapsulate", key);
        requireState("Decapsulate", key);
        requireAlgorithm(key, EncapsulationAlgorithm);
        // Only the length tells a wrong ciphertext: of a damaged one ML-KEM gives another secret (FIPS 203, implicit rejection).
        const SharedSecret = await crypto.decapsulate(materialOf(key), SharedSecretCiphertextBlob);
        if (!SharedSecret) throw new KmsError("InvalidCiphertextException");
        return { KeyId: arn, SharedSecret, EncapsulationAlgorithm };
      },
    };
  },
};
