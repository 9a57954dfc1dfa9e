// The engine's one door to cryptography: keys by reference in, bytes out. It knows algorithms, and no rules of KMS about
// who may use which; operations check those first, so what does not fit a key here is a bug and throws.

import { invariant } from "#lib/invariant.ts";
import { aesDecrypt, aesEncrypt, generateAes } from "./aes.ts";
import { generateEcdsa, signEcdsa, verifyEcdsa } from "./ecdsa.ts";
import type { FamilyPorts, MaterialRef, MessageType, NewMaterial } from "./family.ts";
import { checkMac, computeMac, generateHmac } from "./hmac.ts";
import { KeyCache } from "./key-cache.ts";
import { keySpecEntry } from "./key-specs.ts";
import { generateRsa, rsaDecrypt, rsaEncrypt, signRsa, verifyRsa } from "./rsa.ts";

export type { MaterialRef, MessageType, NewMaterial } from "./family.ts";

/**
 * Specs and algorithms are named as in the service model. All methods reject with what `open` rejects with, and throw for
 * a spec or algorithm that does not fit.
 */
export interface Cryptography {
  /** New key material of a KeySpec. */
  generate(spec: string): Promise<NewMaterial>;
  /** AES-256-GCM, the 16 byte tag at the end. An iv is 12 bytes and never used twice with one material. */
  aesEncrypt(ref: MaterialRef, iv: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Promise<Uint8Array>;
  /** The plaintext, or undefined when ciphertext, iv and aad do not belong together under this material. */
  aesDecrypt(
    ref: MaterialRef,
    iv: Uint8Array,
    ciphertext: Uint8Array,
    aad: Uint8Array,
  ): Promise<Uint8Array | undefined>;
  /** RSAES_OAEP_SHA_1 or _256. The plaintext must not be longer than key and hash allow: that is the caller's check. */
  rsaEncrypt(publicKey: Uint8Array, algorithm: string, plaintext: Uint8Array): Promise<Uint8Array>;
  /** The plaintext, or undefined when the ciphertext is none of this key and algorithm. */
  rsaDecrypt(ref: MaterialRef, algorithm: string, ciphertext: Uint8Array): Promise<Uint8Array | undefined>;
  /** RSA: as long as the modulus. ECDSA: DER. A DIGEST must have the length of the algorithm's hash. */
  sign(ref: MaterialRef, algorithm: string, messageType: MessageType, message: Uint8Array): Promise<Uint8Array>;
  /** Whether it is a signature of the message. Bytes that cannot be one, and digests of a wrong length, are answered false. */
  verify(
    publicKey: Uint8Array,
    spec: string,
    algorithm: string,
    messageType: MessageType,
    message: Uint8Array,
    signature: Uint8Array,
  ): Promise<boolean>;
  /** The whole MAC, never shortened. */
  mac(ref: MaterialRef, algorithm: string, message: Uint8Array): Promise<Uint8Array>;
  verifyMac(ref: MaterialRef, algorithm: string, message: Uint8Array, mac: Uint8Array): Promise<boolean>;
  /** Drops the keys that are kept of a material, for when it is deleted. */
  forget(materialId: string): void;
}

export interface CryptographyPorts {
  /** The secret bytes of a material, as `generate` gave them. Rejects when there is no such material. */
  open(materialId: string): Promise<Uint8Array>;
  /** n bytes of randomness: AES and HMAC keys, and salts. Key pairs take theirs from WebCrypto. */
  random(n: number): Uint8Array;
  /** Of how many materials, and of how many public keys, the imported keys are kept. */
  readonly cacheSize?: number;
}

const DEFAULT_CACHE_SIZE = 500;

export function createCryptography({ open, random, cacheSize = DEFAULT_CACHE_SIZE }: CryptographyPorts): Cryptography {
  const secretKeys = new KeyCache(cacheSize);
  const ports: FamilyPorts = { open, random, secretKeys, publicKeys: new KeyCache(cacheSize) };
  return {
    generate: (spec) => generate(ports, spec),
    aesEncrypt: (ref, iv, plaintext, aad) => aesEncrypt(ports, ref, iv, plaintext, aad),
    aesDecrypt: (ref, iv, ciphertext, aad) => aesDecrypt(ports, ref, iv, ciphertext, aad),
    rsaEncrypt: (publicKey, algorithm, plaintext) => rsaEncrypt(ports, publicKey, algorithm, plaintext),
    rsaDecrypt: (ref, algorithm, ciphertext) => decryptRsa(ports, ref, algorithm, ciphertext),
    sign: (ref, algorithm, messageType, message) => sign(ports, ref, algorithm, messageType, message),
    verify: (publicKey, spec, algorithm, messageType, message, signature) =>
      verify(ports, publicKey, spec, algorithm, messageType, message, signature),
    mac: (ref, algorithm, message) => computeMac(ports, ref, algorithm, message),
    verifyMac: (ref, algorithm, message, mac) => checkMac(ports, ref, algorithm, message, mac),
    forget: (materialId) => secretKeys.forget(materialId),
  };
}

async function generate(ports: FamilyPorts, spec: string): Promise<NewMaterial> {
  const entry = keySpecEntry(spec);
  switch (entry.family) {
    case "aes":
      return generateAes(ports, entry);
    case "hmac":
      return generateHmac(ports, entry);
    case "rsa":
      return generateRsa(entry);
    case "ecdsa":
      return generateEcdsa(entry);
  }
}

async function decryptRsa(
  ports: FamilyPorts,
  ref: MaterialRef,
  algorithm: string,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  const entry = keySpecEntry(ref.spec);
  invariant(entry.family === "rsa", `keys of ${ref.spec} decrypt nothing with ${algorithm}`);
  return rsaDecrypt(ports, ref, entry, algorithm, ciphertext);
}

async function sign(
  ports: FamilyPorts,
  ref: MaterialRef,
  algorithm: string,
  messageType: MessageType,
  message: Uint8Array,
): Promise<Uint8Array> {
  const entry = keySpecEntry(ref.spec);
  switch (entry.family) {
    case "rsa":
      return signRsa(ports, ref, algorithm, messageType, message);
    case "ecdsa":
      return signEcdsa(ports, ref, entry, algorithm, messageType, message);
    case "aes":
    case "hmac":
      throw new Error(`Keys of ${ref.spec} sign nothing`);
  }
}

async function verify(
  ports: FamilyPorts,
  publicKey: Uint8Array,
  spec: string,
  algorithm: string,
  messageType: MessageType,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const entry = keySpecEntry(spec);
  switch (entry.family) {
    case "rsa":
      return verifyRsa(ports, publicKey, algorithm, messageType, message, signature);
    case "ecdsa":
      return verifyEcdsa(ports, publicKey, entry, algorithm, messageType, message, signature);
    case "aes":
    case "hmac":
      throw new Error(`Keys of ${spec} sign nothing`);
  }
}
