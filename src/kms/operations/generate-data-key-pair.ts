// GenerateDataKeyPair: a key pair for use outside KMS, its private key in the clear for now and encrypted for keeping.
import type { GenerateDataKeyPairOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { generateDataKeyPairUnder } from "#kms/model/data-key-pair.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

export const generateDataKeyPair: Operation<"GenerateDataKeyPair"> = {
  access: "crypto",
  resolve(input, context) {
    const { key, arn } = resolveKey(context.world, context.caller, "GenerateDataKeyPair", input.KeyId);
    return {
      requires: [{ action: "GenerateDataKeyPair", on: { key } }],
      async run(): Promise<GenerateDataKeyPairOutput> {
        const pair = await generateDataKeyPairUnder(context, "GenerateDataKeyPair", key, input);
        return {
          PrivateKeyCiphertextBlob: pair.ciphertext,
          PrivateKeyPlaintext: pair.privateKey,
          PublicKey: pair.publicKey,
          KeyId: arn,
          KeyPairSpec: input.KeyPairSpec,
          KeyMaterialId: pair.materialId,
        };
      },
    };
  },
};
