// Exports the origins of key material that step 1 offers, and which a key can have.
import type { KeySpec, OriginType } from "#kms/index.ts";
import type { Choice } from "./key-choices.ts";

export const originChoices: readonly Choice<OriginType>[] = [
  {
    value: "AWS_KMS",
    label: "KMS – recommended",
    description: "AWS KMS creates and manages the key material for the KMS key.",
  },
  {
    value: "EXTERNAL",
    label: "External (Import Key material)",
    description: "You create and import the key material for the KMS key.",
  },
  {
    value: "AWS_CLOUDHSM",
    label: "AWS CloudHSM key store",
    description: "AWS KMS creates the key material in the AWS CloudHSM cluster of your key store.",
  },
  {
    value: "EXTERNAL_KEY_STORE",
    label: "External key store",
    description: "The key material is in an external key manager outside of AWS.",
  },
];

/** The origins to be shown for a key spec: key stores hold symmetric encryption keys only. */
export function originsOf(spec: KeySpec, multiRegion: boolean): readonly Choice<OriginType>[] {
  const shown = spec === "SYMMETRIC_DEFAULT" ? originChoices : originChoices.slice(0, 2);
  return shown.map((choice) => {
    const reason = isPossibleOrigin(choice.value, spec)
      ? isInStore(choice.value) && multiRegion
        ? "Only for single-Region keys."
        : undefined
      : `Key material of ${spec} cannot be imported.`;
    return reason === undefined
      ? choice
      : { ...choice, description: `${choice.description} ${reason}`, disabled: true };
  });
}

export function isPossibleOrigin(origin: OriginType, spec: KeySpec): boolean {
  if (origin === "EXTERNAL") return !spec.startsWith("ML_");
  return origin === "AWS_KMS" || spec === "SYMMETRIC_DEFAULT";
}

/** Whether the key belongs to a custom key store. */
export function isInStore(origin: OriginType): origin is "AWS_CLOUDHSM" | "EXTERNAL_KEY_STORE" {
  return origin === "AWS_CLOUDHSM" || origin === "EXTERNAL_KEY_STORE";
}
