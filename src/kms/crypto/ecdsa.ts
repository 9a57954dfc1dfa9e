// ECC_NIST_P256, ECC_NIST_P384, ECC_NIST_P521 and ECC_SECG_P256K1: ECDSA by WebCrypto over a message, by noble over a given
// digest and on secp256k1, neither of which WebCrypto can do. Signatures go in and out as DER.

import { invariant } from "#lib/invariant.ts";
import { ecKeyPair, nobleCurve, openScalar } from "./ec-keys.ts";
import { derToRaw, rawToDer } from "./ecdsa-der.ts";
import type { FamilyPorts, MaterialRef, MessageType, NewMaterial } from "./family.ts";
import { ownPublicKey } from "./key-info.ts";
import { exportKeyPair, privateCryptoKey, publicCryptoKey } from "./key-pair.ts";
import type { EcdsaSpec } from "./key-specs.ts";
import { digest, HASH_BYTES, input } from "./subtle.ts";

/** KMS lets a curve have one algorithm only, and the curve names the keys' purpose in the cache. */
const PURPOSE = "ECDSA";

/** As noble needs them said: the digest is given, and s is not halved, as neither WebCrypto nor OpenSSL does it. */
const DIGEST_OPTIONS = { prehash: false, lowS: false, format: "compact" } as const;

/** So many more bytes than the scalar has leave no bias when they are reduced by the order (FIPS 186-5, appendix A.2.1). */
const EXTRA_BYTES = 16;

export async function generateEcdsa(ports: FamilyPorts, entry: EcdsaSpec): Promise<NewMaterial> {
  if (entry.curve === "secp256k1") {
    const { keygen } = await nobleCurve(entry.curve);
    return ecKeyPair(entry, keygen(ports.random(entry.scalarBytes + EXTRA_BYTES)).secretKey);
  }
  return exportKeyPair(await crypto.subtle.generateKey(keyParametersOf(entry), true, ["sign", "verify"]));
}

export async function signEcdsa(
  ports: FamilyPorts,
  ref: MaterialRef,
  entry: EcdsaSpec,
  algorithm: string,
  messageType: MessageType,
  message: Uint8Array,
): Promise<Uint8Array> {
  requireFit(entry, algorithm, messageType);
  if (messageType === "RAW" && entry.curve !== "secp256k1") {
    const key = await privateCryptoKey(ports, ref.materialId, PURPOSE, keyParametersOf(entry), "sign");
    return rawToDer(new Uint8Array(await crypto.subtle.sign(parametersOf(entry), key, input(message))));
  }
  const given = messageType === "RAW" ? await digest(entry.hash, message) : message;
  invariant(given.length === HASH_BYTES[entry.hash], `${algorithm} does not sign ${given.length} byte digests`);
  const curve = await nobleCurve(entry.curve);
  // Without extra entropy noble takes the nonce from key and digest (RFC 6979), so that the signature is reproducible.
  return rawToDer(curve.sign(given, await openScalar(ports, ref, entry), DIGEST_OPTIONS));
}

export async function verifyEcdsa(
  ports: FamilyPorts,
  publicKey: Uint8Array,
  entry: EcdsaSpec,
  algorithm: string,
  messageType: MessageType,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  requireFit(entry, algorithm, messageType);
  const raw = derToRaw(signature, entry.scalarBytes);
  if (raw === undefined) return false;
  if (messageType === "RAW" && entry.curve !== "secp256k1") {
    const key = await publicCryptoKey(ports, publicKey, PURPOSE, keyParametersOf(entry), "verify");
    return crypto.subtle.verify(parametersOf(entry), key, raw, input(message));
  }
  const given = messageType === "RAW" ? await digest(entry.hash, message) : message;
  if (given.length !== HASH_BYTES[entry.hash]) return false;
  return (await nobleCurve(entry.curve)).verify(raw, given, ownPublicKey(entry.curve, publicKey), DIGEST_OPTIONS);
}

function requireFit(entry: EcdsaSpec, algorithm: string, messageType: MessageType): void {
  invariant(algorithm === `ECDSA_${entry.hash.replace("-", "_")}`, `${entry.curve} does not do ${algorithm}`);
  invariant(messageType !== "EXTERNAL_MU", `${algorithm} does not take ${messageType}`);
}

function parametersOf(entry: EcdsaSpec): EcdsaParams {
  return { name: "ECDSA", hash: entry.hash };
}

function keyParametersOf(entry: EcdsaSpec): EcKeyImportParams {
  return { name: "ECDSA", namedCurve: entry.curve };
}
