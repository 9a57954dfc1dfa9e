// Exports a refusal by a service other than KMS, which has errors of its own.

export class ServiceError extends Error {
  override readonly name = "ServiceError";
  constructor(
    readonly operation: string,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
