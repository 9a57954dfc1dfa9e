// DeriveSharedSecret: what this key and the other side's public key have in common, by elliptic curve Diffie-Hellman. The raw
// secret is no key yet: both sides put it through a key derivation function.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { DeriveSharedSecretOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { materialOf } from "#kms/model/key.ts";
import { requireState } from "#kms/model/key-state.ts";
import { requireAlgorithm, requireUsage } from "#kms/model/key-usage.ts";
import { refuseRecipient } from "#kms/model/recipient.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

export const deriveSharedSecret: Operation<"DeriveSharedSecret"> = {
  access: "crypto",
  resolve({ KeyId, KeyAgreementAlgorithm, PublicKey, Recipient }, { world, caller, crypto }) {
    const { key, arn } = resolveKey(world, caller, "DeriveSharedSecret", KeyId);
    return {
      requires: [{ action: "DeriveSharedSecret", on: { key } }],
      async run(): Promise<DeriveSharedSecretOutput> {
        requireUsage("DeriveSharedSecret", key);
        requireState("DeriveSharedSecret", key);
        requireAlgorithm(key, KeyAgreementAlgorithm);
        refuseRecipient(Recipient);
        const SharedSecret = await crypto.deriveSharedSecret(materialOf(key), PublicKey);
        // Recorded: bytes that are no public key of the same curve are refused without a message.
        if (!SharedSecret) throw new KmsError("ValidationException");
        return { KeyId: arn, SharedSecret, KeyAgreementAlgorithm, KeyOrigin: key.origin };
      },
    };
  },
};
