// Exports the wrapping of key material as its owner does it, with OpenSSL or an HSM, outside of AWS KMS; the page can do it
// too, so that an import can be tried without any tool.
import type { AlgorithmSpec } from "#kms/index.ts";
import type { Bytes } from "#lib/bytes.ts";

/**
 * Encrypts key material under a wrapping public key. @param publicKey SubjectPublicKeyInfo, DER, as GetParametersForImport
 * answers it. @param algorithm RSAES_OAEP_SHA_256 or RSAES_OAEP_SHA_1
 */
export async function wrapMaterial(publicKey: Bytes, algorithm: AlgorithmSpec, material: Bytes): Promise<Bytes> {
  const hash = algorithm === "RSAES_OAEP_SHA_1" ? "SHA-1" : "SHA-256";
  const key = await crypto.subtle.importKey("spki", publicKey, { name: "RSA-OAEP", hash }, false, ["encrypt"]);
  return new Uint8Array(await crypto.subtle.encrypt({ name: "RSA-OAEP" }, key, material));
}
