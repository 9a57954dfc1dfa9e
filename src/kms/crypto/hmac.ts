// HMAC_256, HMAC_384 and HMAC_512: one MAC algorithm each, named after the hash (HMAC_SHA_256 ...).

import type { Bytes } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import type { FamilyPorts, MaterialRef, NewMaterial } from "./family.ts";
import { type HmacSpec, keySpecEntry } from "./key-specs.ts";
import { input } from "./subtle.ts";

const ALGORITHM = "HMAC";

export function generateHmac(ports: FamilyPorts, entry: HmacSpec): NewMaterial {
  return { secret: ports.random(entry.secretBytes) };
}

export async function computeMac(
  ports: FamilyPorts,
  ref: MaterialRef,
  algorithm: string,
  message: Uint8Array,
): Promise<Bytes> {
  const key = ports.secretKeys.find(ref.materialId, algorithm) ?? (await loadKey(ports, ref, algorithm));
  return new Uint8Array(await crypto.subtle.sign(ALGORITHM_ID, key, input(message)));
}

/** WebCrypto compares in constant time and answers false for a MAC of another length. */
export async function checkMac(
  ports: FamilyPorts,
  ref: MaterialRef,
  algorithm: string,
  message: Uint8Array,
  mac: Uint8Array,
): Promise<boolean> {
  const key = ports.secretKeys.find(ref.materialId, algorithm) ?? (await loadKey(ports, ref, algorithm));
  return crypto.subtle.verify(ALGORITHM_ID, key, input(mac), input(message));
}

function loadKey(ports: FamilyPorts, ref: MaterialRef, algorithm: string): Promise<CryptoKey> {
  const entry = keySpecEntry(ref.spec);
  invariant(entry.family === "hmac", `${ref.spec} makes no MACs`);
  invariant(algorithm === `HMAC_${entry.hash.replace("-", "_")}`, `${ref.spec} does not do ${algorithm}`);
  return ports.secretKeys.load(ref.materialId, algorithm, async () => {
    const secret = await ports.open(ref.materialId);
    return crypto.subtle.importKey("raw", input(secret), { name: ALGORITHM, hash: entry.hash }, false, [
      "sign",
      "verify",
    ]);
  });
}

const ALGORITHM_ID = { name: ALGORITHM };
