// GenerateDataKey: a data key in the clear for use now, and encrypted under a KMS key for keeping.
import type { GenerateDataKeyOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { generateDataKeyUnder } from "#kms/model/data-key.ts";
import { refuseRecipient } from "#kms/model/recipient.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";

export const generateDataKey: Operation<"GenerateDataKey"> = {
  access: "crypto",
  resolve(input, context) {
    const { key, arn } = resolveKey(context.world, context.caller, "GenerateDataKey", input.KeyId);
    return {
      requires: [{ action: "GenerateDataKey", on: { key } }],
      async run(): Promise<GenerateDataKeyOutput> {
        const dataKey = await generateDataKeyUnder(context, "GenerateDataKey", key, input);
        refuseRecipient(input.Recipient);
        return {
          CiphertextBlob: dataKey.ciphertext,
          Plaintext: dataKey.plaintext,
          KeyId: arn,
          KeyMaterialId: dataKey.materialId,
        };
      },
    };
  },
};
