// ML_KEM_512, ML_KEM_768 and ML_KEM_1024 (FIPS 203) by WebCrypto, or by noble where it has none.

import type { FamilyPorts, MaterialRef, NewMaterial } from "./family.ts";
import { ownPublicKey } from "./key-info.ts";
import { exportKeyPair, privateCryptoKey, publicCryptoKey } from "./key-pair.ts";
import type { MlKemSpec } from "./key-specs.ts";
import { adoptSeedPair, openSeed, seedPair } from "./seed-keys.ts";
import { input } from "./subtle.ts";

const SEED_BYTES = 64;
/** Bytes of randomness in an encapsulation. */
const MESSAGE_BYTES = 32;

export interface Encapsulation {
  /** 32 bytes. */
  readonly sharedSecret: Uint8Array;
  readonly ciphertext: Uint8Array;
}

export async function generateMlKem(ports: FamilyPorts, { set }: MlKemSpec): Promise<NewMaterial> {
  if (await ports.hasNative(set))
    return exportKeyPair(await crypto.subtle.generateKey({ name: set }, true, ["encapsulateBits", "decapsulateBits"]));
  return seedPair(set, ports.random(SEED_BYTES), (await noble(set)).keygen);
}

/** The pair of an imported PKCS#8 private key, or undefined when the bytes are none. */
export async function adoptMlKem({ set }: MlKemSpec, pkcs8: Uint8Array): Promise<NewMaterial | undefined> {
  return adoptSeedPair(set, SEED_BYTES, pkcs8, (await noble(set)).keygen);
}

export async function encapsulateMlKem(
  ports: FamilyPorts,
  publicKey: Uint8Array,
  { set }: MlKemSpec,
): Promise<Encapsulation> {
  if (await ports.hasNative(set)) {
    const key = await publicCryptoKey(ports, publicKey, set, { name: set }, "encapsulateBits");
    const { sharedKey, ciphertext } = await crypto.subtle.encapsulateBits({ name: set }, key);
    return { sharedSecret: new Uint8Array(sharedKey), ciphertext: new Uint8Array(ciphertext) };
  }
  const mlKem = await noble(set);
  const { sharedSecret, cipherText } = mlKem.encapsulate(ownPublicKey(set, publicKey), ports.random(MESSAGE_BYTES));
  return { sharedSecret, ciphertext: cipherText };
}

/** A ciphertext of the right length that was made for another key gives another secret, as FIPS 203 wants it. */
export async function decapsulateMlKem(
  ports: FamilyPorts,
  ref: MaterialRef,
  { set, ciphertextBytes }: MlKemSpec,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (ciphertext.length !== ciphertextBytes) return undefined;
  if (await ports.hasNative(set)) {
    const key = await privateCryptoKey(ports, ref.materialId, set, { name: set }, "decapsulateBits");
    return new Uint8Array(await crypto.subtle.decapsulateBits({ name: set }, key, input(ciphertext)));
  }
  const mlKem = await noble(set);
  return mlKem.decapsulate(ciphertext, mlKem.keygen(await openSeed(ports, ref, set)).secretKey);
}

/** Fetched at the first use. */
async function noble(set: MlKemSpec["set"]) {
  const { ml_kem512, ml_kem768, ml_kem1024 } = await import("@noble/post-quantum/ml-kem.js");
  return { "ML-KEM-512": ml_kem512, "ML-KEM-768": ml_kem768, "ML-KEM-1024": ml_kem1024 }[set];
}
