// Exports what can be made through an alias, by the usage of its key, and makes it by a real call. Of a data key only the
// encrypted form is asked for, so that no key material comes into the page.
import {
  type ArtefactRecord,
  algorithmsOf,
  type EncryptionAlgorithmSpec,
  type KeyRecord,
  type MacAlgorithmSpec,
  type NewArtefact,
  parseKeyIdentifier,
  type SigningAlgorithmSpec,
} from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { invariant } from "#lib/invariant.ts";
import type { CallKms } from "#store/use-call.ts";

export type ArtefactKind = ArtefactRecord["kind"];

/** Bytes of a text that a call takes; an RSA key encrypts fewer, and says so itself. */
export const textByteLimit = 4_096;
export const labelLimit = 100;

/** None for a key that only agrees on secrets: there is nothing to keep of that. */
export function kindsOf(key: Pick<KeyRecord, "keySpec" | "keyUsage">): readonly ArtefactKind[] {
  switch (key.keyUsage) {
    case "ENCRYPT_DECRYPT":
      return key.keySpec === "SYMMETRIC_DEFAULT" ? ["ciphertext", "dataKey"] : ["ciphertext"];
    case "SIGN_VERIFY":
      return ["signature"];
    case "GENERATE_VERIFY_MAC":
      return ["mac"];
    default:
      return [];
  }
}

/** Those that take the message itself; Ed25519ph takes a digest only. */
export function algorithmsFor(kind: ArtefactKind, key: Pick<KeyRecord, "keySpec" | "keyUsage">): readonly string[] {
  return kind === "dataKey" ? [] : algorithmsOf(key).filter((algorithm) => algorithm !== "ED25519_PH_SHA_512");
}

export interface Wish {
  readonly account: string;
  readonly region: string;
  readonly aliasName: string;
  readonly kind: ArtefactKind;
  /** One of `algorithmsFor`; of no meaning for a data key. */
  readonly algorithm: string;
  /** Of no meaning for a data key. */
  readonly text: string;
  /** Given by the user; '' for one that says what it is. */
  readonly label: string;
}

/** Calls KMS with the alias as KeyId. @throws KmsError */
export async function makeArtefact(call: CallKms, wish: Wish): Promise<NewArtefact> {
  const { account, region, aliasName, kind, algorithm } = wish;
  const place = { region };
  const bytes = encodeUtf8(wish.text);
  const made = (arn: string | undefined, blob: Uint8Array | undefined): NewArtefact => {
    const identifier = parseKeyIdentifier(arn ?? "");
    invariant(identifier.form === "key ARN" && blob, "KMS answers what it made, and the ARN of the key");
    const common = { account, region, aliasName, kind, keyId: identifier.keyId, blob, label: labelOf(wish) };
    if (kind === "dataKey") return common;
    return kind === "ciphertext" ? { ...common, algorithm } : { ...common, algorithm, message: bytes };
  };
  switch (kind) {
    case "ciphertext": {
      const EncryptionAlgorithm = algorithm as EncryptionAlgorithmSpec; // of an encryption key
      const input = { KeyId: aliasName, Plaintext: bytes, EncryptionAlgorithm };
      const { KeyId, CiphertextBlob } = await call("Encrypt", input, place);
      return made(KeyId, CiphertextBlob);
    }
    case "dataKey": {
      const input = { KeyId: aliasName, KeySpec: "AES_256" } as const;
      const { KeyId, CiphertextBlob } = await call("GenerateDataKeyWithoutPlaintext", input, place);
      return made(KeyId, CiphertextBlob);
    }
    case "signature": {
      const SigningAlgorithm = algorithm as SigningAlgorithmSpec; // of a signing key
      const { KeyId, Signature } = await call("Sign", { KeyId: aliasName, Message: bytes, SigningAlgorithm }, place);
      return made(KeyId, Signature);
    }
    case "mac": {
      const MacAlgorithm = algorithm as MacAlgorithmSpec; // of a MAC key
      const { KeyId, Mac } = await call("GenerateMac", { KeyId: aliasName, Message: bytes, MacAlgorithm }, place);
      return made(KeyId, Mac);
    }
  }
}

/** A text that was encrypted is not told: the card is kept, and a ciphertext beside its plaintext hides nothing. */
function labelOf({ kind, text, label }: Wish): string {
  if (label.trim() !== "") return label.trim();
  if (kind === "dataKey") return "Encrypted data key";
  if (kind === "ciphertext") return `Encrypted text of ${encodeUtf8(text).length} bytes`;
  const signs = [...text];
  const shown = signs.length > 30 ? `${signs.slice(0, 30).join("")}...` : text;
  return `${kind === "mac" ? "MAC" : "Signature"} of "${shown}"`;
}
