// Exports what moving an alias from one key to another changes, in plain words, before it is done. Source: AWS KMS developer
// guide, "Changing the key of an alias", and what ciphertexts and signatures are bound to.
import { algorithmsOf, type KeyRecord } from "#kms/index.ts";

/** One sentence for each effect; `aliasName` is the full name. */
export function retargetEffects(aliasName: string, current: KeyRecord, next: KeyRecord): readonly string[] {
  return [
    `New calls that name ${aliasName} use key ${next.keyId}. Callers need permission on this key.`,
    ...usageEffects(aliasName, current),
    ...algorithmEffects(current, next),
    ...(next.keyState === "Disabled"
      ? [
          `Key ${next.keyId} is disabled: cryptographic operations through the alias fail with DisabledException until you enable it.`,
        ]
      : []),
    `Key ${current.keyId} is not changed. It can still be used by its key ID, its key ARN and its other aliases.`,
  ];
}

function usageEffects(aliasName: string, current: KeyRecord): readonly string[] {
  switch (current.keyUsage) {
    case "ENCRYPT_DECRYPT":
      return current.keySpec === "SYMMETRIC_DEFAULT"
        ? [
            "Ciphertext made under the old key still decrypts when Decrypt names no key: the ciphertext knows its key.",
            `Decrypt of old ciphertext that names ${aliasName} fails with IncorrectKeyException.`,
          ]
        : [
            `Old ciphertext no longer decrypts through ${aliasName}. It decrypts when Decrypt names key ${current.keyId}.`,
          ];
    case "SIGN_VERIFY":
      return [
        `Signatures made before fail when they are verified through ${aliasName} (KMSInvalidSignatureException). They still verify when Verify names key ${current.keyId}.`,
        `GetPublicKey for ${aliasName} answers another public key: whoever verifies outside of AWS KMS needs it.`,
      ];
    case "GENERATE_VERIFY_MAC":
      return [
        `MACs made before fail when they are verified through ${aliasName} (KMSInvalidMacException). They still verify when VerifyMac names key ${current.keyId}.`,
      ];
    case "KEY_AGREEMENT":
    case "ENCAPSULATE_DECAPSULATE":
      return [`Shared secrets derived through ${aliasName} are other ones from now on.`];
  }
}

/** Calls name their algorithm, and the new key may not have it. */
function algorithmEffects(current: KeyRecord, next: KeyRecord): readonly string[] {
  if (current.keySpec === next.keySpec) return [];
  const lost = algorithmsOf(current).filter((algorithm) => !algorithmsOf(next).includes(algorithm));
  const change = `The key spec changes from ${current.keySpec} to ${next.keySpec}.`;
  return [
    lost.length === 0 ? change : `${change} Calls that ask for ${lost.join(", ")} fail with InvalidKeyUsageException.`,
  ];
}
