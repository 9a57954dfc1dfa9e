// Exports the operations of this page, in the order of the chooser.
import type { OperationName } from "#kms/index.ts";

export const cryptoOperations = [
  ...(["Encrypt", "Decrypt", "ReEncrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext"] as const),
  ...(["GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext"] as const),
  ...(["Sign", "Verify", "GenerateMac", "VerifyMac"] as const),
  ...(["DeriveSharedSecret", "Encapsulate", "Decapsulate", "GetPublicKey", "GenerateRandom"] as const),
] as const satisfies readonly OperationName[];

export type CryptoOperation = (typeof cryptoOperations)[number];

export function isCryptoOperation(name: string): name is CryptoOperation {
  return cryptoOperations.some((operation) => operation === name);
}
