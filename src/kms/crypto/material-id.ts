// The identifier of a piece of key material.

import { encodeHex } from "#lib/bytes.ts";

const MATERIAL_ID_BYTES = 32;

/** 64 lower-case hexadecimal digits, the form that KMS has for KeyMaterialId and CurrentKeyMaterialId. */
export function newMaterialId(random: (n: number) => Uint8Array): string {
  return encodeHex(random(MATERIAL_ID_BYTES));
}
