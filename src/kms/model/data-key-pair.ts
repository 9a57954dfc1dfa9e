// Exports the making of data key pairs, with and without their private key in the clear in the answer.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { GenerateDataKeyPairInput } from "#kms/contract/types.gen.ts";
import type { CryptoContext } from "#kms/dispatch/operation.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import { invariant } from "#lib/invariant.ts";
import { keyArn } from "./arn.ts";
import { materialOf } from "./key.ts";
import { requireOffered } from "./key-spec.ts";
import { requireState } from "./key-state.ts";
import { requireUsage } from "./key-usage.ts";
import { refuseRecipient } from "./recipient.ts";
import { encryptSymmetric } from "./symmetric-ciphertext.ts";

export interface DataKeyPair {
  /** SubjectPublicKeyInfo DER. */
  readonly publicKey: Uint8Array;
  /** PKCS#8 DER. */
  readonly privateKey: Uint8Array;
  /** The private key encrypted under the KMS key, for Decrypt. */
  readonly ciphertext: Uint8Array;
  readonly materialId: string;
}

/**
 * A key pair whose private key is encrypted under `key`.
 * @throws KmsError InvalidKeyUsageException, UnsupportedOperationException, DisabledException or KMSInvalidStateException.
 */
export async function generateDataKeyPairUnder(
  context: CryptoContext,
  operation: "GenerateDataKeyPair" | "GenerateDataKeyPairWithoutPlaintext",
  key: KeyRecord,
  { KeyPairSpec: spec, EncryptionContext, Recipient }: GenerateDataKeyPairInput,
): Promise<DataKeyPair> {
  requireUsage(operation, key);
  requireOwnStore(key);
  requireState(operation, key);
  // Simulated: the answer of CreateKey; what AWS says of key pairs is not recorded.
  requireOffered(spec);
  refuseRecipient(Recipient);
  const { secret, publicKey } = await context.crypto.generate(spec);
  invariant(publicKey, `${spec} is the spec of a key pair`);
  const privateKey = await context.crypto.privateKeyInfo(spec, secret);
  const ciphertext = await encryptSymmetric(context, key, privateKey, EncryptionContext);
  return { publicKey, privateKey, ciphertext, materialId: materialOf(key).materialId };
}

/** Simulated: the API reference says that keys of custom key stores make no key pairs; the text is the one for other origins. */
function requireOwnStore(key: KeyRecord): void {
  if (key.customKeyStoreId !== undefined)
    throw new KmsError(
      "UnsupportedOperationException",
      `${keyArn(key)} origin is ${key.origin} which is not valid for this operation.`,
    );
}
