// RSA_2048, RSA_3072 and RSA_4096 by WebCrypto: OAEP encryption, and signatures over a message. Signatures over a digest
// are in rsa-digest.ts.

import type { Bytes } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import type { FamilyPorts, MaterialRef, MessageType, NewMaterial } from "./family.ts";
import { exportKeyPair } from "./key-pair.ts";
import type { RsaSpec } from "./key-specs.ts";
import { type RsaSigning, rsaEncryption, rsaSigning } from "./rsa-algorithms.ts";
import { signRsaDigest, verifyRsaDigest } from "./rsa-digest.ts";
import { bytesAsMapKey, decryptedOrRefused, HASH_BYTES, input } from "./subtle.ts";

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
  const key =
    ports.secretKeys.find(ref.materialId, algorithm) ??
    (await loadPrivateKey(ports, ref.materialId, algorithm, parameters, "decrypt"));
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
  if (messageType === "DIGEST") {
    invariant(message.length === HASH_BYTES[signing.hash], `${algorithm} does not sign ${message.length} byte digests`);
    return signRsaDigest(await ports.open(ref.materialId), signing, message, ports.random);
  }
  const key =
    ports.secretKeys.find(ref.materialId, algorithm) ??
    (await loadPrivateKey(ports, ref.materialId, algorithm, signing.keyParameters, "sign"));
  return new Uint8Array(await crypto.subtle.sign(signing.parameters, key, input(message)));
}

export async function verifyRsa(
  ports: FamilyPorts,
  publicKey: Uint8Array,
  algorithm: string,
  messageType: MessageType,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const signing: RsaSigning = rsaSigning(algorithm);
  if (messageType === "DIGEST") {
    return message.length === HASH_BYTES[signing.hash] && verifyRsaDigest(publicKey, signing, message, signature);
  }
  const key = await publicCryptoKey(ports, publicKey, algorithm, signing.keyParameters, "verify");
  return crypto.subtle.verify(signing.parameters, key, input(signature), input(message));
}

function loadPrivateKey(
  ports: FamilyPorts,
  materialId: string,
  algorithm: string,
  parameters: RsaHashedImportParams,
  usage: "decrypt" | "sign",
): Promise<CryptoKey> {
  return ports.secretKeys.load(materialId, algorithm, async () => {
    const pkcs8 = await ports.open(materialId);
    return crypto.subtle.importKey("pkcs8", input(pkcs8), parameters, false, [usage]);
  });
}

function publicCryptoKey(
  ports: FamilyPorts,
  spki: Uint8Array,
  algorithm: string,
  parameters: RsaHashedImportParams,
  usage: "encrypt" | "verify",
): CryptoKey | Promise<CryptoKey> {
  const owner = bytesAsMapKey(spki);
  const create = () => crypto.subtle.importKey("spki", input(spki), parameters, false, [usage]);
  return ports.publicKeys.find(owner, algorithm) ?? ports.publicKeys.load(owner, algorithm, create);
}
