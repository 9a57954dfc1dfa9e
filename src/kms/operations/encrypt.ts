// Encrypt: up to 4096 bytes under a symmetric key, as much as OAEP takes under an RSA key.
import type { EncryptOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { cipherOf, encryptWith, requireCipher } from "#kms/model/encryption.ts";
import { requireState } from "#kms/model/key-state.ts";
import { requireUsage } from "#kms/model/key-usage.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

export const encrypt: Operation<"Encrypt"> = {
  access: "crypto",
  resolve({ KeyId, Plaintext, EncryptionAlgorithm, EncryptionContext }, context) {
    const { key, arn } = resolveKey(context.world, context.caller, "Encrypt", KeyId);
    const cipher = cipherOf(EncryptionAlgorithm, EncryptionContext);
    return {
      requires: [{ action: "Encrypt", on: { key } }],
      async run(): Promise<EncryptOutput> {
        requireUsage("Encrypt", key);
        requireState("Encrypt", key);
        requireCipher(key, cipher);
        const CiphertextBlob = await encryptWith(context, key, cipher, Plaintext);
        return { CiphertextBlob, KeyId: arn, EncryptionAlgorithm: cipher.algorithm };
      },
    };
  },
};
