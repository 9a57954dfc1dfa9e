// Key pairs out of WebCrypto, in the encodings that are kept and handed out.

import type { NewMaterial } from "./family.ts";

/** The pair as PKCS#8 and SubjectPublicKeyInfo; it must have been generated as extractable. */
export async function exportKeyPair(pair: CryptoKeyPair): Promise<NewMaterial> {
  const [secret, publicKey] = await Promise.all([
    crypto.subtle.exportKey("pkcs8", pair.privateKey),
    crypto.subtle.exportKey("spki", pair.publicKey),
  ]);
  return { secret: new Uint8Array(secret), publicKey: new Uint8Array(publicKey) };
}
