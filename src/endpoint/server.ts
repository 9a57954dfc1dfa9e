// Exports startEndpoint: KMS over HTTP in this process, for the AWS CLI, SDKs and whatever else speaks AWS JSON 1.1.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createRequestHandler } from "#protocol/handle-request.ts";
import type { WorkspaceContents } from "#storage/workspace-contents.ts";
import { EndpointError } from "./endpoint-error.ts";
import { createHttpServer, type HttpTimes } from "./http-server.ts";
import { contentsOfAccount, createSandbox } from "./sandbox.ts";
import { answerSandbox, sandboxPrefix } from "./sandbox-paths.ts";
import { StateFile } from "./state-file.ts";
import { readWorkspaceFile } from "./workspace-file.ts";

export interface EndpointOptions {
  /** 0 takes a free one. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  /** The account of callers whose access key ID is no account ID, and of an empty start. */
  readonly account?: string | undefined;
  /** Path of the file that keeps the workspace; made when it is not there. Without one it is kept in memory. */
  readonly state?: string | undefined;
  /** Path of the workspace file to begin with where there is no state yet, and to go back to at a reset. */
  readonly seed?: string | undefined;
  /** Real time, epoch milliseconds; the machine's where it is not given. */
  readonly now?: (() => number) | undefined;
  /** In tests: hold every answer against the contract. */
  readonly strict?: boolean | undefined;
  readonly times?: HttpTimes | undefined;
  readonly foldBytes?: number | undefined;
}

export interface Endpoint {
  /** `http://host:port` */
  readonly url: string;
  /**
   * Answers what is under way, saves, and lets go of port and file. Answers the path of what holds the workspace now; undefined
   * where nothing was to be kept. @throws EndpointError when it could not be saved as a file
   */
  close(): Promise<string | undefined>;
}

export const defaults = { port: 4566, host: "127.0.0.1", account: "111122223333", region: "us-east-1" } as const;

/** @throws EndpointError when the port or a file cannot be used, in a sentence for people */
export async function startEndpoint(options: EndpointOptions = {}): Promise<Endpoint> {
  const { port = defaults.port, host = defaults.host, account = defaults.account, now = Date.now } = options;
  const seed = options.seed === undefined ? contentsOfAccount(account) : await readSeed(options.seed);
  const stateFile =
    options.state === undefined
      ? undefined
      : await StateFile.open({ path: options.state, first: seed, now, foldBytes: options.foldBytes });
  const contents = stateFile?.contents ?? seed;
  const sandbox = createSandbox({ contents, seed, stateFile, now, strict: options.strict });
  const handle = createRequestHandler(sandbox, { defaultAccount: account, defaultRegion: defaults.region });
  const http = createHttpServer(
    (request) => (request.path.startsWith(sandboxPrefix) ? answerSandbox(sandbox, request) : handle(request)),
    options.times,
  );
  try {
    http.server.listen(port, host);
    await once(http.server, "listening");
  } catch (error) {
    await sandbox.close();
    throw new EndpointError(listenProblem(error, host, port));
  }
  return {
    url: urlOf(http.server.address() as AddressInfo), // it listens on a port
    async close() {
      await http.stop();
      return sandbox.close();
    },
  };
}

async function readSeed(path: string): Promise<WorkspaceContents> {
  const archive = await readWorkspaceFile(path);
  if (!archive) throw new EndpointError(`There is no file ${path}.`);
  return archive.contents;
}

function listenProblem(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `Port ${port} of ${host} is taken by another program. Choose another with --port.`;
  if (code === "EACCES") return `Port ${port} needs more rights. Choose one above 1023 with --port.`;
  if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL") return `${host} is no address of this machine.`;
  return `The endpoint cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`;
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
