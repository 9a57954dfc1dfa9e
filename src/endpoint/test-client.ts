// For tests of this folder only: calls over HTTP by fetch, bare sockets for what fetch would never send, and the endpoint as
// a process of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";

interface Sent {
  readonly account?: string;
  readonly region?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body, `{}` where it is empty. */
  readonly json: Record<string, unknown>;
}

/** A signature as clients send it; nobody checks it. */
const signedBy = (account: string, region: string): string =>
  `AWS4-HMAC-SHA256 Credential=${account}/20260115/${region}/kms/aws4_request, SignedHeaders=host, Signature=ab`;

export async function send(url: string, operation: string, body: unknown, sent: Sent = {}): Promise<Answer> {
  const { account = "111122223333", region = "us-east-1", headers = {} } = sent;
  const response = await fetch(url, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `TrentService.${operation}`,
      authorization: signedBy(account, region),
      ...headers,
    },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text === "" ? {} : JSON.parse(text) };
}

/** As `send`, for calls that must be answered. */
export async function call<T = Record<string, unknown>>(
  url: string,
  operation: string,
  body: unknown,
  sent: Sent = {},
): Promise<T> {
  const { status, json } = await send(url, operation, body, sent);
  if (status !== 200) throw new Error(`${operation}: ${status} ${JSON.stringify(json)}`);
  return json as T; // the test says what the operation answers
}

/** Creates a key and answers its id. */
export async function createKey(url: string, input: object = {}, sent: Sent = {}): Promise<string> {
  const { KeyMetadata } = await call<{ KeyMetadata: { KeyId: string } }>(url, "CreateKey", input, sent);
  return KeyMetadata.KeyId;
}

/** Sends bytes as they are and answers all that comes back until the server ends the connection. */
export async function sendRaw(url: string, ...parts: readonly (string | Buffer)[]): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = "";
  socket.on("data", (chunk: Buffer) => {
    received += chunk.toString("latin1");
  });
  socket.on("error", () => undefined); // a connection that is cut: what was received tells of it
  for (const part of parts) socket.write(part);
  await new Promise((resolve) => socket.once("close", resolve));
  return received;
}

export interface EndpointProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it has said on the error stream. */
  errors(): string;
  /** What it has said besides. */
  output(): string;
  /** Sends the signal and waits for the end. Answers the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

const projectRoot = fileURLToPath(new URL("../../", import.meta.url));
const command = ["--import", "tsx", "src/endpoint/main.ts"];

/** Starts the endpoint from its sources, on a free port. */
export async function startProcess(...words: readonly string[]): Promise<EndpointProcess> {
  const child = spawn(process.execPath, [...command, "--port", "0", ...words], { cwd: projectRoot });
  // A test that fails half way leaves nothing behind.
  process.once("exit", () => child.kill("SIGKILL"));
  let errors = "";
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const [line] = (await Promise.race([
    once(child.stdout, "data"),
    once(child, "exit").then(() => [Buffer.from("")]),
  ])) as [Buffer];
  const url = /http:\/\/[\d.:]+/.exec(line.toString())?.[0];
  if (url === undefined) throw new Error(`The endpoint did not start: ${errors}`);
  return {
    url,
    child,
    errors: () => errors,
    output: () => output,
    async end(signal) {
      const exited = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>;
      child.kill(signal);
      const [code, by] = await exited;
      return code ?? by ?? 0;
    },
  };
}

/** Runs the endpoint where it ends by itself. */
export async function runProcess(
  ...words: readonly string[]
): Promise<{ readonly code: number | null; readonly out: string; readonly errors: string }> {
  const child = spawn(process.execPath, [...command, ...words], { cwd: projectRoot });
  const texts = { out: "", errors: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    texts.out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    texts.errors += chunk.toString();
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...texts };
}
