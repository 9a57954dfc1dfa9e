// Exports the digest that a caller makes before Sign when the message type is DIGEST.
import type { Bytes } from "#lib/bytes.ts";

/** The hash of a signing algorithm, by the end of its name; undefined for one whose hash the browser does not have. */
export function hashOf(
  algorithm: string,
): { readonly name: "SHA-256" | "SHA-384" | "SHA-512"; readonly bytes: number } | undefined {
  if (algorithm.endsWith("SHA_256") && !algorithm.includes("SHAKE")) return { name: "SHA-256", bytes: 32 };
  if (algorithm.endsWith("SHA_384")) return { name: "SHA-384", bytes: 48 };
  return algorithm.endsWith("SHA_512") ? { name: "SHA-512", bytes: 64 } : undefined;
}

export async function digestMessage(hash: string, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest(hash, message));
}
