// Exports the calls that applications make of a key by its usage, and what KMS answers them: which key they use, or why not.
import {
  algorithmsOf,
  type Caller,
  type EncryptionAlgorithmSpec,
  type Engine,
  type KeyMetadata,
  type KeyRecord,
  KmsError,
  type KmsErrorCode,
  type MacAlgorithmSpec,
  type SigningAlgorithmSpec,
} from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import type { Artefact } from "./outcomes.ts";
import type { Pace } from "./pace.ts";

export type UseOperation = "Encrypt" | "Sign" | "GenerateMac" | "DeriveSharedSecret" | "Encapsulate";

export interface Use {
  readonly operation: UseOperation;
  readonly algorithm: string;
  readonly answer: UseAnswer;
}

export type UseAnswer =
  | { readonly ok: true; readonly keyArn: string; readonly blob: Uint8Array | undefined }
  | { readonly ok: false; readonly code: KmsErrorCode; readonly message: string };

/** An application that calls a key in the ways that the key's spec and usage allow. */
export interface Application {
  readonly algorithms: readonly string[];
  readonly usage: KeyRecord["keyUsage"];
  /** The public key of the other side of a key agreement: of the same curve, or nothing can be agreed on. */
  readonly publicKey: Uint8Array | undefined;
}

export function applicationOf(key: KeyRecord): Application {
  return { algorithms: algorithmsOf(key), usage: key.keyUsage, publicKey: key.publicKey };
}

/** The algorithms that DescribeKey names for calls of a usage; none where the key has another usage. */
export function algorithmsNamed(metadata: KeyMetadata | undefined, usage: KeyRecord["keyUsage"]): readonly string[] {
  switch (usage) {
    case "ENCRYPT_DECRYPT":
      return metadata?.EncryptionAlgorithms ?? [];
    case "SIGN_VERIFY":
      return metadata?.SigningAlgorithms ?? [];
    case "GENERATE_VERIFY_MAC":
      return metadata?.MacAlgorithms ?? [];
    case "KEY_AGREEMENT":
      return metadata?.KeyAgreementAlgorithms ?? [];
    case "ENCAPSULATE_DECAPSULATE":
      return metadata?.EncapsulationAlgorithms ?? [];
  }
}

export const message = encodeUtf8("What an application might send, made for a preview, then forgotten");
/** 64 bytes, as long as the digest that Ed25519ph asks for. */
const digest = message.subarray(0, 64);

/** Makes the application's calls with this KeyId, one for each algorithm. */
export async function usesOf(
  fork: Engine,
  caller: Caller,
  KeyId: string,
  { algorithms, usage, publicKey }: Application,
  pace: Pace,
): Promise<readonly Use[]> {
  const uses: Use[] = [];
  const operation = operations[usage];
  for (const algorithm of algorithms) {
    await pace.step();
    try {
      const { keyArn, blob } = await makeUse(fork, caller, KeyId, operation, algorithm, publicKey);
      uses.push({ operation, algorithm, answer: { ok: true, keyArn: keyArn ?? "", blob } });
    } catch (error) {
      if (!(error instanceof KmsError)) throw error;
      uses.push({ operation, algorithm, answer: { ok: false, code: error.code, message: error.message } });
    }
  }
  return uses;
}

const operations = {
  ENCRYPT_DECRYPT: "Encrypt",
  SIGN_VERIFY: "Sign",
  GENERATE_VERIFY_MAC: "GenerateMac",
  KEY_AGREEMENT: "DeriveSharedSecret",
  ENCAPSULATE_DECAPSULATE: "Encapsulate",
} as const satisfies Record<KeyRecord["keyUsage"], UseOperation>;

interface Made {
  readonly keyArn: string | undefined;
  readonly blob: Uint8Array | undefined;
}

/** The algorithm is one of the usage, by algorithmsOf. */
async function makeUse(
  fork: Engine,
  caller: Caller,
  KeyId: string,
  operation: UseOperation,
  algorithm: string,
  publicKey: Uint8Array = new Uint8Array(),
): Promise<Made> {
  switch (operation) {
    case "Encrypt": {
      const input = { KeyId, Plaintext: digest, EncryptionAlgorithm: algorithm as EncryptionAlgorithmSpec };
      const output = await fork.call({ ...caller, operation, input });
      return { keyArn: output.KeyId, blob: output.CiphertextBlob };
    }
    case "Sign": {
      const sent = messageFor(algorithm);
      const input = { KeyId, ...sent, SigningAlgorithm: algorithm as SigningAlgorithmSpec };
      const output = await fork.call({ ...caller, operation, input });
      return { keyArn: output.KeyId, blob: output.Signature };
    }
    case "GenerateMac": {
      const input = { KeyId, Message: message, MacAlgorithm: algorithm as MacAlgorithmSpec };
      const output = await fork.call({ ...caller, operation, input });
      return { keyArn: output.KeyId, blob: output.Mac };
    }
    case "DeriveSharedSecret": {
      const input = { KeyId, KeyAgreementAlgorithm: "ECDH", PublicKey: publicKey } as const;
      return { keyArn: (await fork.call({ ...caller, operation, input })).KeyId, blob: undefined };
    }
    case "Encapsulate": {
      const input = { KeyId, EncapsulationAlgorithm: "ML_KEM" } as const;
      return { keyArn: (await fork.call({ ...caller, operation, input })).KeyId, blob: undefined };
    }
  }
}

function messageFor(algorithm: string) {
  return algorithm === "ED25519_PH_SHA_512"
    ? ({ Message: digest, MessageType: "DIGEST" } as const)
    : ({ Message: message, MessageType: "RAW" } as const);
}

const kinds = { Encrypt: "ciphertext", Sign: "signature", GenerateMac: "mac" } as const;

/** What the first call that succeeded has left behind, so that it can be judged after a change; undefined where nothing was. */
export function leftBehind(uses: readonly Use[], place: Caller, aliasName: string): Artefact | undefined {
  for (const { operation, algorithm, answer } of uses) {
    if (!answer.ok || !answer.blob || operation === "DeriveSharedSecret" || operation === "Encapsulate") continue;
    const kind = kinds[operation];
    return {
      account: place.account,
      region: place.region,
      kind,
      aliasName,
      keyId: keyIdOf(answer.keyArn),
      algorithm,
      blob: answer.blob,
      ...(kind === "ciphertext" ? {} : { message: messageFor(algorithm).Message }),
    };
  }
  return undefined;
}

export const keyIdOf = (keyArn: string): string => keyArn.slice(keyArn.lastIndexOf("/") + 1);
