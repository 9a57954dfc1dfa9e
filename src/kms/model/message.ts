// Exports what Sign and Verify take as a message.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { MessageType, SigningAlgorithmSpec } from "#kms/contract/types.gen.ts";

/**
 * How the message is given, when the algorithm takes it so.
 * @throws KmsError ValidationException: a digest of another length than the algorithm's hash (recorded), or an external mu
 * for an algorithm that knows none. Simulated: the text of the latter is not recorded; no key that takes one exists here yet.
 */
export function requireMessage(
  algorithm: SigningAlgorithmSpec,
  messageType: MessageType | undefined,
  message: Uint8Array,
): "RAW" | "DIGEST" {
  if (messageType === "EXTERNAL_MU")
    throw new KmsError("ValidationException", `MessageType EXTERNAL_MU is not supported with ${algorithm}.`);
  if (messageType === "DIGEST" && message.length !== digestBytes(algorithm))
    throw new KmsError("ValidationException", `Digest is invalid length for algorithm ${algorithm}.`);
  return messageType ?? "RAW";
}

/** The names of the signing algorithms end in the bits of their hash. */
function digestBytes(algorithm: SigningAlgorithmSpec): number {
  return Number(algorithm.slice(-3)) / 8;
}
