// Exports how the console words what a key is: its status, type, usage, origin and regionality.
import { type KeyRecord, keySpecFacts } from "#kms/index.ts";

const statusTexts = {
  Enabled: "Enabled",
  Disabled: "Disabled",
  PendingDeletion: "Pending deletion",
  PendingReplicaDeletion: "Pending replica deletion",
  PendingImport: "Pending import",
  Unavailable: "Unavailable",
  Creating: "Creating",
  Updating: "Updating",
} as const satisfies Record<KeyRecord["keyState"], string>;

const usageTexts = {
  ENCRYPT_DECRYPT: "Encrypt and decrypt",
  SIGN_VERIFY: "Sign and verify",
  GENERATE_VERIFY_MAC: "Generate and verify MAC",
  KEY_AGREEMENT: "Key agreement",
  ENCAPSULATE_DECAPSULATE: "Encapsulate and decapsulate",
} as const satisfies Record<KeyRecord["keyUsage"], string>;

const originTexts = {
  AWS_KMS: "AWS KMS",
  AWS_CLOUDHSM: "AWS CloudHSM",
  EXTERNAL: "External (Import Key material)",
  EXTERNAL_KEY_STORE: "External key store",
} as const satisfies Record<KeyRecord["origin"], string>;

export function statusText(key: Pick<KeyRecord, "keyState">): string {
  return statusTexts[key.keyState];
}

export function usageText(usage: KeyRecord["keyUsage"]): string {
  return usageTexts[usage];
}

export function originText(origin: KeyRecord["origin"]): string {
  return originTexts[origin];
}

/** The console knows two types: it counts HMAC keys among the symmetric ones. */
export function keyTypeText(key: Pick<KeyRecord, "keySpec">): "Symmetric" | "Asymmetric" {
  return keySpecFacts(key.keySpec).type === "asymmetric" ? "Asymmetric" : "Symmetric";
}

export function regionalityText(key: Pick<KeyRecord, "multiRegion">): string {
  return key.multiRegion ? "Multi-Region" : "Single Region";
}
