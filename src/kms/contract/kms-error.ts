// Exports the service error: what AWS KMS answers when it refuses a call.
import type { errorFaults } from "./shapes.gen.ts";

/** Errors that KMS answers with although the service model does not list them. */
type UnmodelledErrorCode =
  | "ValidationException"
  | "AccessDeniedException"
  | "NotAuthorizedException"
  | "ThrottlingException"
  | "UnrecognizedClientException"
  | "SerializationException"
  | "UnknownOperationException";

export type KmsErrorCode = keyof typeof errorFaults | UnmodelledErrorCode;

/** A refusal, worded as AWS words it. `message` is empty where AWS sends none. */
export class KmsError extends Error {
  override readonly name: string;
  constructor(
    readonly code: KmsErrorCode,
    message = "",
  ) {
    super(message);
    this.name = code;
  }
}
