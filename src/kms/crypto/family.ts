// What the families of algorithms (aes.ts, rsa.ts, ecdsa.ts ...) share: their ports and the words of their interface.

import type { KeyCache } from "./key-cache.ts";
import type { NativeSupport } from "./native-support.ts";

/** Points at key material that is kept elsewhere. */
export interface MaterialRef {
  readonly materialId: string;
  /** A KeySpec of the service model. */
  readonly spec: string;
}

/** Key material fresh from its generation, for the vault to seal. */
export interface NewMaterial {
  /** AES and HMAC: the raw bytes. Key pairs: PKCS#8 DER, for ML-DSA and ML-KEM with the seed alone in it. */
  readonly secret: Uint8Array;
  /** SubjectPublicKeyInfo DER, for asymmetric specs. */
  readonly publicKey?: Uint8Array;
}

/**
 * RAW: the message itself is given. DIGEST: its hash is given, and must not be hashed again. EXTERNAL_MU: the message
 * representative of ML-DSA is given, which is a hash of the public key and the message.
 */
export type MessageType = "RAW" | "DIGEST" | "EXTERNAL_MU";

export interface FamilyPorts {
  /** The secret bytes of a material, in the form that `NewMaterial` has. Rejects when there is no such material. */
  open(materialId: string): Promise<Uint8Array>;
  /** n bytes of randomness. */
  random(n: number): Uint8Array;
  readonly secretKeys: KeyCache;
  readonly publicKeys: KeyCache;
  readonly hasNative: NativeSupport;
}
