// ECC_NIST_EDWARDS25519 (RFC 8032): Ed25519 over a message by WebCrypto, or by noble where it has none; Ed25519ph over a
// digest always by noble, as WebCrypto has no such variant and where asked for it makes a plain signature without a word.

import { invariant } from "#lib/invariant.ts";
import { DER_OCTET_STRING } from "./der.ts";
import { derElement } from "./der-writer.ts";
import type { FamilyPorts, MaterialRef, MessageType, NewMaterial } from "./family.ts";
import {
  onlyElement,
  ownPrivateKey,
  ownPublicKey,
  readPrivateKeyInfo,
  writePrivateKeyInfo,
  writePublicKeyInfo,
} from "./key-info.ts";
import { exportKeyPair, privateCryptoKey, publicCryptoKey } from "./key-pair.ts";
import { HASH_BYTES, input } from "./subtle.ts";

const NAME = "Ed25519";
const PARAMETERS = { name: NAME };
const SEED_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** The rules of RFC 8032 for which points a signature may have, not the wider ones of another standard. */
const VERIFY_OPTIONS = { zip215: false };

export async function generateEd25519(ports: FamilyPorts): Promise<NewMaterial> {
  if (await ports.hasNative(NAME))
    return exportKeyPair(await crypto.subtle.generateKey(PARAMETERS, true, ["sign", "verify"]));
  return pairOf(ports.random(SEED_BYTES));
}

/** The pair of an imported PKCS#8 private key, or undefined when the bytes are none. */
export async function adoptEd25519(pkcs8: Uint8Array): Promise<NewMaterial | undefined> {
  const privateKey = readPrivateKeyInfo(NAME, pkcs8);
  const seed = privateKey && onlyElement(DER_OCTET_STRING, privateKey);
  return seed?.length === SEED_BYTES ? pairOf(seed) : undefined;
}

export async function signEd25519(
  ports: FamilyPorts,
  ref: MaterialRef,
  algorithm: string,
  messageType: MessageType,
  message: Uint8Array,
): Promise<Uint8Array> {
  if (isPrehashed(algorithm, messageType)) {
    invariant(message.length === HASH_BYTES["SHA-512"], `${algorithm} does not sign ${message.length} byte digests`);
    const { ed25519ph } = await noble();
    return ed25519ph.sign(message, await openSeed(ports, ref));
  }
  if (await ports.hasNative(NAME)) {
    const key = await privateCryptoKey(ports, ref.materialId, NAME, PARAMETERS, "sign");
    return new Uint8Array(await crypto.subtle.sign(PARAMETERS, key, input(message)));
  }
  const { ed25519 } = await noble();
  return ed25519.sign(message, await openSeed(ports, ref));
}

export async function verifyEd25519(
  ports: FamilyPorts,
  publicKey: Uint8Array,
  algorithm: string,
  messageType: MessageType,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const prehashed = isPrehashed(algorithm, messageType);
  if (signature.length !== SIGNATURE_BYTES) return false;
  if (prehashed) {
    if (message.length !== HASH_BYTES["SHA-512"]) return false;
    const { ed25519ph } = await noble();
    return ed25519ph.verify(signature, message, ownPublicKey(NAME, publicKey), VERIFY_OPTIONS);
  }
  if (await ports.hasNative(NAME)) {
    const key = await publicCryptoKey(ports, publicKey, NAME, PARAMETERS, "verify");
    return crypto.subtle.verify(PARAMETERS, key, input(signature), input(message));
  }
  const { ed25519 } = await noble();
  return ed25519.verify(signature, message, ownPublicKey(NAME, publicKey), VERIFY_OPTIONS);
}

/**
 * KMS takes ED25519_SHA_512 with RAW and ED25519_PH_SHA_512 with DIGEST only. The latter treats the given digest as the
 * message of Ed25519ph, which hashes it once more: "Offline verification with ECC_NIST_EDWARDS25519 key pairs" in the
 * developer guide.
 */
function isPrehashed(algorithm: string, messageType: MessageType): boolean {
  const prehashed = algorithm === "ED25519_PH_SHA_512";
  invariant(prehashed || algorithm === "ED25519_SHA_512", `Ed25519 keys do not do ${algorithm}`);
  invariant(messageType === (prehashed ? "DIGEST" : "RAW"), `${algorithm} does not take ${messageType}`);
  return prehashed;
}

async function pairOf(seed: Uint8Array): Promise<NewMaterial> {
  const { ed25519 } = await noble();
  return {
    secret: writePrivateKeyInfo(NAME, derElement(DER_OCTET_STRING, seed)),
    publicKey: writePublicKeyInfo(NAME, ed25519.getPublicKey(seed)),
  };
}

async function openSeed(ports: FamilyPorts, ref: MaterialRef): Promise<Uint8Array> {
  const seed = onlyElement(DER_OCTET_STRING, ownPrivateKey(NAME, await ports.open(ref.materialId)));
  invariant(seed, "an Ed25519 private key is an OCTET STRING");
  return seed;
}

/** Fetched at the first use. */
function noble() {
  return import("@noble/curves/ed25519.js");
}
