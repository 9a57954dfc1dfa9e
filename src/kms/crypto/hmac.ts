// HMAC_224, HMAC_256, HMAC_384 and HMAC_512: one MAC algorithm each, named after the hash (HMAC_SHA_256 ...). WebCrypto has
// no SHA-224, so that one is done by noble.

import { equalBytes } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import type { FamilyPorts, MaterialRef, NewMaterial } from "./family.ts";
import { type HmacSpec, keySpecEntry } from "./key-specs.ts";
import { input } from "./subtle.ts";

const ALGORITHM = "HMAC";
const ALGORITHM_ID = { name: ALGORITHM };

export function generateHmac(ports: FamilyPorts, entry: HmacSpec): NewMaterial {
  return { secret: ports.random(entry.secretBytes) };
}

export async function computeMac(
  ports: FamilyPorts,
  ref: MaterialRef,
  algorithm: string,
  message: Uint8Array,
): Promise<Uint8Array> {
  const { hash } = entryOf(ref, algorithm);
  if (hash === "SHA-224") return macBySha224(ports, ref, message);
  const key = ports.secretKeys.find(ref.materialId, algorithm) ?? (await loadKey(ports, ref, algorithm, hash));
  return new Uint8Array(await crypto.subtle.sign(ALGORITHM_ID, key, input(message)));
}

/** Whether it is the MAC of the message. WebCrypto compares in constant time; a MAC of another length is false. */
export async function checkMac(
  ports: FamilyPorts,
  ref: MaterialRef,
  algorithm: string,
  message: Uint8Array,
  mac: Uint8Array,
): Promise<boolean> {
  const { hash } = entryOf(ref, algorithm);
  // Simulated: this comparison stops at the first difference, which nobody can time here.
  if (hash === "SHA-224") return equalBytes(await macBySha224(ports, ref, message), mac);
  const key = ports.secretKeys.find(ref.materialId, algorithm) ?? (await loadKey(ports, ref, algorithm, hash));
  return crypto.subtle.verify(ALGORITHM_ID, key, input(mac), input(message));
}

async function macBySha224(ports: FamilyPorts, ref: MaterialRef, message: Uint8Array): Promise<Uint8Array> {
  const [{ hmac }, { sha224 }] = await Promise.all([import("@noble/hashes/hmac.js"), import("@noble/hashes/sha2.js")]);
  return hmac(sha224, await ports.open(ref.materialId), message);
}

function entryOf(ref: MaterialRef, algorithm: string): HmacSpec {
  const entry = keySpecEntry(ref.spec);
  invariant(entry.family === "hmac", `${ref.spec} makes no MACs`);
  invariant(algorithm === `HMAC_${entry.hash.replace("-", "_")}`, `${ref.spec} does not do ${algorithm}`);
  return entry;
}

function loadKey(ports: FamilyPorts, ref: MaterialRef, algorithm: string, hash: string): Promise<CryptoKey> {
  return ports.secretKeys.load(ref.materialId, algorithm, async () => {
    const secret = await ports.open(ref.materialId);
    return crypto.subtle.importKey("raw", input(secret), { name: ALGORITHM, hash }, false, ["sign", "verify"]);
  });
}
