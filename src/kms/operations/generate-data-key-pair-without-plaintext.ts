// GenerateDataKeyPairWithoutPlaintext: a key pair whose private key only Decrypt will show.
import type { GenerateDataKeyPairWithoutPlaintextOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { generateDataKeyPairUnder } from "#kms/model/data-key-pair.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

const operation = "GenerateDataKeyPairWithoutPlaintext";

export const generateDataKeyPairWithoutPlaintext: Operation<typeof operation> = {
  access: "crypto",
  resolve(input, context) {
    const { key, arn } = resolveKey(context.world, context.caller, operation, input.KeyId);
    return {
      requires: [{ action: operation, on: { key } }],
      async run(): Promise<GenerateDataKeyPairWithoutPlaintextOutput> {
        const { ciphertext, publicKey, materialId } = await generateDataKeyPairUnder(context, operation, key, input);
        return {
          PrivateKeyCiphertextBlob: ciphertext,
          PublicKey: publicKey,
          KeyId: arn,
          KeyPairSpec: input.KeyPairSpec,
          KeyMaterialId: materialId,
        };
      },
    };
  },
};
