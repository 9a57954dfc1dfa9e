// Exports what the endpoint says when it cannot start or go on: one sentence for whoever started it.

export class EndpointError extends Error {
  override readonly name = "EndpointError";
}
