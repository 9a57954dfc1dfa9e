// Exports the AWS JSON 1.1 face of the engine: an HTTP request in, an HTTP response out.
import { contract, type Engine, type Inputs, KmsError, type OperationName } from "#kms/index.ts";
import { decodeUtf8 } from "#lib/bytes.ts";
import { decodeInput } from "./codec.ts";
import { FrontError } from "./error-answer.ts";
import { type CallerDefaults, callerOf } from "./identity.ts";
import { wireAnswer, wireRefusal } from "./wire-answer.ts";
import type { WireRequest, WireResponse } from "./wire-message.ts";

export interface RequestHandlerOptions extends CallerDefaults {
  /** Told of an error that is no refusal, a bug; the caller is answered KMSInternalException. console.error if absent. */
  readonly reportBug?: (error: unknown) => void;
}

export type RequestHandler = (request: WireRequest) => Promise<WireResponse>;

/** Far above the largest valid request (a key policy of 128 Ki characters). */
export const maxBodyBytes = 1024 * 1024;
const target = /^TrentService\.(\w+)$/;
const jsonType = /^application\/x-amz-json-1\.[01] *(?:;|$)/i;

/**
 * Answers requests as KMS does: 200 with the answer (an empty body for operations without output), or 4xx/5xx with
 * `{"__type", "message"}`; always with an x-amzn-requestid. The promise never rejects.
 * Simulated: answers of the layers in front of KMS (path, method, size, signature) carry texts of our own.
 */
export function createRequestHandler(engine: Pick<Engine, "call">, options: RequestHandlerOptions): RequestHandler {
  const reportBug = options.reportBug ?? ((error) => console.error(error));
  return async (request) => {
    try {
      return wireAnswer(200, await answer(engine, options, request));
    } catch (error) {
      if (error instanceof KmsError || error instanceof FrontError) return wireRefusal(error);
      reportBug(error);
      return wireRefusal(new KmsError("KMSInternalException"));
    }
  };
}

async function answer(engine: Pick<Engine, "call">, defaults: CallerDefaults, request: WireRequest): Promise<unknown> {
  const operation = operationOf(request);
  const caller = callerOf(headerOf(request, "authorization"), defaults);
  const input = decodeInput(operation, parseBody(request.body)) as Inputs[OperationName]; // hostile: the engine validates it
  const userAgent = headerOf(request, "x-amz-user-agent") ?? headerOf(request, "user-agent");
  const output = await engine.call({ ...caller, operation, input, ...(userAgent === undefined ? {} : { userAgent }) });
  return contract[operation].output === null ? undefined : output;
}

function operationOf(request: WireRequest): OperationName {
  const { method, path, body } = request;
  if (method !== "POST" || (path !== "/" && !path.startsWith("/?")))
    throw new FrontError(404, "UnknownOperationException", "KMS answers POST requests to / only.");
  if (body.length > maxBodyBytes) throw bodyTooLarge();
  if (!jsonType.test(headerOf(request, "content-type") ?? ""))
    throw new FrontError(404, "UnknownOperationException", "The Content-Type must be application/x-amz-json-1.1.");
  const named = headerOf(request, "x-amz-target") ?? "";
  const [, operation = ""] = target.exec(named) ?? [];
  if (!isOperation(operation))
    throw new FrontError(400, "UnknownOperationException", `KMS has no operation for X-Amz-Target "${named}".`);
  return operation;
}

/** Servers give names in lower case; in any other case they are searched for. @param name in lower case */
function headerOf({ headers }: WireRequest, name: string): string | undefined {
  if (Object.hasOwn(headers, name)) return headers[name];
  for (const other in headers) if (other.length === name.length && other.toLowerCase() === name) return headers[other];
  return undefined;
}

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(contract, name);
}

/** Simulated: an empty body counts as `{}`; no SDK sends one. */
function parseBody(body: Uint8Array): unknown {
  if (body.length === 0) return {};
  const text = decodeUtf8(body);
  if (text === undefined) throw new KmsError("SerializationException", "The body must be UTF-8");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new KmsError("SerializationException", "The body must be JSON");
  }
}

/** What a body of more than `maxBodyBytes` is refused with, for servers that refuse it before they have read it. */
export function bodyTooLarge(): FrontError {
  return new FrontError(
    413,
    "RequestEntityTooLargeException",
    `The body must not be longer than ${maxBodyBytes} bytes.`,
  );
}
