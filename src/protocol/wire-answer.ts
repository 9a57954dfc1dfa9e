// Exports how an answer or a refusal becomes an HTTP response.
import type { KmsError } from "#kms/index.ts";
import { encodeUtf8 } from "#lib/bytes.ts";
import { toWire } from "./codec.ts";
import { errorBody, errorStatus, type FrontError } from "./error-answer.ts";
import type { WireResponse } from "./wire-message.ts";

/** The response with this value as its JSON; an empty body for undefined, as operations without output have it. */
export function wireAnswer(status: number, value: unknown): WireResponse {
  return {
    status,
    headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": crypto.randomUUID() },
    body: value === undefined ? new Uint8Array() : encodeUtf8(JSON.stringify(toWire(value))),
  };
}

/** The response of a refusal: `{"__type", "message"}`. */
export function wireRefusal(error: KmsError | FrontError): WireResponse {
  return wireAnswer(errorStatus(error), errorBody(error));
}
