// Which of the newer algorithms this platform's WebCrypto has. There is no reliable way to ask, so they are tried.

import type { Ed25519Spec, MlDsaSpec, MlKemSpec } from "./key-specs.ts";

/** An algorithm by its WebCrypto name. */
export type NativeAlgorithm = "Ed25519" | MlDsaSpec["set"] | MlKemSpec["set"];

/** The PKCS#8 forms that hold nothing but the seed: what the platform must speak for keys to be of use without it, too. */
const SEED_FORM_BYTES: Readonly<Record<Ed25519Spec["family"] | MlDsaSpec["family"] | MlKemSpec["family"], number>> = {
  ed25519: 48,
  "ml-dsa": 54,
  "ml-kem": 86,
};

export type NativeSupport = (algorithm: NativeAlgorithm) => Promise<boolean>;

const tried = new Map<NativeAlgorithm, Promise<boolean>>();

/** Whether WebCrypto here has the algorithm and keeps its keys in the form that is kept here. Tried once for each. */
export function hasNative(algorithm: NativeAlgorithm): Promise<boolean> {
  const known = tried.get(algorithm) ?? generatesKeys(algorithm);
  tried.set(algorithm, known);
  return known;
}

async function generatesKeys(algorithm: NativeAlgorithm): Promise<boolean> {
  const family = algorithm === "Ed25519" ? "ed25519" : algorithm.startsWith("ML-DSA") ? "ml-dsa" : "ml-kem";
  try {
    const usages =
      family === "ml-kem" ? (["encapsulateBits", "decapsulateBits"] as const) : (["sign", "verify"] as const);
    const pair = await crypto.subtle.generateKey({ name: algorithm }, true, usages);
    const pkcs8 = await crypto.subtle.exportKey("pkcs8", pair.privateKey);
    return pkcs8.byteLength === SEED_FORM_BYTES[family];
  } catch {
    return false; // Each platform refuses what it does not know with an error of its own: they all mean no.
  }
}
