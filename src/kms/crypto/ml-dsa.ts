// ML_DSA_44, ML_DSA_65 and ML_DSA_87 (FIPS 204, with an empty context): over a message by WebCrypto, or by noble where it
// has none; over a message representative (EXTERNAL_MU) always by noble, as WebCrypto takes messages only.

import { invariant } from "#lib/invariant.ts";
import type { FamilyPorts, MaterialRef, MessageType, NewMaterial } from "./family.ts";
import { ownPublicKey } from "./key-info.ts";
import { exportKeyPair, privateCryptoKey, publicCryptoKey } from "./key-pair.ts";
import type { MlDsaSpec } from "./key-specs.ts";
import { adoptSeedPair, openSeed, seedPair } from "./seed-keys.ts";
import { input } from "./subtle.ts";

const SEED_BYTES = 32;
/** Bytes of randomness in a signature of the hedged variant. */
const HEDGE_BYTES = 32;
const MU_BYTES = 64;

export async function generateMlDsa(ports: FamilyPorts, { set }: MlDsaSpec): Promise<NewMaterial> {
  if (await ports.hasNative(set))
    return exportKeyPair(await crypto.subtle.generateKey({ name: set }, true, ["sign", "verify"]));
  return seedPair(set, ports.random(SEED_BYTES), (await noble(set)).keygen);
}

/** The pair of an imported PKCS#8 private key, or undefined when the bytes are none. */
export async function adoptMlDsa({ set }: MlDsaSpec, pkcs8: Uint8Array): Promise<NewMaterial | undefined> {
  return adoptSeedPair(set, SEED_BYTES, pkcs8, (await noble(set)).keygen);
}

export async function signMlDsa(
  ports: FamilyPorts,
  ref: MaterialRef,
  { set }: MlDsaSpec,
  algorithm: string,
  messageType: MessageType,
  message: Uint8Array,
): Promise<Uint8Array> {
  requireFit(set, algorithm, messageType);
  if (messageType === "RAW" && (await ports.hasNative(set))) {
    const key = await privateCryptoKey(ports, ref.materialId, set, { name: set }, "sign");
    return new Uint8Array(await crypto.subtle.sign({ name: set }, key, input(message)));
  }
  const mlDsa = await noble(set);
  const { secretKey } = mlDsa.keygen(await openSeed(ports, ref, set));
  const extraEntropy = ports.random(HEDGE_BYTES);
  if (messageType === "RAW") return mlDsa.sign(message, secretKey, { extraEntropy });
  invariant(message.length === MU_BYTES, `${algorithm} does not sign a ${message.length} byte mu`);
  return mlDsa.internal.sign(message, secretKey, { externalMu: true, extraEntropy });
}

export async function verifyMlDsa(
  ports: FamilyPorts,
  publicKey: Uint8Array,
  { set, signatureBytes }: MlDsaSpec,
  algorithm: string,
  messageType: MessageType,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  requireFit(set, algorithm, messageType);
  if (signature.length !== signatureBytes) return false;
  if (messageType === "RAW" && (await ports.hasNative(set))) {
    const key = await publicCryptoKey(ports, publicKey, set, { name: set }, "verify");
    return crypto.subtle.verify({ name: set }, key, input(signature), input(message));
  }
  const mlDsa = await noble(set);
  if (messageType === "RAW") return mlDsa.verify(signature, message, ownPublicKey(set, publicKey));
  if (message.length !== MU_BYTES) return false;
  return mlDsa.internal.verify(signature, message, ownPublicKey(set, publicKey), { externalMu: true });
}

function requireFit(set: MlDsaSpec["set"], algorithm: string, messageType: MessageType): void {
  invariant(algorithm === "ML_DSA_SHAKE_256", `${set} does not do ${algorithm}`);
  invariant(messageType !== "DIGEST", `${algorithm} does not take ${messageType}`);
}

/** Fetched at the first use. */
async function noble(set: MlDsaSpec["set"]) {
  const { ml_dsa44, ml_dsa65, ml_dsa87 } = await import("@noble/post-quantum/ml-dsa.js");
  return { "ML-DSA-44": ml_dsa44, "ML-DSA-65": ml_dsa65, "ML-DSA-87": ml_dsa87 }[set];
}
