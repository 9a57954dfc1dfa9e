// RSA_2048, RSA_3072 and RSA_4096 by WebCrypto: OAEP encryption, and signatures over a message. Signatures over a digest
// are in rsa-digest.ts.

import type { Bytes } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import type { FamilyPorts, MaterialRef, MessageType, NewMaterial } from "./family.ts";
import { exportKeyPair, privateCryptoKey, publicCryptoKey } from "./key-pair.ts";
import type { RsaSpec } from "./key-specs.ts";
import { type RsaSigning, rsaEncryption, rsaSigning } from "./rsa-algorithms.ts";
import { signRsaDigest, verifyRsaDigest } from "./rsa-digest.ts";
import { decryptedOrRefused, HASH_BYTES, input } from "./subtle.ts";

const PUBLIC_EXPONENT = Uint8Array.of(0x01, 0x00, 0x01); // 65537

/** Takes the time of finding two primes: tenths of a second for 2048 bits, seconds for 4096. Not on this thread. */
export async function generateRsa(entry: RsaSpec): Promise<NewMaterial> {
  // The padding named here does not matter: the exported encodings carry none.
  const parameters = {
    name: "RSA-PSS",
    hash: "SHA-256",
    modulusLength: entry.modulusBits,
    publicExponent: PUBLIC_EXPONENT,
  };
  return exportKeyPair(await crypto.subtle.generateKey(parameters, true, ["sign", "verify"]));
}

export async function rsaEncrypt(
  ports: FamilyPorts,
  publicKey: Uint8Array,
  algorithm: string,
  plaintext: Uint8Array,
): Promise<Bytes> {
  const parameters = rsaEncryption(algorithm);
  const key = await publicCryptoKey(ports, publicKey, algorithm, parameters, "encrypt");
  return new Uint8Array(await crypto.subtle.encrypt(parameters, key, input(plaintext)));
}

export async function rsaDecrypt(
  ports: FamilyPorts,
  ref: MaterialRef,
  entry: RsaSpec,
  algorithm: string,
  ciphertext: Uint8Array,
): Promise<Bytes | undefined> {
  const parameters = rsaEncryption(algorithm);
  // A ciphertext is as long as the modulus (RFC 8017, section 7.1.2). Some platforms take a shorter one whose missing
  // first byte was zero; others refuse it.
  if (ciphertext.length !== entry.modulusBits / 8) return undefined;
  const key = await privateCryptoKey(ports, ref.materialId, algorithm, parameters, "decrypt");
  return decryptedOrRefused(crypto.subtle.decrypt(parameters, key, input(ciphertext)));
}

export async function signRsa(
  ports: FamilyPorts,
  ref: MaterialRef,
  algorithm: string,
  messageType: MessageType,
  message: Uint8Array,
): Promise<Uint8Array> {
  const signing = rsaSigning(algorithm);
  invariant(messageType !== "EXTERNAL_MU", `${algorithm} does not take ${messageType}`);
  if (messageType === "DIGEST") {
    invariant(message.length === HASH_BYTES[signing.hash], `${algorithm} does not sign ${message.length} byte digests`);
    return signRsaDigest(await ports.open(ref.materialId), signing, message, ports.random);
  }
  const key = await privateCryptoKey(ports, ref.materialId, algorithm, signing.keyParameters, "sign");
  return new Uint8Array(await crypto.subtle.sign(signing.parameters, key, input(message)));
}

export async function verifyRsa(
  ports: FamilyPorts,
  publicKey: Uint8Array,
  entry: RsaSpec,
  algorithm: string,
  messageType: MessageType,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const signing: RsaSigning = rsaSigning(algorithm);
  invariant(messageType !== "EXTERNAL_MU", `${algorithm} does not take ${messageType}`);
  if (messageType === "DIGEST") {
    return message.length === HASH_BYTES[signing.hash] && verifyRsaDigest(publicKey, signing, message, signature);
  }
  // As with ciphertexts: a signature is as long as the modulus (RFC 8017, section 8.1.2), and some platforms take others.
  if (signature.length !== entry.modulusBits / 8) return false;
  const key = await publicCryptoKey(ports, publicKey, algorithm, signing.keyParameters, "verify");
  return crypto.subtle.verify(signing.parameters, key, input(signature), input(message));
}
