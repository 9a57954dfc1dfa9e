// The RSA algorithms of the service model by name, with their WebCrypto parameters made once.

import { invariant } from "#lib/invariant.ts";
import type { HashName } from "./key-specs.ts";
import { HASH_BYTES } from "./subtle.ts";

export interface RsaSigning {
  readonly padding: "RSA-PSS" | "RSASSA-PKCS1-v1_5";
  readonly hash: HashName;
  /** For subtle.importKey. */
  readonly keyParameters: RsaHashedImportParams;
  /** For subtle.sign and subtle.verify. KMS fixes the salt of PSS to the length of the digest. */
  readonly parameters: RsaPssParams;
}

function signing(padding: RsaSigning["padding"], hash: HashName): RsaSigning {
  return {
    padding,
    hash,
    keyParameters: { name: padding, hash },
    parameters: { name: padding, saltLength: HASH_BYTES[hash] },
  };
}

const SIGNING: ReadonlyMap<string, RsaSigning> = new Map([
  ["RSASSA_PKCS1_V1_5_SHA_256", signing("RSASSA-PKCS1-v1_5", "SHA-256")],
  ["RSASSA_PKCS1_V1_5_SHA_384", signing("RSASSA-PKCS1-v1_5", "SHA-384")],
  ["RSASSA_PKCS1_V1_5_SHA_512", signing("RSASSA-PKCS1-v1_5", "SHA-512")],
  ["RSASSA_PSS_SHA_256", signing("RSA-PSS", "SHA-256")],
  ["RSASSA_PSS_SHA_384", signing("RSA-PSS", "SHA-384")],
  ["RSASSA_PSS_SHA_512", signing("RSA-PSS", "SHA-512")],
]);

/** KMS uses one hash for OAEP and for its mask function, and an empty label; so does WebCrypto. */
const ENCRYPTION: ReadonlyMap<string, RsaHashedImportParams> = new Map([
  ["RSAES_OAEP_SHA_1", { name: "RSA-OAEP", hash: "SHA-1" }],
  ["RSAES_OAEP_SHA_256", { name: "RSA-OAEP", hash: "SHA-256" }],
]);

/** Throws (a bug of the caller) for a name that is not an RSA signing algorithm. */
export function rsaSigning(algorithm: string): RsaSigning {
  const found = SIGNING.get(algorithm);
  invariant(found, `${algorithm} is not an RSA signing algorithm`);
  return found;
}

/** Throws (a bug of the caller) for a name that is not an RSA encryption algorithm. */
export function rsaEncryption(algorithm: string): RsaHashedImportParams {
  const found = ENCRYPTION.get(algorithm);
  invariant(found, `${algorithm} is not an RSA encryption algorithm`);
  return found;
}
