// Exports what Sign and Verify take as a message.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { KeySpec, MessageType, SigningAlgorithmSpec } from "#kms/contract/types.gen.ts";

/** The message representative of FIPS 204 in bytes. */
const MU_BYTES = 64;

/**
 * How the message is given, when key spec and algorithm take it so: Ed25519 whole messages only, Ed25519ph digests only,
 * ML-DSA anything but digests, and all others anything but the message representative of ML-DSA.
 * @throws KmsError ValidationException for another message type, or a digest or mu of another length. The texts are KMS's own
 * (recorded; for the message types github.com/floci-io/floci pull request 2930 and issue 3025), except two.
 * Simulated: the text for EXTERNAL_MU with keys other than ML-DSA, which follows the one for DIGEST with ML-DSA, and the
 * text for a mu of another length.
 */
export function requireMessage(
  keySpec: KeySpec,
  algorithm: SigningAlgorithmSpec,
  given: MessageType | undefined,
  message: Uint8Array,
): MessageType {
  const messageType = given ?? "RAW";
  const misfit = misfitOf(keySpec, algorithm, messageType);
  if (misfit) throw new KmsError("ValidationException", `Message type ${messageType} is incompatible with ${misfit}.`);
  if (messageType === "DIGEST" && message.length !== digestBytes(algorithm))
    throw new KmsError("ValidationException", `Digest is invalid length for algorithm ${algorithm}.`);
  if (messageType === "EXTERNAL_MU" && message.length !== MU_BYTES)
    throw new KmsError("ValidationException", `External mu is invalid length for algorithm ${algorithm}.`);
  return messageType;
}

/** What does not go with the message type, in the words of KMS; undefined when all goes together. */
function misfitOf(keySpec: KeySpec, algorithm: SigningAlgorithmSpec, messageType: MessageType): string | undefined {
  switch (algorithm) {
    case "ED25519_SHA_512":
      return messageType === "RAW" ? undefined : `algorithm ${algorithm}`;
    case "ED25519_PH_SHA_512":
      return messageType === "DIGEST" ? undefined : `algorithm ${algorithm}`;
    case "ML_DSA_SHAKE_256":
      return messageType === "DIGEST" ? `key spec ${keySpec}` : undefined;
    default:
      return messageType === "EXTERNAL_MU" ? `key spec ${keySpec}` : undefined;
  }
}

/** The names of the signing algorithms that take digests end in the bits of their hash. */
function digestBytes(algorithm: SigningAlgorithmSpec): number {
  return Number(algorithm.slice(-3)) / 8;
}
