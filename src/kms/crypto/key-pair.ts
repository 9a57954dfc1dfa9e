// Key pairs in WebCrypto: out of it in the encodings that are kept and handed out, and into it by way of the caches.

import type { FamilyPorts, NewMaterial } from "./family.ts";
import { bytesAsMapKey, input } from "./subtle.ts";

type KeyParameters = Algorithm | RsaHashedImportParams | EcKeyImportParams;

/** The pair as PKCS#8 and SubjectPublicKeyInfo; it must have been generated as extractable. */
export async function exportKeyPair(pair: CryptoKeyPair): Promise<NewMaterial> {
  const [secret, publicKey] = await Promise.all([
    crypto.subtle.exportKey("pkcs8", pair.privateKey),
    crypto.subtle.exportKey("spki", pair.publicKey),
  ]);
  return { secret: new Uint8Array(secret), publicKey: new Uint8Array(publicKey) };
}

/** The private key of a material for one purpose, non-extractable. */
export function privateCryptoKey(
  ports: FamilyPorts,
  materialId: string,
  purpose: string,
  parameters: KeyParameters,
  usage: "decrypt" | "sign" | "deriveBits" | "decapsulateBits",
): CryptoKey | Promise<CryptoKey> {
  const create = async () => {
    const pkcs8 = await ports.open(materialId);
    return crypto.subtle.importKey("pkcs8", input(pkcs8), parameters, false, [usage]);
  };
  return ports.secretKeys.find(materialId, purpose) ?? ports.secretKeys.load(materialId, purpose, create);
}

/** The public key of these SubjectPublicKeyInfo bytes for one purpose. */
export function publicCryptoKey(
  ports: FamilyPorts,
  spki: Uint8Array,
  purpose: string,
  parameters: KeyParameters,
  usage: "encrypt" | "verify" | "encapsulateBits",
): CryptoKey | Promise<CryptoKey> {
  const owner = bytesAsMapKey(spki);
  const create = () => crypto.subtle.importKey("spki", input(spki), parameters, false, [usage]);
  return ports.publicKeys.find(owner, purpose) ?? ports.publicKeys.load(owner, purpose, create);
}
