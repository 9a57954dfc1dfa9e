// Exports which colour stands for the type of a key in the matrix; the text beside it says the same.
import type { KeyRecord } from "#kms/index.ts";

/** The class of its colour (matrix.css): one for each family of key specs and what its keys are used for. */
export function swatchClass({ keySpec, keyUsage }: Pick<KeyRecord, "keySpec" | "keyUsage">): string {
  return `matrix-swatch matrix-swatch-${familyOf(keySpec, keyUsage)}`;
}

function familyOf(keySpec: KeyRecord["keySpec"], keyUsage: KeyRecord["keyUsage"]): string {
  if (keySpec === "SYMMETRIC_DEFAULT") return "symmetric";
  if (keySpec.startsWith("HMAC_")) return "hmac";
  if (keySpec.startsWith("RSA_")) return keyUsage === "SIGN_VERIFY" ? "rsa-sign" : "rsa-encrypt";
  if (keySpec.startsWith("ML_")) return "post-quantum";
  return keyUsage === "SIGN_VERIFY" ? "curve-sign" : "curve-agree";
}
