// Exports the request handler that lets an unmodified AWS SDK for JavaScript v3 client talk to the engine inside the page:
// `new KMSClient({ requestHandler })`. The SDK is met by the form of its objects; nothing of it is imported.
import { encodeUtf8 } from "#lib/bytes.ts";
import type { RequestHandler } from "./handle-request.ts";

interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

interface SdkResponse {
  statusCode: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

interface SdkHandlerOptions {
  /** An AbortSignal, or the older look-alike of the SDK. */
  readonly abortSignal?: { readonly aborted: boolean };
}

export interface SdkRequestHandler {
  /**
   * @returns the response, its body as bytes: the SDK's collector takes those as they are, in browsers and in Node.
   * @throws Error named AbortError, as the SDK's own handlers do, when the signal was aborted before the answer was there.
   */
  handle(request: SdkRequest, options?: SdkHandlerOptions): Promise<{ response: SdkResponse }>;
  /** Takes settings of a connection (timeouts, agents); there is no connection. */
  updateHttpClientConfig(key: never, value: never): void;
  httpHandlerConfigs(): Record<string, never>;
}

/** @param handle from createRequestHandler; account and Region come from the client's credentials and region. */
export function createSdkRequestHandler(handle: RequestHandler): SdkRequestHandler {
  return {
    async handle({ method, path, headers, body }, { abortSignal } = {}) {
      refuseAborted(abortSignal);
      const answer = await handle({ method, path, headers, body: await bytesOf(body) });
      refuseAborted(abortSignal);
      // The SDK changes the headers it is given, so it gets its own copy.
      return { response: { statusCode: answer.status, headers: { ...answer.headers }, body: answer.body } };
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  };
}

function refuseAborted(signal: SdkHandlerOptions["abortSignal"]): void {
  if (signal?.aborted) throw Object.assign(new Error("Request aborted"), { name: "AbortError" });
}

async function bytesOf(body: unknown): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  if (typeof body === "string") return encodeUtf8(body);
  if (body === undefined || body === null) return new Uint8Array();
  throw new TypeError("The body of a KMS request is text or bytes");
}
