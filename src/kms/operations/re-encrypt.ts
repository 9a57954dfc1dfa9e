// ReEncrypt: decrypts and encrypts again without showing the plaintext; needs an action of its own on either key.
import type { ReEncryptOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { keyArn } from "#kms/model/arn.ts";
import { decryptSource, requestedCiphertext, resolveSource } from "#kms/model/ciphertext-source.ts";
import { type Cipher, cipherOf, encryptWith, requireCipher } from "#kms/model/encryption.ts";
import { materialOf } from "#kms/model/key.ts";
import { requireState } from "#kms/model/key-state.ts";
import { requireUsage } from "#kms/model/key-usage.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import type { KeyRecord } from "#kms/state/records.ts";

export const reEncrypt: Operation<"ReEncrypt"> = {
  access: "crypto",
  resolve(input, context) {
    const from = cipherOf(input.SourceEncryptionAlgorithm, input.SourceEncryptionContext);
    const to = cipherOf(input.DestinationEncryptionAlgorithm, input.DestinationEncryptionContext);
    const ciphertext = requestedCiphertext(input);
    const source = resolveSource(context, {
      operation: "ReEncrypt",
      action: "ReEncryptFrom",
      keyId: input.SourceKeyId,
      cipher: from,
      ciphertext,
    });
    const destination = resolveKey(context.world, context.caller, "ReEncrypt", input.DestinationKeyId);
    return {
      requires: [source.requirement, { action: "ReEncryptTo", on: { key: destination.key } }],
      async run(): Promise<ReEncryptOutput> {
        for (const key of [source.key, destination.key]) requireUsage("ReEncrypt", key);
        for (const key of [source.key, destination.key]) requireState("ReEncrypt", key);
        requireCipher(destination.key, to);
        const plaintext = await decryptSource(context, source, from, ciphertext);
        const CiphertextBlob = plaintext && (await encryptWith(context, destination.key, to, plaintext));
        return {
          ...(CiphertextBlob ? { CiphertextBlob } : {}),
          SourceKeyId: keyArn(source.key),
          KeyId: destination.arn,
          SourceEncryptionAlgorithm: from.algorithm,
          DestinationEncryptionAlgorithm: to.algorithm,
          ...member("SourceKeyMaterialId", source.key, from),
          ...member("DestinationKeyMaterialId", destination.key, to),
        };
      },
    };
  },
};

/** Only symmetric encryption keys show the id of their key material. */
function member(
  name: "SourceKeyMaterialId" | "DestinationKeyMaterialId",
  key: KeyRecord,
  { algorithm }: Cipher,
): Partial<ReEncryptOutput> {
  return algorithm === "SYMMETRIC_DEFAULT" ? { [name]: materialOf(key).materialId } : {};
}
