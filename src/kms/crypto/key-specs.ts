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

/** Curves that WebCrypto has, by its names for them. */
export type NistCurve = "P-256" | "P-384" | "P-521";

export interface EcdsaSpec {
  readonly family: "ecdsa";
  readonly curve: NistCurve | "secp256k1";
  /** Bytes of one of the numbers r and s. */
  readonly scalarBytes: 32 | 48 | 66;
  /** KMS fixes one hash to each curve: ECDSA_SHA_256 to P-256 and so on. */
  readonly hash: HashName;
}

export interface Ed25519Spec {
  readonly family: "ed25519";
}

export interface HmacSpec {
  readonly family: "hmac";
  readonly hash: HashName | "SHA-224";
  /** KMS makes HMAC keys as long as the hash. */
  readonly secretBytes: 28 | 32 | 48 | 64;
}

/** FIPS 204, with the parameter set by its WebCrypto name. */
export interface MlDsaSpec {
  readonly family: "ml-dsa";
  readonly set: "ML-DSA-44" | "ML-DSA-65" | "ML-DSA-87";
  readonly signatureBytes: 2420 | 3309 | 4627;
}

/** FIPS 203, with the parameter set by its WebCrypto name. */
export interface MlKemSpec {
  readonly family: "ml-kem";
  readonly set: "ML-KEM-512" | "ML-KEM-768" | "ML-KEM-1024";
  readonly ciphertextBytes: 768 | 1088 | 1568;
}

export type KeySpecEntry = AesSpec | RsaSpec | EcdsaSpec | Ed25519Spec | HmacSpec | MlDsaSpec | MlKemSpec;

const KEY_SPECS: ReadonlyMap<string, KeySpecEntry> = new Map<string, KeySpecEntry>([
  ["SYMMETRIC_DEFAULT", { family: "aes", secretBytes: 32 }],
  ["RSA_2048", { family: "rsa", modulusBits: 2048 }],
  ["RSA_3072", { family: "rsa", modulusBits: 3072 }],
  ["RSA_4096", { family: "rsa", modulusBits: 4096 }],
  ["ECC_NIST_P256", { family: "ecdsa", curve: "P-256", scalarBytes: 32, hash: "SHA-256" }],
  ["ECC_NIST_P384", { family: "ecdsa", curve: "P-384", scalarBytes: 48, hash: "SHA-384" }],
  ["ECC_NIST_P521", { family: "ecdsa", curve: "P-521", scalarBytes: 66, hash: "SHA-512" }],
  ["ECC_SECG_P256K1", { family: "ecdsa", curve: "secp256k1", scalarBytes: 32, hash: "SHA-256" }],
  ["ECC_NIST_EDWARDS25519", { family: "ed25519" }],
  ["HMAC_224", { family: "hmac", hash: "SHA-224", secretBytes: 28 }],
  ["HMAC_256", { family: "hmac", hash: "SHA-256", secretBytes: 32 }],
  ["HMAC_384", { family: "hmac", hash: "SHA-384", secretBytes: 48 }],
  ["HMAC_512", { family: "hmac", hash: "SHA-512", secretBytes: 64 }],
  ["ML_DSA_44", { family: "ml-dsa", set: "ML-DSA-44", signatureBytes: 2420 }],
  ["ML_DSA_65", { family: "ml-dsa", set: "ML-DSA-65", signatureBytes: 3309 }],
  ["ML_DSA_87", { family: "ml-dsa", set: "ML-DSA-87", signatureBytes: 4627 }],
  ["ML_KEM_512", { family: "ml-kem", set: "ML-KEM-512", ciphertextBytes: 768 }],
  ["ML_KEM_768", { family: "ml-kem", set: "ML-KEM-768", ciphertextBytes: 1088 }],
  ["ML_KEM_1024", { family: "ml-kem", set: "ML-KEM-1024", ciphertextBytes: 1568 }],
]);

/** Whether keys of this KeySpec can be created and used here; SM2, which only the China Regions have, cannot. */
export function isKeySpecBuilt(spec: string): boolean {
  return KEY_SPECS.has(spec);
}

/** What a key spec is made of. Throws (a bug of the caller) for a spec that `isKeySpecBuilt` denies. */
export function keySpecEntry(spec: string): KeySpecEntry {
  const entry = KEY_SPECS.get(spec);
  invariant(entry, `no cryptography for key spec ${spec}`);
  return entry;
}
