// Exports the bodies of a call as readable JSON: blobs as base64 and timestamps as epoch seconds, as the wire has them.
import type { KmsError } from "#kms/index.ts";
import { toWire } from "#protocol/codec.ts";
import { errorBody } from "#protocol/error-answer.ts";
import type { RenderedCall } from "./rendered-call.ts";

/** The body of the request. */
export function requestJson(call: Pick<RenderedCall, "input">): string {
  return JSON.stringify(toWire(call.input), null, 2);
}

/** The body of a successful answer as the engine gave it; empty text for an operation without output. */
export function responseJson(output: unknown): string {
  return output === undefined ? "" : JSON.stringify(toWire(output), null, 2);
}

/** The body of a refusal. */
export function errorJson(error: KmsError): string {
  return JSON.stringify(errorBody(error), null, 2);
}
