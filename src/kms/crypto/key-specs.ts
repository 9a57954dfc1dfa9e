// The one table of the key specs that can be created here, and what each is made of. The names are those of the KeySpec
// enumeration of the service model. To add a family: its row type here, its file, and its line in cryptography.ts.

import { invariant } from "#lib/invariant.ts";

/** A hash by its WebCrypto name. */
export type HashName = "SHA-256" | "SHA-384" | "SHA-512";

export interface AesSpec {
  readonly family: "aes";
  readonly secretBytes: 32;
}

export interface RsaSpec {
  readonly family: "rsa";
  readonly modulusBits: 2048 | 3072 | 4096;
}

export interface EcdsaSpec {
  readonly family: "ecdsa";
  /** The curve by its WebCrypto name. */
  readonly curve: "P-256" | "P-384" | "P-521";
  /** Bytes of one of the numbers r and s. */
  readonly scalarBytes: 32 | 48 | 66;
  /** KMS fixes one hash to each curve: ECDSA_SHA_256 to P-256 and so on. */
  readonly hash: HashName;
}

export interface HmacSpec {
  readonly family: "hmac";
  readonly hash: HashName;
  /** KMS makes HMAC keys as long as the hash. */
  readonly secretBytes: 32 | 48 | 64;
}

export type KeySpecEntry = AesSpec | RsaSpec | EcdsaSpec | HmacSpec;

const KEY_SPECS: ReadonlyMap<string, KeySpecEntry> = new Map<string, KeySpecEntry>([
  ["SYMMETRIC_DEFAULT", { family: "aes", secretBytes: 32 }],
  ["RSA_2048", { family: "rsa", modulusBits: 2048 }],
  ["RSA_3072", { family: "rsa", modulusBits: 3072 }],
  ["RSA_4096", { family: "rsa", modulusBits: 4096 }],
  ["ECC_NIST_P256", { family: "ecdsa", curve: "P-256", scalarBytes: 32, hash: "SHA-256" }],
  ["ECC_NIST_P384", { family: "ecdsa", curve: "P-384", scalarBytes: 48, hash: "SHA-384" }],
  ["ECC_NIST_P521", { family: "ecdsa", curve: "P-521", scalarBytes: 66, hash: "SHA-512" }],
  ["HMAC_256", { family: "hmac", hash: "SHA-256", secretBytes: 32 }],
  ["HMAC_384", { family: "hmac", hash: "SHA-384", secretBytes: 48 }],
  ["HMAC_512", { family: "hmac", hash: "SHA-512", secretBytes: 64 }],
]);

/** Whether keys of this KeySpec can be created and used here; the others are not built yet. */
export function isKeySpecBuilt(spec: string): boolean {
  return KEY_SPECS.has(spec);
}

/** What a key spec is made of. Throws (a bug of the caller) for a spec that `isKeySpecBuilt` denies. */
export function keySpecEntry(spec: string): KeySpecEntry {
  const entry = KEY_SPECS.get(spec);
  invariant(entry, `no cryptography for key spec ${spec}`);
  return entry;
}
