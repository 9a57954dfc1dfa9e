// Exports what the endpoint says when it cannot start or go on: one sentence for whoever started it.

export class EndpointError extends Error {
  override readonly name = "EndpointError";
}

/** Whether the operating system refused with this code. */
export function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

/** The reason as it may stand at the end of a sentence. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
}
