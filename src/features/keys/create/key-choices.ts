// Exports the tiles and lists of step 1: which usages and specs there are, worded as the console words them.

import { type KeySpec, type KeyUsageType, keySpecFacts, keySpecs, unavailableReason } from "#kms/index.ts";
import { usageText } from "#store/key-texts.ts";

/** The console's two types: it counts HMAC keys among the symmetric ones. */
export type TileType = "symmetric" | "asymmetric";

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
  readonly disabled?: boolean;
}

export const typeChoices: readonly Choice<TileType>[] = [
  {
    value: "symmetric",
    label: "Symmetric",
    description: "A single key used for encrypting and decrypting data or generating and verifying HMAC codes",
  },
  {
    value: "asymmetric",
    label: "Asymmetric",
    description:
      "A public and private key pair used for encrypting and decrypting data, signing and verifying messages, or deriving shared secrets",
  },
];

const usages: Readonly<Record<TileType, readonly (readonly [KeyUsageType, string])[]>> = {
  symmetric: [
    ["ENCRYPT_DECRYPT", "Use the key only to encrypt and decrypt data."],
    ["GENERATE_VERIFY_MAC", "Use the key only to generate and verify hash-based message authentication codes (HMAC)."],
  ],
  asymmetric: [
    [
      "ENCRYPT_DECRYPT",
      "Key pairs for public key encryption. Uses the public key for encryption and the private key for decryption.",
    ],
    [
      "SIGN_VERIFY",
      "Key pairs for digital signing. Uses the private key for signing and the public key for verification.",
    ],
    ["KEY_AGREEMENT", "Key pairs for deriving shared secrets."],
    [
      "ENCAPSULATE_DECAPSULATE",
      "Key pairs for sharing secrets. Uses the public key to encapsulate a secret and the private key to decapsulate it.",
    ],
  ],
};

export function tileType(spec: KeySpec): TileType {
  return keySpecFacts(spec).type === "asymmetric" ? "asymmetric" : "symmetric";
}

/** The specs of a type and usage; those of the China Regions are left out, as the console does elsewhere. */
export function specsOf(type: TileType, usage: KeyUsageType): readonly KeySpec[] {
  return keySpecs
    .filter((facts) => facts.spec !== "SM2" && tileType(facts.spec) === type && facts.usages[usage])
    .map(({ spec }) => spec);
}

/** The spec that a usage begins with; undefined where the sandbox can create none. */
export function firstSpec(type: TileType, usage: KeyUsageType): KeySpec | undefined {
  return specsOf(type, usage).find((spec) => !unavailableReason(spec));
}

export function usageChoices(type: TileType): readonly Choice<KeyUsageType>[] {
  return usages[type].map(([value, description]) => {
    const spec = specsOf(type, value)[0];
    const reason = firstSpec(type, value) || !spec ? undefined : unavailableReason(spec);
    const label = usageText(value);
    return reason
      ? { value, label, description: `${description} ${reason}`, disabled: true }
      : { value, label, description };
  });
}

export function specChoices(type: TileType, usage: KeyUsageType): readonly Choice<KeySpec>[] {
  return specsOf(type, usage).map((spec) => {
    const reason = unavailableReason(spec);
    return reason ? { value: spec, label: spec, description: reason, disabled: true } : { value: spec, label: spec };
  });
}

export function regionalityChoices(isInStore: boolean): readonly Choice<"single" | "multi">[] {
  const single = {
    value: "single",
    label: "Single-Region key",
    description: "Never allow this key to be replicated into other Regions",
  } as const;
  const multi = {
    value: "multi",
    label: "Multi-Region key",
    description: "Allow this key to be replicated into other Regions",
  } as const;
  return [
    single,
    isInStore ? { ...multi, description: `${multi.description}. Not for custom key stores.`, disabled: true } : multi,
  ];
}
