// The identifiers of key material: 64 lower-case hexadecimal digits, the form that KMS has for KeyMaterialId.

import { encodeHex, encodeUtf8 } from "#lib/bytes.ts";
import { input } from "./subtle.ts";

const MATERIAL_ID_BYTES = 32;

/** The identifier of material that KMS made. */
export function newMaterialId(random: (n: number) => Uint8Array): string {
  return encodeHex(random(MATERIAL_ID_BYTES));
}

/**
 * The identifier of imported material: HMAC-SHA-256, keyed by the material, of the label in UTF-8. So the same bytes get
 * the same identifier whenever they are imported under that label, and it tells nothing about them.
 */
export async function materialFingerprint(label: string, secret: Uint8Array): Promise<string> {
  const key = await crypto.subtle.importKey("raw", input(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return encodeHex(new Uint8Array(await crypto.subtle.sign({ name: "HMAC" }, key, encodeUtf8(label))));
}
