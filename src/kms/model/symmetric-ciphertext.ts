// Exports encryption under a symmetric encryption key. The ciphertext names its key and key material and vouches for the
// encryption context without holding it, so Decrypt needs no KeyId and an alias may be moved meanwhile.
import { KmsError } from "#kms/contract/kms-error.ts";
import {
  authenticatedData,
  type BlobParts,
  decodeBlob,
  encodeBlob,
  encodeHeader,
  withIv,
} from "#kms/crypto/ciphertext-blob.ts";
import type { CryptoContext } from "#kms/dispatch/operation.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";
import { materialOf } from "./key.ts";
import { isPermanent, isPresent, materialsOf } from "./key-material.ts";

export type EncryptionContext = Readonly<Record<string, string>> | undefined;

const IV_BYTES = 12;

/** The ciphertext blob of `plaintext` under the key's current material. */
export async function encryptSymmetric(
  { crypto, random }: Pick<CryptoContext, "crypto" | "random">,
  key: KeyRecord,
  plaintext: Uint8Array,
  encryptionContext: EncryptionContext,
): Promise<Uint8Array> {
  const material = materialOf(key);
  const iv = random(IV_BYTES);
  const header = withIv(headerOf(key, material.materialId, iv), iv);
  return encodeBlob(
    header,
    await crypto.aesEncrypt(material, iv, plaintext, authenticatedData(header, encryptionContext)),
  );
}

/** A record never changes, so what it makes of a header is kept with it. */
const headers = new WeakMap<KeyRecord, Uint8Array>();

function headerOf(key: KeyRecord, materialId: string, iv: Uint8Array): Uint8Array {
  const known = headers.get(key);
  if (known) return known;
  const header = encodeHeader({ account: key.account, keyId: key.keyId, materialId, iv });
  headers.set(key, header);
  return header;
}

/** The parts of a ciphertext blob. @throws KmsError InvalidCiphertextException when the bytes are none (recorded: no message). */
export function readCiphertext(blob: Uint8Array): BlobParts {
  const parts = decodeBlob(blob);
  if (!parts) throw new KmsError("InvalidCiphertextException");
  return parts;
}

/**
 * What was encrypted under `key`.
 * @throws KmsError IncorrectKeyException for the ciphertext of another key; InvalidCiphertextException when it is damaged,
 * the encryption context differs or its key material is gone (both recorded).
 */
export async function decryptSymmetric(
  { crypto, world }: Pick<CryptoContext, "crypto" | "world">,
  key: KeyRecord,
  { account, keyId, materialId, iv, header, ciphertext }: BlobParts,
  encryptionContext: EncryptionContext,
): Promise<Uint8Array> {
  if (keyId !== key.keyId || account !== key.account)
    throw new KmsError(
      "IncorrectKeyException",
      "The key ID in the request does not identify a CMK that can perform this operation.",
    );
  const { keySpec: spec } = key;
  // The blob is hostile until its tag is checked: only the key's own material is ever opened for it.
  const plaintext = mayDecrypt(world, key, materialId)
    ? await crypto.aesDecrypt({ materialId, spec }, iv, ciphertext, authenticatedData(header, encryptionContext))
    : undefined;
  if (!plaintext) throw new KmsError("InvalidCiphertextException");
  return plaintext;
}

/** The current material of a key decrypts, and so do those that it was rotated from. */
function mayDecrypt(world: World, key: KeyRecord, materialId: string): boolean {
  if (key.keySpec !== "SYMMETRIC_DEFAULT") return false;
  if (materialId === key.materialId) return true;
  return materialsOf(world, key).some(
    (material) => material.materialId === materialId && isPermanent(material) && isPresent(material),
  );
}
