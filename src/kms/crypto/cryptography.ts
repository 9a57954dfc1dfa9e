// The engine's one door to cryptography: keys by reference in, bytes out. It knows algorithms, and no rules of KMS about
// who may use which; operations check those first, so what does not fit a key here is a bug and throws.

import { invariant } from "#lib/invariant.ts";
import { adopt } from "./adopt.ts";
import { aesDecrypt, aesEncrypt, generateAes } from "./aes.ts";
import { deriveEcdh } from "./ecdh.ts";
import { generateEcdsa, signEcdsa, verifyEcdsa } from "./ecdsa.ts";
import { generateEd25519, signEd25519, verifyEd25519 } from "./ed25519.ts";
import type { FamilyPorts, MaterialRef, MessageType, NewMaterial } from "./family.ts";
import { checkMac, computeMac, generateHmac } from "./hmac.ts";
import { KeyCache } from "./key-cache.ts";
import { keySpecEntry } from "./key-specs.ts";
import { materialFingerprint } from "./material-id.ts";
import { generateMlDsa, signMlDsa, verifyMlDsa } from "./ml-dsa.ts";
import { decapsulateMlKem, type Encapsulation, encapsulateMlKem, generateMlKem } from "./ml-kem.ts";
import { hasNative, type NativeSupport } from "./native-support.ts";
import { generateRsa, rsaDecrypt, rsaEncrypt, signRsa, verifyRsa } from "./rsa.ts";
import { unwrapImported } from "./unwrap-imported.ts";

export type { MaterialRef, MessageType, NewMaterial } from "./family.ts";

/**
 * Specs and algorithms are named as in the service model. All methods reject with what `open` rejects with, and throw for
 * a spec or algorithm that does not fit.
 */
export interface Cryptography {
  /** New key material of a KeySpec, or of a DataKeyPairSpec, whose names are the same. */
  generate(spec: string): Promise<NewMaterial>;
  /**
   * Imported material as it is to be kept, with the public key that belongs to it: 32 bytes for SYMMETRIC_DEFAULT, as many as
   * the hash has for HMAC, PKCS#8 DER for key pairs. undefined when the bytes are no key of the spec, whatever they are.
   */
  adopt(spec: string, secret: Uint8Array): Promise<NewMaterial | undefined>;
  /** PKCS#8 DER of the private key, for GenerateDataKeyPair to hand out: of a `secret` as `generate` or `adopt` gave it. */
  privateKeyInfo(spec: string, secret: Uint8Array): Promise<Uint8Array>;
  /** 64 hexadecimal digits, the same whenever the same bytes are given with the same label: the id of imported material. */
  materialFingerprint(label: string, secret: Uint8Array): Promise<string>;
  /**
   * What was wrapped with an RSA wrapping key of ours by RSAES_OAEP_SHA_1 or _256, or by RSA_AES_KEY_WRAP_SHA_1 or _256;
   * undefined when it does not unwrap.
   */
  unwrapImported(ref: MaterialRef, wrappingAlgorithm: string, wrapped: Uint8Array): Promise<Uint8Array | undefined>;
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
  /**
   * RSA: as long as the modulus. ECDSA: DER. Ed25519 and ML-DSA: as their standards have it. A DIGEST must have the length of
   * the algorithm's hash, an EXTERNAL_MU 64 bytes, and the algorithm must take the message type.
   */
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
  /** The bare x coordinate; undefined when the peer's SubjectPublicKeyInfo is no valid key of the same curve. */
  deriveSharedSecret(ref: MaterialRef, peerPublicKey: Uint8Array): Promise<Uint8Array | undefined>;
  /** A fresh secret of 32 bytes, and the ciphertext from which the owner of the ML-KEM key gets it too. */
  encapsulate(publicKey: Uint8Array, spec: string): Promise<Encapsulation>;
  /** undefined for a ciphertext of a wrong length only; any other that was not made for this key gives another secret. */
  decapsulate(ref: MaterialRef, ciphertext: Uint8Array): Promise<Uint8Array | undefined>;
  /** Drops the keys that are kept of a material, for when it is deleted. */
  forget(materialId: string): void;
}

export interface CryptographyPorts {
  /** The secret bytes of a material, as `generate` gave them. Rejects when there is no such material. */
  open(materialId: string): Promise<Uint8Array>;
  /** n bytes of randomness for all that is made here. What WebCrypto makes (most key pairs) takes its own. */
  random(n: number): Uint8Array;
  /** Which of the newer algorithms to leave to WebCrypto. As a rule found out by trying; given by tests. */
  readonly hasNative?: NativeSupport;
  /** Of how many materials, and of how many public keys, the imported keys are kept. */
  readonly cacheSize?: number;
}

const DEFAULT_CACHE_SIZE = 500;

export function createCryptography(given: CryptographyPorts): Cryptography {
  const { cacheSize = DEFAULT_CACHE_SIZE } = given;
  const secretKeys = new KeyCache(cacheSize);
  const ports: FamilyPorts = { hasNative, ...given, secretKeys, publicKeys: new KeyCache(cacheSize) };
  return {
    generate: (spec) => generate(ports, spec),
    adopt,
    privateKeyInfo,
    materialFingerprint,
    unwrapImported: (ref, wrappingAlgorithm, wrapped) => unwrapImported(ports, ref, wrappingAlgorithm, wrapped),
    aesEncrypt: (ref, iv, plaintext, aad) => aesEncrypt(ports, ref, iv, plaintext, aad),
    aesDecrypt: (ref, iv, ciphertext, aad) => aesDecrypt(ports, ref, iv, ciphertext, aad),
    rsaEncrypt: (publicKey, algorithm, plaintext) => rsaEncrypt(ports, publicKey, algorithm, plaintext),
    rsaDecrypt: (ref, algorithm, ciphertext) => decryptRsa(ports, ref, algorithm, ciphertext),
    sign: (ref, algorithm, messageType, message) => sign(ports, ref, algorithm, messageType, message),
    verify: (publicKey, spec, algorithm, messageType, message, signature) =>
      verify(ports, publicKey, spec, algorithm, messageType, message, signature),
    mac: (ref, algorithm, message) => computeMac(ports, ref, algorithm, message),
    verifyMac: (ref, algorithm, message, mac) => checkMac(ports, ref, algorithm, message, mac),
    deriveSharedSecret: (ref, peerPublicKey) => deriveSharedSecret(ports, ref, peerPublicKey),
    encapsulate: (publicKey, spec) => encapsulate(ports, publicKey, spec),
    decapsulate: (ref, ciphertext) => decapsulate(ports, ref, ciphertext),
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
      return generateEcdsa(ports, entry);
    case "ed25519":
      return generateEd25519(ports);
    case "ml-dsa":
      return generateMlDsa(ports, entry);
    case "ml-kem":
      return generateMlKem(ports, entry);
  }
}

/** Every pair is kept as PKCS#8 already, so there is nothing to turn it into, only a mix-up of keys to catch. */
async function privateKeyInfo(spec: string, secret: Uint8Array): Promise<Uint8Array> {
  const { family } = keySpecEntry(spec);
  invariant(family !== "aes" && family !== "hmac", `keys of ${spec} have no private key`);
  return secret;
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
    case "ed25519":
      return signEd25519(ports, ref, algorithm, messageType, message);
    case "ml-dsa":
      return signMlDsa(ports, ref, entry, algorithm, messageType, message);
    case "aes":
    case "hmac":
    case "ml-kem":
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
      return verifyRsa(ports, publicKey, entry, algorithm, messageType, message, signature);
    case "ecdsa":
      return verifyEcdsa(ports, publicKey, entry, algorithm, messageType, message, signature);
    case "ed25519":
      return verifyEd25519(ports, publicKey, algorithm, messageType, message, signature);
    case "ml-dsa":
      return verifyMlDsa(ports, publicKey, entry, algorithm, messageType, message, signature);
    case "aes":
    case "hmac":
    case "ml-kem":
      throw new Error(`Keys of ${spec} sign nothing`);
  }
}

async function deriveSharedSecret(
  ports: FamilyPorts,
  ref: MaterialRef,
  peerPublicKey: Uint8Array,
): Promise<Uint8Array | undefined> {
  const entry = keySpecEntry(ref.spec);
  invariant(entry.family === "ecdsa", `keys of ${ref.spec} agree on no secret`);
  return deriveEcdh(ports, ref, entry, peerPublicKey);
}

async function encapsulate(ports: FamilyPorts, publicKey: Uint8Array, spec: string): Promise<Encapsulation> {
  const entry = keySpecEntry(spec);
  invariant(entry.family === "ml-kem", `keys of ${spec} encapsulate nothing`);
  return encapsulateMlKem(ports, publicKey, entry);
}

async function decapsulate(
  ports: FamilyPorts,
  ref: MaterialRef,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  const entry = keySpecEntry(ref.spec);
  invariant(entry.family === "ml-kem", `keys of ${ref.spec} decapsulate nothing`);
  return decapsulateMlKem(ports, ref, entry, ciphertext);
}
