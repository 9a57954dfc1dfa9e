// ReEncrypt: decrypts and encrypts again without showing the plaintext; needs an action of its own on either key.
import type { ReEncryptOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { keyArn } from "#kms/model/arn.ts";
import { decryptSource, requestedCiphertext, resolveSource } from "#kms/model/ciphertext-source.ts";
import { type Cipher, cipherOf, encryptWith, requireCipher } from "#kms/model/encryption.ts";
import { requireState } from "#kms/model/key-state.ts";
import { requireUsage } from "#kms/model/key-usage.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

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
        const decrypted = await decryptSource(context, source, from, ciphertext);
        const CiphertextBlob = decrypted && (await encryptWith(context, destination.key, to, decrypted.plaintext));
        return {
          ...(CiphertextBlob ? { CiphertextBlob } : {}),
          SourceKeyId: keyArn(source.key),
          KeyId: destination.arn,
          SourceEncryptionAlgorithm: from.algorithm,
          DestinationEncryptionAlgorithm: to.algorithm,
          // Of the source, the material that the ciphertext names; of the destination, the current one.
          ...member("SourceKeyMaterialId", decrypted?.materialId, from),
          ...member("DestinationKeyMaterialId", destination.key.materialId, to),
        };
      },
    };
  },
};

/** Only symmetric encryption keys show the id of their key material. */
function member(
  name: "SourceKeyMaterialId" | "DestinationKeyMaterialId",
  materialId: string | undefined,
  { algorithm }: Cipher,
): Partial<ReEncryptOutput> {
  return algorithm === "SYMMETRIC_DEFAULT" && materialId !== undefined ? { [name]: materialId } : {};
}
