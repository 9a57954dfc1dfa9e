// Exports the client of the endpoint's benchmark: bare sockets that are kept alive and parse no more than they must, so that
// the server is what is measured.
import { once } from "node:events";
import { connect, type Socket } from "node:net";

const headEnd = Buffer.from("\r\n\r\n");

export class Connection {
  private received: Buffer = Buffer.alloc(0);
  private take: ((body: Buffer) => void) | undefined;
  private fail: ((error: Error) => void) | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.receive(chunk));
    socket.on("error", (error) => this.fail?.(error));
    socket.on("close", () => this.fail?.(new Error("The server has closed the connection")));
  }

  static async open(url: string): Promise<Connection> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    return new Connection(socket);
  }

  /** Sends a whole request and answers the body of the response. Rejects for another status than 200. */
  send(request: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.take = resolve;
      this.fail = reject;
      this.socket.write(request);
    });
  }

  close(): void {
    this.fail = undefined;
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf(headEnd);
    if (end < 0) return;
    const head = this.received.toString("latin1", 0, end);
    const from = end + headEnd.length;
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    if (this.received.length < from + length) return;
    const body = this.received.subarray(from, from + length);
    this.received = Buffer.alloc(0);
    if (head.startsWith("HTTP/1.1 200")) this.take?.(body);
    else this.fail?.(new Error(`${head.slice(0, 20)}: ${body.toString()}`));
  }
}

/** The bytes of a call. */
export function callRequest(operation: string, input: object): Buffer {
  return request("/", input, [
    `x-amz-target: TrentService.${operation}`,
    "x-amz-date: 20260115T100000Z",
    "authorization: AWS4-HMAC-SHA256 Credential=111122223333/20260115/us-west-2/kms/aws4_request, SignedHeaders=host, Signature=ab",
    "user-agent: bench",
  ]);
}

/** The bytes of a request with the same body to the bare server, which answers so many bytes. */
export function bareRequest(bytes: number, input: object): Buffer {
  return request(`/${bytes}`, input, []);
}

function request(path: string, input: object, more: readonly string[]): Buffer {
  const body = JSON.stringify(input);
  const lines = [
    `POST ${path} HTTP/1.1`,
    "host: 127.0.0.1",
    "content-type: application/x-amz-json-1.1",
    `content-length: ${Buffer.byteLength(body)}`,
    ...more,
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}`);
}
