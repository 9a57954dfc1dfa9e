// GenerateDataKeyWithoutPlaintext: a data key that only Decrypt will show.
import type { GenerateDataKeyWithoutPlaintextOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { generateDataKeyUnder } from "#kms/model/data-key.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

const operation = "GenerateDataKeyWithoutPlaintext";

export const generateDataKeyWithoutPlaintext: Operation<typeof operation> = {
  access: "crypto",
  resolve(input, context) {
    const { key, arn } = resolveKey(context.world, context.caller, operation, input.KeyId);
    return {
      requires: [{ action: operation, on: { key } }],
      async run(): Promise<GenerateDataKeyWithoutPlaintextOutput> {
        const { ciphertext, materialId } = await generateDataKeyUnder(context, operation, key, input);
        return { CiphertextBlob: ciphertext, KeyId: arn, KeyMaterialId: materialId };
      },
    };
  },
};
