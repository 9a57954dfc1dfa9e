// Exports what becomes of a request from a Nitro enclave.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { RecipientInfo } from "#kms/contract/types.gen.ts";

/**
 * Simulated: AWS answers `Recipient` with a CiphertextForRecipient; here no attestation document can be checked.
 * @throws KmsError UnsupportedOperationException
 */
export function refuseRecipient(recipient: RecipientInfo | undefined): void {
  if (recipient !== undefined)
    throw new KmsError(
      "UnsupportedOperationException",
      "Recipient is not available in this sandbox: it has no attestation documents of Nitro enclaves.",
    );
}
