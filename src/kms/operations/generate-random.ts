// GenerateRandom: random bytes that belong to no key. With CustomKeyStoreId they are those of its CloudHSM cluster. Simulated:
// there is no cluster, so they come from where all others do.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { GenerateRandomOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { requireConnectionState, requireKeyStore } from "#kms/model/custom-key-store.ts";
import { refuseRecipient } from "#kms/model/recipient.ts";
import type { CustomKeyStoreRecord } from "#kms/state/records.ts";

export const generateRandom: Operation<"GenerateRandom"> = {
  access: "read",
  resolve({ NumberOfBytes, CustomKeyStoreId, Recipient }, { caller, world, random }) {
    return {
      requires: [{ action: "GenerateRandom", on: "any" }],
      run(): GenerateRandomOutput {
        // The contract does not require the member; the service does (recorded).
        if (NumberOfBytes === undefined) throw new KmsError("ValidationException", "NumberOfBytes is required.");
        if (CustomKeyStoreId !== undefined) requireRandomSource(requireKeyStore(world, caller, CustomKeyStoreId));
        refuseRecipient(Recipient);
        return { Plaintext: random(NumberOfBytes) };
      },
    };
  },
};

/** @throws KmsError UnsupportedOperationException for an external key store, CustomKeyStoreInvalidStateException */
function requireRandomSource(store: CustomKeyStoreRecord): void {
  // Documented for the ID of an external key store. Simulated: its text.
  if (store.type === "EXTERNAL_KEY_STORE")
    throw new KmsError("UnsupportedOperationException", "An external key store does not generate random bytes.");
  requireConnectionState(store, "CONNECTED");
}
