// Exports how Decrypt and ReEncrypt find the key of a ciphertext: by KeyId, or by the ciphertext itself.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { DryRunModifierType } from "#kms/contract/types.gen.ts";
import { decodeBlob } from "#kms/crypto/ciphertext-blob.ts";
import type { Context } from "#kms/dispatch/operation.ts";
import { noAccessToCiphertextKey } from "#kms/policy/access-denied.ts";
import type { Requirement } from "#kms/policy/authorize.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import { parseKeyIdentifier } from "./arn.ts";
import { type Cipher, type Decrypted, decryptWith, requireCipher } from "./encryption.ts";
import { findKey } from "./key.ts";
import { resolveKey } from "./resolve-key.ts";
import { readCiphertext } from "./symmetric-ciphertext.ts";

interface CiphertextRequest {
  readonly operation: "Decrypt" | "ReEncrypt";
  /** The action that the caller needs on the key. */
  readonly action: "Decrypt" | "ReEncryptFrom";
  readonly keyId: string | undefined;
  readonly cipher: Cipher;
  readonly ciphertext: Uint8Array | undefined;
}

export interface CiphertextSource {
  readonly key: KeyRecord;
  readonly requirement: Requirement;
}

/**
 * The ciphertext of a request; undefined where a dry run asks to do without one.
 * @throws KmsError ValidationException when it is missing. Simulated: the contract does not require it, so AWS's text is not
 * the one of the contract; it is worded alike.
 */
export function requestedCiphertext(input: {
  readonly CiphertextBlob?: Uint8Array;
  readonly DryRun?: boolean;
  readonly DryRunModifiers?: readonly DryRunModifierType[];
}): Uint8Array | undefined {
  if (input.DryRun === true && input.DryRunModifiers?.includes("IGNORE_CIPHERTEXT")) return undefined;
  if (input.CiphertextBlob) return input.CiphertextBlob;
  throw new KmsError(
    "ValidationException",
    "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null",
  );
}

/** @throws KmsError as AWS answers when there is no such key, or none that this caller may know of. */
export function resolveSource({ world, caller }: Context, request: CiphertextRequest): CiphertextSource {
  const { operation, action, keyId, cipher, ciphertext } = request;
  if (keyId !== undefined && !isShortIdOfForeignKey(caller.account, keyId, request)) {
    const { key } = resolveKey(world, caller, operation, keyId);
    return { key, requirement: { action, on: { key } } };
  }
  if (cipher.algorithm !== "SYMMETRIC_DEFAULT" || !ciphertext)
    throw new KmsError("ValidationException", "KeyId must not be null");
  const named = readCiphertext(ciphertext);
  const key = findKey(world, { account: named.account, region: caller.region }, named.keyId);
  if (!key) throw noAccessToCiphertextKey(caller, action);
  return { key, requirement: { action, on: { key }, foundByCiphertext: true } };
}

/** Decrypts, or with no ciphertext (a dry run) only checks that key and cipher fit. */
export async function decryptSource(
  context: Parameters<typeof decryptWith>[0],
  { key }: CiphertextSource,
  cipher: Cipher,
  ciphertext: Uint8Array | undefined,
): Promise<Decrypted | undefined> {
  // Recorded: bytes that are no symmetric ciphertext are answered before the algorithm is held against the key's spec.
  if (cipher.algorithm !== "SYMMETRIC_DEFAULT" || !ciphertext) requireCipher(key, cipher);
  return ciphertext && decryptWith(context, key, cipher, ciphertext);
}

/** Of a key of another account a bare key ID is enough here, since the ciphertext says the account (API reference, Decrypt). */
function isShortIdOfForeignKey(account: string, keyId: string, { cipher, ciphertext }: CiphertextRequest): boolean {
  const identifier = parseKeyIdentifier(keyId);
  if (identifier.form !== "key ID" || cipher.algorithm !== "SYMMETRIC_DEFAULT" || !ciphertext) return false;
  const named = decodeBlob(ciphertext);
  return named !== undefined && named.keyId === identifier.keyId && named.account !== account;
}
