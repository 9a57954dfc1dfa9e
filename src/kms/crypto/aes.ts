// SYMMETRIC_DEFAULT: AES-256-GCM with a 12 byte iv and a 16 byte tag after the ciphertext.

import type { Bytes } from "#lib/bytes.ts";
import type { FamilyPorts, MaterialRef, NewMaterial } from "./family.ts";
import type { AesSpec } from "./key-specs.ts";
import { decryptedOrRefused, input } from "./subtle.ts";

const ALGORITHM = "AES-GCM";

export function generateAes(ports: FamilyPorts, entry: AesSpec): NewMaterial {
  return { secret: ports.random(entry.secretBytes) };
}

export async function aesEncrypt(
  ports: FamilyPorts,
  ref: MaterialRef,
  iv: Uint8Array,
  plaintext: Uint8Array,
  aad: Uint8Array,
): Promise<Bytes> {
  const key = ports.secretKeys.find(ref.materialId, ALGORITHM) ?? (await loadKey(ports, ref.materialId));
  const parameters = { name: ALGORITHM, iv: input(iv), additionalData: input(aad) };
  return new Uint8Array(await crypto.subtle.encrypt(parameters, key, input(plaintext)));
}

export async function aesDecrypt(
  ports: FamilyPorts,
  ref: MaterialRef,
  iv: Uint8Array,
  ciphertext: Uint8Array,
  aad: Uint8Array,
): Promise<Bytes | undefined> {
  const key = ports.secretKeys.find(ref.materialId, ALGORITHM) ?? (await loadKey(ports, ref.materialId));
  const parameters = { name: ALGORITHM, iv: input(iv), additionalData: input(aad) };
  return decryptedOrRefused(crypto.subtle.decrypt(parameters, key, input(ciphertext)));
}

function loadKey(ports: FamilyPorts, materialId: string): Promise<CryptoKey> {
  return ports.secretKeys.load(materialId, ALGORITHM, async () => {
    const secret = await ports.open(materialId);
    return crypto.subtle.importKey("raw", input(secret), ALGORITHM_ID, false, ["encrypt", "decrypt"]);
  });
}

const ALGORITHM_ID = { name: ALGORITHM };
