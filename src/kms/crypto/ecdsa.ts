// ECC_NIST_P256, ECC_NIST_P384 and ECC_NIST_P521: ECDSA by WebCrypto over a message, by noble over a given digest, which
// WebCrypto cannot do. Signatures go in and out as DER.

import { invariant } from "#lib/invariant.ts";
import { derToRaw, rawToDer } from "./ecdsa-der.ts";
import type { FamilyPorts, MaterialRef, MessageType, NewMaterial } from "./family.ts";
import { ecPrivateScalar, ecPublicPoint } from "./key-numbers.ts";
import { exportKeyPair } from "./key-pair.ts";
import type { EcdsaSpec } from "./key-specs.ts";
import { bytesAsMapKey, HASH_BYTES, input } from "./subtle.ts";

/** KMS lets a curve have one algorithm only, and the curve names the keys' purpose in the cache. */
const PURPOSE = "ECDSA";

/** As noble needs them said: the digest is given, and s is not halved, as neither WebCrypto nor OpenSSL does it. */
const DIGEST_OPTIONS = { prehash: false, lowS: false, format: "compact" } as const;

export async function generateEcdsa(entry: EcdsaSpec): Promise<NewMaterial> {
  const parameters = { name: "ECDSA", namedCurve: entry.curve };
  return exportKeyPair(await crypto.subtle.generateKey(parameters, true, ["sign", "verify"]));
}

export async function signEcdsa(
  ports: FamilyPorts,
  ref: MaterialRef,
  entry: EcdsaSpec,
  algorithm: string,
  messageType: MessageType,
  message: Uint8Array,
): Promise<Uint8Array> {
  requireAlgorithm(entry, algorithm);
  if (messageType === "DIGEST") {
    invariant(message.length === HASH_BYTES[entry.hash], `${algorithm} does not sign ${message.length} byte digests`);
    const curve = await curveOf(entry);
    // Without extra entropy noble takes the nonce from key and digest (RFC 6979), so that the signature is reproducible.
    return rawToDer(curve.sign(message, ecPrivateScalar(await ports.open(ref.materialId)), DIGEST_OPTIONS));
  }
  const key = ports.secretKeys.find(ref.materialId, PURPOSE) ?? (await loadPrivateKey(ports, ref.materialId, entry));
  return rawToDer(new Uint8Array(await crypto.subtle.sign(parametersOf(entry), key, input(message))));
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
  requireAlgorithm(entry, algorithm);
  const raw = derToRaw(signature, entry.scalarBytes);
  if (raw === undefined) return false;
  if (messageType === "DIGEST") {
    if (message.length !== HASH_BYTES[entry.hash]) return false;
    return (await curveOf(entry)).verify(raw, message, ecPublicPoint(publicKey), DIGEST_OPTIONS);
  }
  const owner = bytesAsMapKey(publicKey);
  const key =
    ports.publicKeys.find(owner, PURPOSE) ??
    (await ports.publicKeys.load(owner, PURPOSE, () =>
      crypto.subtle.importKey("spki", input(publicKey), keyParametersOf(entry), false, ["verify"]),
    ));
  return crypto.subtle.verify(parametersOf(entry), key, raw, input(message));
}

function loadPrivateKey(ports: FamilyPorts, materialId: string, entry: EcdsaSpec): Promise<CryptoKey> {
  return ports.secretKeys.load(materialId, PURPOSE, async () => {
    const pkcs8 = await ports.open(materialId);
    return crypto.subtle.importKey("pkcs8", input(pkcs8), keyParametersOf(entry), false, ["sign"]);
  });
}

/** noble is fetched at its first use: few people sign digests, and everybody loads the page. */
async function curveOf(entry: EcdsaSpec) {
  const { p256, p384, p521 } = await import("@noble/curves/nist.js");
  return { "P-256": p256, "P-384": p384, "P-521": p521 }[entry.curve];
}

function requireAlgorithm(entry: EcdsaSpec, algorithm: string): void {
  invariant(algorithm === `ECDSA_${entry.hash.replace("-", "_")}`, `${entry.curve} does not do ${algorithm}`);
}

function parametersOf(entry: EcdsaSpec): EcdsaParams {
  return { name: "ECDSA", hash: entry.hash };
}

function keyParametersOf(entry: EcdsaSpec): EcKeyImportParams {
  return { name: "ECDSA", namedCurve: entry.curve };
}
