// Exports which key usage and algorithm an operation needs. Texts as recorded from AWS.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { KeyUsageType, OperationName } from "#kms/contract/types.gen.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import { keyArn } from "./arn.ts";
import { algorithmsOf, keySpecFacts } from "./key-spec.ts";

const usageOf: { readonly [N in OperationName]?: KeyUsageType } = {
  Encrypt: "ENCRYPT_DECRYPT",
  Decrypt: "ENCRYPT_DECRYPT",
  ReEncrypt: "ENCRYPT_DECRYPT",
  GenerateDataKey: "ENCRYPT_DECRYPT",
  GenerateDataKeyWithoutPlaintext: "ENCRYPT_DECRYPT",
  GenerateDataKeyPair: "ENCRYPT_DECRYPT",
  GenerateDataKeyPairWithoutPlaintext: "ENCRYPT_DECRYPT",
  DeriveSharedSecret: "KEY_AGREEMENT",
  Encapsulate: "ENCAPSULATE_DECAPSULATE",
  Decapsulate: "ENCAPSULATE_DECAPSULATE",
  Sign: "SIGN_VERIFY",
  Verify: "SIGN_VERIFY",
  GenerateMac: "GENERATE_VERIFY_MAC",
  VerifyMac: "GENERATE_VERIFY_MAC",
};

/** The error with which `operation` refuses a key of this kind or usage; undefined where it does not. */
export function usageRefusal(operation: OperationName, key: KeyRecord): KmsError | undefined {
  if (operation === "GetPublicKey")
    return keySpecFacts(key.keySpec).type === "asymmetric" ? undefined : new KmsError("UnsupportedOperationException");
  const needed = usageOf[operation];
  if (needed === undefined) return undefined;
  if (needed !== key.keyUsage)
    return new KmsError(
      "InvalidKeyUsageException",
      `${keyArn(key)} key usage is ${key.keyUsage} which is not valid for ${operation}.`,
    );
  if (operation.startsWith("GenerateDataKey") && key.keySpec !== "SYMMETRIC_DEFAULT")
    return new KmsError("InvalidKeyUsageException", "You cannot generate a data key with an asymmetric CMK");
  return undefined;
}

/** @throws KmsError InvalidKeyUsageException or UnsupportedOperationException when the operation is not for such a key. */
export function requireUsage(operation: OperationName, key: KeyRecord): void {
  const refusal = usageRefusal(operation, key);
  if (refusal) throw refusal;
}

/** @throws KmsError InvalidKeyUsageException when the key has no such algorithm. */
export function requireAlgorithm(key: KeyRecord, algorithm: string): void {
  if (!algorithmsOf(key).includes(algorithm))
    throw new KmsError(
      "InvalidKeyUsageException",
      `Algorithm ${algorithm} is incompatible with key spec ${key.keySpec}.`,
    );
}
