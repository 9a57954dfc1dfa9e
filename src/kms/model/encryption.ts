// Exports encryption and decryption under a key of any spec, for Encrypt, Decrypt and both halves of ReEncrypt.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { EncryptionAlgorithmSpec } from "#kms/contract/types.gen.ts";
import type { CryptoContext } from "#kms/dispatch/operation.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import { materialOf, publicKeyOf } from "./key.ts";
import { requireAlgorithm } from "./key-usage.ts";
import { decryptSymmetric, type EncryptionContext, encryptSymmetric, readCiphertext } from "./symmetric-ciphertext.ts";

/** How a request wants something encrypted or decrypted. */
export interface Cipher {
  readonly algorithm: EncryptionAlgorithmSpec;
  readonly encryptionContext: EncryptionContext;
}

/** A cipher from the members of a request: KMS takes the symmetric algorithm when none is named. */
export function cipherOf(algorithm: EncryptionAlgorithmSpec | undefined, encryptionContext: EncryptionContext): Cipher {
  return { algorithm: algorithm ?? "SYMMETRIC_DEFAULT", encryptionContext };
}

/**
 * Holds a cipher against a key.
 * @throws KmsError InvalidKeyUsageException for an algorithm of another spec; ValidationException for an encryption context
 * with an asymmetric algorithm (the code is recorded. Simulated: its text).
 */
export function requireCipher(key: KeyRecord, { algorithm, encryptionContext }: Cipher): void {
  requireAlgorithm(key, algorithm);
  if (algorithm !== "SYMMETRIC_DEFAULT" && encryptionContext && Object.keys(encryptionContext).length > 0)
    throw new KmsError("ValidationException", `EncryptionContext is not supported with ${algorithm}.`);
}

/** @throws KmsError ValidationException when RSA cannot take so much at once (texts recorded). */
export async function encryptWith(
  context: Pick<CryptoContext, "crypto" | "random">,
  key: KeyRecord,
  { algorithm, encryptionContext }: Cipher,
  plaintext: Uint8Array,
): Promise<Uint8Array> {
  if (algorithm === "SYMMETRIC_DEFAULT") return encryptSymmetric(context, key, plaintext, encryptionContext);
  const most = mostPlaintextBytes(key, algorithm);
  if (plaintext.length > most)
    throw new KmsError(
      "ValidationException",
      `Algorithm ${algorithm} and key spec ${key.keySpec} cannot encrypt data larger than ${most} bytes.`,
    );
  return context.crypto.rsaEncrypt(publicKeyOf(key), algorithm, plaintext);
}

/** What was encrypted, and the key material that it was encrypted under: not always the current one of the key. */
export interface Decrypted {
  readonly plaintext: Uint8Array;
  readonly materialId: string;
}

/** @throws KmsError InvalidCiphertextException or IncorrectKeyException, without and with its text (recorded). */
export async function decryptWith(
  context: Pick<CryptoContext, "crypto" | "world">,
  key: KeyRecord,
  { algorithm, encryptionContext }: Cipher,
  ciphertext: Uint8Array,
): Promise<Decrypted> {
  if (algorithm === "SYMMETRIC_DEFAULT") {
    const blob = readCiphertext(ciphertext);
    return { plaintext: await decryptSymmetric(context, key, blob, encryptionContext), materialId: blob.materialId };
  }
  const material = materialOf(key);
  const plaintext = await context.crypto.rsaDecrypt(material, algorithm, ciphertext);
  if (!plaintext) throw new KmsError("InvalidCiphertextException");
  return { plaintext, materialId: material.materialId };
}

/** OAEP takes two hashes and two bytes of the modulus (RFC 8017, section 7.1.1). */
function mostPlaintextBytes(key: KeyRecord, algorithm: EncryptionAlgorithmSpec): number {
  const modulusBytes = Number(key.keySpec.slice("RSA_".length)) / 8;
  const hashBytes = algorithm === "RSAES_OAEP_SHA_1" ? 20 : 32;
  return modulusBytes - 2 * hashBytes - 2;
}
