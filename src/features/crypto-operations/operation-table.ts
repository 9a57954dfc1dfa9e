// Exports the one table that all forms of this page are made from: per operation its fields, in order, and the operations
// that its answer can be used in.
import type { CryptoOperation } from "./crypto-operation.ts";
import type {
  AlgorithmField,
  BytesField,
  ContextField,
  Field,
  KeyField,
  MessageTypeField,
  ToggleField,
} from "./field.ts";

export type OperationGroup =
  | "Encrypt and decrypt"
  | "Data keys"
  | "Sign and verify"
  | "MAC"
  | "Shared secrets"
  | "Without a secret of a key";

/** A member of the next request, taken from this answer or from this request. */
export interface Carried {
  readonly into: string;
  readonly from: "answer" | "request";
  readonly member: string;
  /** Left empty after symmetric encryption, whose ciphertext names its key itself. */
  readonly unlessSymmetric?: true;
}

export interface HandOver {
  readonly to: CryptoOperation;
  readonly carried: readonly Carried[];
}

export interface OperationForm {
  readonly group: OperationGroup;
  readonly summary: string;
  readonly fields: readonly Field[];
  readonly handOver: readonly HandOver[];
}

const keyId: KeyField = {
  kind: "key",
  member: "KeyId",
  label: "Key ID",
  description: "A key ID, key ARN, alias name or alias ARN.",
};
const sourceKey = (member: string, label: string): KeyField => ({
  ...keyId,
  member,
  label,
  isOptional: true,
  whenEmpty:
    "Without a key ID, KMS reads from a symmetric ciphertext which key it was made under. Ciphertext of an RSA key does not say, so KMS refuses it.",
});
const bytes = (member: string, label: string, startsAs: BytesField["startsAs"]): BytesField => ({
  kind: "bytes",
  member,
  label,
  startsAs,
});
const algorithm = (member: string, label: string, keyMember = "KeyId"): AlgorithmField => ({
  kind: "algorithm",
  member,
  label,
  keyMember,
});
const cipher = (member: string, label: string, keyMember = "KeyId"): AlgorithmField => ({
  ...algorithm(member, label, keyMember),
  isOptional: true,
});
const context = (member: string, label: string): ContextField => ({
  kind: "context",
  member,
  label,
  isOptional: true,
  description: "Bound to the ciphertext but not secret: decryption needs exactly the same pairs. Symmetric keys only.",
});
const messageType: MessageTypeField = {
  kind: "message-type",
  member: "MessageType",
  label: "Message type",
  messageMember: "Message",
  algorithmMember: "SigningAlgorithm",
};
const dryRun: ToggleField = {
  kind: "toggle",
  member: "DryRun",
  label: "Dry run",
  description: "Only checks whether the request would succeed.",
};
const dataKeySize: readonly Field[] = [
  {
    kind: "choice",
    member: "KeySpec",
    label: "Data key spec",
    start: "AES_256",
    description: "KMS wants either this or a number of bytes, not both.",
    isOptional: true,
  },
  { kind: "number", member: "NumberOfBytes", label: "Number of bytes", start: "", isOptional: true },
];
const keyPairSpec: Field = { kind: "choice", member: "KeyPairSpec", label: "Key pair spec", start: "ECC_NIST_P256" };
const encryptionContext = context("EncryptionContext", "Encryption context");

const request = (into: string, member = into): Carried => ({ into, from: "request", member });
const answer = (into: string, member = into): Carried => ({ into, from: "answer", member });

/** What becomes of a ciphertext; `context` is absent where the request has none of its own name. */
const ciphertextTo = (names: { key: string; context: string; algorithm?: string }): readonly HandOver[] => [
  {
    to: "Decrypt",
    carried: [
      answer("CiphertextBlob"),
      request("EncryptionContext", names.context),
      ...(names.algorithm === undefined ? [] : [answer("EncryptionAlgorithm", names.algorithm)]),
      { ...request("KeyId", names.key), unlessSymmetric: true },
    ],
  },
  {
    to: "ReEncrypt",
    carried: [
      answer("CiphertextBlob"),
      request("SourceEncryptionContext", names.context),
      ...(names.algorithm === undefined ? [] : [answer("SourceEncryptionAlgorithm", names.algorithm)]),
      { ...request("SourceKeyId", names.key), unlessSymmetric: true },
    ],
  },
];

/** The private key of a data key pair is encrypted as a data key is; the public key can be the other side of an agreement. */
const keyPairTo: readonly HandOver[] = [
  {
    to: "Decrypt",
    carried: [answer("CiphertextBlob", "PrivateKeyCiphertextBlob"), request("EncryptionContext")],
  },
  { to: "DeriveSharedSecret", carried: [answer("PublicKey")] },
];

export const operationTable: { readonly [N in CryptoOperation]: OperationForm } = {
  Encrypt: {
    group: "Encrypt and decrypt",
    summary: "Encrypts up to 4,096 bytes under a KMS key.",
    fields: [
      keyId,
      bytes("Plaintext", "Plaintext", "text"),
      cipher("EncryptionAlgorithm", "Encryption algorithm"),
      encryptionContext,
      dryRun,
    ],
    handOver: ciphertextTo({ key: "KeyId", context: "EncryptionContext", algorithm: "EncryptionAlgorithm" }),
  },
  Decrypt: {
    group: "Encrypt and decrypt",
    summary: "Decrypts ciphertext that KMS made.",
    fields: [
      bytes("CiphertextBlob", "Ciphertext", "base64"),
      sourceKey("KeyId", "Key ID"),
      cipher("EncryptionAlgorithm", "Encryption algorithm"),
      encryptionContext,
      dryRun,
    ],
    handOver: [],
  },
  ReEncrypt: {
    group: "Encrypt and decrypt",
    summary: "Decrypts ciphertext and encrypts it under another key, without showing the plaintext.",
    fields: [
      bytes("CiphertextBlob", "Ciphertext", "base64"),
      sourceKey("SourceKeyId", "Source key ID"),
      cipher("SourceEncryptionAlgorithm", "Source encryption algorithm", "SourceKeyId"),
      context("SourceEncryptionContext", "Source encryption context"),
      { ...keyId, member: "DestinationKeyId", label: "Destination key ID" },
      cipher("DestinationEncryptionAlgorithm", "Destination encryption algorithm", "DestinationKeyId"),
      context("DestinationEncryptionContext", "Destination encryption context"),
      dryRun,
    ],
    handOver: ciphertextTo({
      key: "DestinationKeyId",
      context: "DestinationEncryptionContext",
      algorithm: "DestinationEncryptionAlgorithm",
    }),
  },
  GenerateDataKey: {
    group: "Data keys",
    summary: "Makes a data key, in the clear and encrypted under a symmetric KMS key.",
    fields: [keyId, ...dataKeySize, encryptionContext, dryRun],
    handOver: ciphertextTo({ key: "KeyId", context: "EncryptionContext" }),
  },
  GenerateDataKeyWithoutPlaintext: {
    group: "Data keys",
    summary: "Makes a data key, encrypted under a symmetric KMS key only.",
    fields: [keyId, ...dataKeySize, encryptionContext, dryRun],
    handOver: ciphertextTo({ key: "KeyId", context: "EncryptionContext" }),
  },
  GenerateDataKeyPair: {
    group: "Data keys",
    summary: "Makes a data key pair: the public key, and the private key in the clear and encrypted under a KMS key.",
    fields: [keyId, keyPairSpec, encryptionContext, dryRun],
    handOver: keyPairTo,
  },
  GenerateDataKeyPairWithoutPlaintext: {
    group: "Data keys",
    summary: "Makes a data key pair, with the private key encrypted under a symmetric KMS key only.",
    fields: [keyId, keyPairSpec, encryptionContext, dryRun],
    handOver: keyPairTo,
  },
  Sign: {
    group: "Sign and verify",
    summary: "Signs a message, or its digest, with the private key of an asymmetric KMS key.",
    fields: [
      keyId,
      bytes("Message", "Message", "text"),
      messageType,
      algorithm("SigningAlgorithm", "Signing algorithm"),
      dryRun,
    ],
    handOver: [
      {
        to: "Verify",
        carried: [
          request("KeyId"),
          request("Message"),
          request("MessageType"),
          answer("Signature"),
          answer("SigningAlgorithm"),
        ],
      },
    ],
  },
  Verify: {
    group: "Sign and verify",
    summary: "Verifies a signature with the public key of an asymmetric KMS key.",
    fields: [
      keyId,
      bytes("Message", "Message", "text"),
      messageType,
      bytes("Signature", "Signature", "base64"),
      algorithm("SigningAlgorithm", "Signing algorithm"),
      dryRun,
    ],
    handOver: [],
  },
  GenerateMac: {
    group: "MAC",
    summary: "Computes the hash-based message authentication code (HMAC) of a message.",
    fields: [keyId, bytes("Message", "Message", "text"), algorithm("MacAlgorithm", "MAC algorithm"), dryRun],
    handOver: [
      { to: "VerifyMac", carried: [request("KeyId"), request("Message"), answer("Mac"), answer("MacAlgorithm")] },
    ],
  },
  VerifyMac: {
    group: "MAC",
    summary: "Verifies the HMAC of a message.",
    fields: [
      keyId,
      bytes("Message", "Message", "text"),
      bytes("Mac", "MAC", "base64"),
      algorithm("MacAlgorithm", "MAC algorithm"),
      dryRun,
    ],
    handOver: [],
  },
  DeriveSharedSecret: {
    group: "Shared secrets",
    summary: "Derives a shared secret from a key agreement KMS key and the public key of somebody else.",
    fields: [
      keyId,
      algorithm("KeyAgreementAlgorithm", "Key agreement algorithm"),
      bytes("PublicKey", "Public key of the other side, DER", "base64"),
      dryRun,
    ],
    handOver: [],
  },
  Encapsulate: {
    group: "Shared secrets",
    summary: "Makes a shared secret, in the clear and encapsulated under the public key of a KMS key.",
    fields: [keyId, algorithm("EncapsulationAlgorithm", "Encapsulation algorithm"), dryRun],
    handOver: [
      {
        to: "Decapsulate",
        carried: [request("KeyId"), answer("SharedSecretCiphertextBlob"), answer("EncapsulationAlgorithm")],
      },
    ],
  },
  Decapsulate: {
    group: "Shared secrets",
    summary: "Opens an encapsulated shared secret with the private key of a KMS key.",
    fields: [
      keyId,
      bytes("SharedSecretCiphertextBlob", "Encapsulated shared secret", "base64"),
      algorithm("EncapsulationAlgorithm", "Encapsulation algorithm"),
      dryRun,
    ],
    handOver: [],
  },
  GetPublicKey: {
    group: "Without a secret of a key",
    summary: "Downloads the public key of an asymmetric KMS key.",
    fields: [keyId],
    handOver: [],
  },
  GenerateRandom: {
    group: "Without a secret of a key",
    summary: "Returns random bytes. No KMS key is involved.",
    fields: [{ kind: "number", member: "NumberOfBytes", label: "Number of bytes", start: "32" }],
    handOver: [],
  },
};
