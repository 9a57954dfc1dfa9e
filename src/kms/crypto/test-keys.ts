// For tests of this folder only: RSA keys that need not be found anew in every test, which takes seconds.

import { decodeBase64 } from "#lib/base64.ts";
import { type Bytes, decodeHex } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import type { HashName } from "./key-specs.ts";
import vectors from "./vectors/openssl-rsa.json" with { type: "json" };

/** The bytes of base64 that a data file holds. */
export function base64Vector(text: string): Uint8Array {
  const bytes = decodeBase64(text);
  invariant(bytes, "the vector is not base64");
  return bytes;
}

/** The bytes of hexadecimal that a data file holds. */
export function hexVector(text: string): Bytes {
  const bytes = decodeHex(text);
  invariant(bytes, "the vector is not hexadecimal");
  return bytes;
}

/** The fixed key pair of RSA_2048, RSA_3072 or RSA_4096, made by OpenSSL. */
export function fixedRsaKey(spec: string): { readonly secret: Uint8Array; readonly publicKey: Uint8Array } {
  const keys: Record<string, { pkcs8: string; spki: string }> = vectors.keys;
  const key = keys[spec];
  invariant(key, `no fixed key for ${spec}`);
  return { secret: base64Vector(key.pkcs8), publicKey: base64Vector(key.spki) };
}

/** The hash that a signing algorithm's name ends in. */
export function hashOf(algorithm: string): HashName {
  const hash = `SHA-${algorithm.slice(-3)}`;
  invariant(hash === "SHA-256" || hash === "SHA-384" || hash === "SHA-512", `${algorithm} names no hash`);
  return hash;
}
