// The bits that every user of WebCrypto here needs.

import type { Bytes } from "#lib/bytes.ts";

/** Digest lengths in bytes. */
export const HASH_BYTES = { "SHA-1": 20, "SHA-256": 32, "SHA-384": 48, "SHA-512": 64 } as const;

/**
 * The bytes as WebCrypto's types want them. Why the cast holds: its types rule out shared memory, which this program
 * never makes, and at run time WebCrypto itself refuses it.
 */
export function input(bytes: Uint8Array): Bytes {
  return bytes as Bytes;
}

/**
 * What a decryption gives, or undefined when WebCrypto found the ciphertext wrong, which it tells by an OperationError and
 * nothing else. Other failures are bugs and pass through.
 */
export async function decryptedOrRefused(decryption: Promise<ArrayBuffer>): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await decryption);
  } catch (error) {
    if (error instanceof Error && error.name === "OperationError") return undefined;
    throw error;
  }
}

/** The digest of the bytes. */
export async function digest(hash: keyof typeof HASH_BYTES, bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest(hash, input(bytes)));
}

// Windows-1252, which the encoding standard means by this label, gives each of the 256 bytes a character of its own.
const oneCharacterPerByte = new TextDecoder("latin1");

/** The bytes one to one as a text, which unlike the bytes can be the key of a Map. */
export function bytesAsMapKey(bytes: Uint8Array): string {
  return oneCharacterPerByte.decode(bytes);
}
