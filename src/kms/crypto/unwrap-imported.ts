// Key material on its way into a KMS key, which its owner wrapped under our RSA wrapping key: under it directly with OAEP,
// or under an AES-256 key that OAEP wraps in its turn (RSA_AES_KEY_WRAP_..., the CKM_RSA_AES_KEY_WRAP of PKCS#11), which
// has room for private keys. The AES key wraps with padding, RFC 5649, which WebCrypto has not.

import { invariant } from "#lib/invariant.ts";
import type { FamilyPorts, MaterialRef } from "./family.ts";
import { keySpecEntry } from "./key-specs.ts";
import { rsaDecrypt } from "./rsa.ts";

const AES_KEY_BYTES = 32;
/** RFC 5649 wraps into whole blocks of eight bytes, two at least. */
const WRAP_BLOCK = 8;

/** The OAEP that each wrapping algorithm of GetParametersForImport uses, and whether an AES key stands between. */
const WRAPPINGS: ReadonlyMap<string, { readonly oaep: string; readonly throughAes: boolean }> = new Map([
  ["RSAES_OAEP_SHA_1", { oaep: "RSAES_OAEP_SHA_1", throughAes: false }],
  ["RSAES_OAEP_SHA_256", { oaep: "RSAES_OAEP_SHA_256", throughAes: false }],
  ["RSA_AES_KEY_WRAP_SHA_1", { oaep: "RSAES_OAEP_SHA_1", throughAes: true }],
  ["RSA_AES_KEY_WRAP_SHA_256", { oaep: "RSAES_OAEP_SHA_256", throughAes: true }],
]);

/** The material that was wrapped, or undefined when the bytes are not what this wrapping key and algorithm make. */
export async function unwrapImported(
  ports: FamilyPorts,
  ref: MaterialRef,
  wrappingAlgorithm: string,
  wrapped: Uint8Array,
): Promise<Uint8Array | undefined> {
  const wrapping = WRAPPINGS.get(wrappingAlgorithm);
  const entry = keySpecEntry(ref.spec);
  invariant(wrapping && entry.family === "rsa", `keys of ${ref.spec} do not unwrap ${wrappingAlgorithm}`);
  if (!wrapping.throughAes) return rsaDecrypt(ports, ref, entry, wrapping.oaep, wrapped);
  const modulusBytes = entry.modulusBits / 8;
  const aesKey = await rsaDecrypt(ports, ref, entry, wrapping.oaep, wrapped.subarray(0, modulusBytes));
  return aesKey?.length === AES_KEY_BYTES ? unwrapPadded(aesKey, wrapped.subarray(modulusBytes)) : undefined;
}

async function unwrapPadded(aesKey: Uint8Array, wrapped: Uint8Array): Promise<Uint8Array | undefined> {
  if (wrapped.length < 2 * WRAP_BLOCK || wrapped.length % WRAP_BLOCK !== 0) return undefined;
  const { aeskwp } = await import("@noble/ciphers/aes.js");
  try {
    return aeskwp(aesKey).decrypt(wrapped);
  } catch {
    return undefined; // With the lengths right, the only thing left for noble to refuse is the integrity check.
  }
}
