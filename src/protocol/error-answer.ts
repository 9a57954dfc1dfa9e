// Exports what a refusal looks like on the wire: status and body.
import { KmsError, type KmsErrorCode } from "#kms/index.ts";

/** Errors of the HTTP and signature layers in front of KMS, which the engine never sees. Source: KMS API reference, "Common Errors". */
type FrontErrorCode =
  | "AccessDeniedException"
  | "IncompleteSignatureException"
  | "MalformedHttpRequestException"
  | "RequestEntityTooLargeException"
  | "RequestTimeoutException"
  | "UnknownOperationException";

/** Thrown by this folder and by servers on it. `message` is written for people: AWS's texts of this layer are not recorded. */
export class FrontError extends Error {
  constructor(
    readonly status: number,
    readonly code: FrontErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Every recorded client error is a 400, whatever the model's httpError says. */
const serverFaults: ReadonlySet<string> = new Set<KmsErrorCode>([
  "DependencyTimeoutException",
  "KMSInternalException",
  "KeyUnavailableException",
]);

/** HTTP status of an error: 400, or 500 where the fault is the server's. Source: behaviour as recorded on AWS. */
export function errorStatus(error: KmsError | FrontError): number {
  if (error instanceof KmsError) return serverFaults.has(error.code) ? 500 : 400;
  return error.status;
}

/** The JSON value of an error body. Where KMS has no text, the member is absent. */
export function errorBody(error: KmsError | FrontError): { readonly __type: string; readonly message?: string } {
  return { __type: error.code, ...(error.message === "" ? {} : { message: error.message }) };
}
