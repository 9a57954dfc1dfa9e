// Exports the HTTP side of the endpoint: requests of any kind in, AWS's kind of answer out, whatever the client does.
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { FrontError } from "#protocol/error-answer.ts";
import { wireRefusal } from "#protocol/wire-answer.ts";
import type { WireRequest, WireResponse } from "#protocol/wire-message.ts";
import { Connections } from "./connections.ts";
import { readBody } from "./read-body.ts";

export interface HttpTimes {
  /** How long a client may take for the headers of a request, and for all of it. Milliseconds. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** How long an idle connection is kept. Clients keep theirs for less, so that theirs is never cut under a request. */
  readonly keepAliveMs: number;
}

const usualTimes: HttpTimes = { headersMs: 10_000, requestMs: 30_000, keepAliveMs: 75_000 };

export interface HttpServer {
  readonly server: Server;
  /**
   * Takes no more connections, cuts those that have no whole request which waits for its answer, and ends when the last of the
   * others has been answered.
   */
  stop(): Promise<void>;
}

/** Answers that nobody has taken so long after `stop` are given up. */
const stopMs = 5_000;

/** @param answer answers a whole request and never rejects */
export function createHttpServer(
  answer: (request: WireRequest) => Promise<WireResponse>,
  times: HttpTimes = usualTimes,
): HttpServer {
  const connections = new Connections();
  const send = (response: ServerResponse, { status, headers, body }: WireResponse): void => {
    // A flat list: Node takes it as it is.
    const list: string[] = ["content-length", String(body.length)];
    for (const name in headers) list.push(name, headers[name] ?? "");
    if (connections.endsWith(response)) list.push("connection", "close");
    response.writeHead(status, list);
    response.end(body);
  };
  const options = {
    headersTimeout: times.headersMs,
    requestTimeout: times.requestMs,
    keepAliveTimeout: times.keepAliveMs,
    connectionsCheckingInterval: Math.min(1_000, times.headersMs),
    // What HTTP/1.1 demands of clients but nothing here needs: Node's own refusal would be an empty one.
    requireHostHeader: false,
  };
  const server = createServer(options, (request, response) => {
    // The client may be gone before its answer.
    response.on("error", () => undefined);
    readBody(
      request,
      (body) => {
        connections.begin(response);
        if (isFromPage(request)) return send(response, wireRefusal(fromPage()));
        const { method = "", url = "" } = request;
        answer({ method, path: url, headers: headersOf(request), body }).then(
          (answered) => send(response, answered),
          () => response.destroy(), // `answer` never rejects
        );
      },
      (error) => send(response, wireRefusal(error)),
    );
  });
  server.on("connection", (socket) => connections.add(socket));
  server.on("clientError", refuseRaw);
  return {
    server,
    stop: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), stopMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        connections.close();
      }),
  };
}

/** Node gives names in lower case; a name that came twice is joined, but for set-cookie, which no client sends. */
function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return headers as Readonly<Record<string, string>>;
}

/** A browser names the page that a request comes from, for each request that could change something. */
function isFromPage({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined;
}

function fromPage(): FrontError {
  return new FrontError(403, "AccessDeniedException", "This endpoint answers programs, not web pages.");
}

const timeouts = new Set(["ERR_HTTP_REQUEST_TIMEOUT", "HPE_HEADER_TIMEOUT"]);

/** What is no HTTP request, or never becomes a whole one, is refused on the bare connection, which then ends. */
function refuseRaw(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const refusal = timeouts.has(error.code ?? "")
    ? new FrontError(408, "RequestTimeoutException", "The request took too long to arrive.")
    : error.code === "HPE_HEADER_OVERFLOW"
      ? new FrontError(431, "RequestEntityTooLargeException", "The headers are too long.")
      : new FrontError(400, "MalformedHttpRequestException", "This is not an HTTP request.");
  const { status, headers, body } = wireRefusal(refusal);
  const lines = Object.entries({ ...headers, "content-length": String(body.length), connection: "close" });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n`), body]));
}
