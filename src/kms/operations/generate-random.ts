// GenerateRandom: random bytes that belong to no key.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { GenerateRandomOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { refuseRecipient } from "#kms/model/recipient.ts";

export const generateRandom: Operation<"GenerateRandom"> = {
  access: "read",
  resolve({ NumberOfBytes, CustomKeyStoreId, Recipient }, { random }) {
    return {
      requires: [{ action: "GenerateRandom", on: "any" }],
      run(): GenerateRandomOutput {
        // The contract does not require the member; the service does (recorded).
        if (NumberOfBytes === undefined) throw new KmsError("ValidationException", "NumberOfBytes is required.");
        // No custom key stores exist here yet, so none can be found. Simulated: AWS's text is not recorded.
        if (CustomKeyStoreId !== undefined)
          throw new KmsError("CustomKeyStoreNotFoundException", `Custom key store ${CustomKeyStoreId} does not exist.`);
        refuseRecipient(Recipient);
        return { Plaintext: random(NumberOfBytes) };
      },
    };
  },
};
