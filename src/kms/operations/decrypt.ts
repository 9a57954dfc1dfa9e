// Decrypt: a symmetric ciphertext names its key itself; KeyId then only says which key it must be.
import type { DecryptOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { keyArn } from "#kms/model/arn.ts";
import { decryptSource, requestedCiphertext, resolveSource } from "#kms/model/ciphertext-source.ts";
import { cipherOf } from "#kms/model/encryption.ts";
import { requireState } from "#kms/model/key-state.ts";
import { requireUsage } from "#kms/model/key-usage.ts";
import { refuseRecipient } from "#kms/model/recipient.ts";

export const decrypt: Operation<"Decrypt"> = {
  access: "crypto",
  resolve(input, context) {
    const cipher = cipherOf(input.EncryptionAlgorithm, input.EncryptionContext);
    const ciphertext = requestedCiphertext(input);
    const request = { operation: "Decrypt", action: "Decrypt", keyId: input.KeyId, cipher, ciphertext } as const;
    const source = resolveSource(context, request);
    const { key } = source;
    return {
      requires: [source.requirement],
      async run(): Promise<DecryptOutput> {
        requireUsage("Decrypt", key);
        requireState("Decrypt", key);
        refuseRecipient(input.Recipient);
        const decrypted = await decryptSource(context, source, cipher, ciphertext);
        return {
          KeyId: keyArn(key),
          ...(decrypted ? { Plaintext: decrypted.plaintext } : {}),
          EncryptionAlgorithm: cipher.algorithm,
          // Not the current material: the one that the ciphertext names.
          ...(decrypted && cipher.algorithm === "SYMMETRIC_DEFAULT" ? { KeyMaterialId: decrypted.materialId } : {}),
        };
      },
    };
  },
};
