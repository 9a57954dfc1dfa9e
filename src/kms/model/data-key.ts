// Exports the making of data keys, with and without their plaintext in the answer.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { GenerateDataKeyWithoutPlaintextInput } from "#kms/contract/types.gen.ts";
import type { CryptoContext } from "#kms/dispatch/operation.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import { materialOf } from "./key.ts";
import { requireState } from "./key-state.ts";
import { requireUsage } from "./key-usage.ts";
import { encryptSymmetric } from "./symmetric-ciphertext.ts";

export interface DataKey {
  readonly plaintext: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly materialId: string;
}

/**
 * A data key encrypted under `key`, after the checks of GenerateDataKey in the order in which AWS was recorded to make them.
 * @throws KmsError ValidationException, InvalidKeyUsageException, DisabledException or KMSInvalidStateException.
 */
export async function generateDataKeyUnder(
  context: CryptoContext,
  operation: "GenerateDataKey" | "GenerateDataKeyWithoutPlaintext",
  key: KeyRecord,
  input: GenerateDataKeyWithoutPlaintextInput,
): Promise<DataKey> {
  const length = requestedLength(input);
  requireUsage(operation, key);
  requireState(operation, key);
  const plaintext = context.random(length);
  const ciphertext = await encryptSymmetric(context, key, plaintext, input.EncryptionContext);
  return { plaintext, ciphertext, materialId: materialOf(key).materialId };
}

function requestedLength({ KeySpec, NumberOfBytes }: GenerateDataKeyWithoutPlaintextInput): number {
  if ((KeySpec === undefined) === (NumberOfBytes === undefined))
    throw new KmsError("ValidationException", "Please specify either number of bytes or key spec.");
  return NumberOfBytes ?? (KeySpec === "AES_128" ? 16 : 32);
}
