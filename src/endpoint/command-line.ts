// Exports what the words after `npm run endpoint --` mean.
import { parseArgs } from "node:util";
import { accountIdPattern } from "#kms/index.ts";
import { defaults, type EndpointOptions } from "./server.ts";

/** The words cannot be understood: told with the usage, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const usage = `Usage: npm run endpoint -- [options]

Serves AWS KMS on this machine for the AWS CLI, SDKs and other programs (--endpoint-url http://127.0.0.1:${defaults.port}).

  --port NUMBER      port to listen on; 0 takes a free one (default ${defaults.port})
  --host ADDRESS     address to listen on (default ${defaults.host}: this machine only)
  --account ID       account of callers whose access key ID is not an account ID of 12 digits (default ${defaults.account})
  --state FILE       keep the workspace in FILE, a workspace file as the page exports it; made when it is not there
  --seed FILE        begin with the workspace of FILE (with --state: when the state file is not there yet)
  --help             this text

It begins with no keys: create some, or give a --seed. Any secret access key will do. Beside KMS it answers:

  GET  /_sandbox/health   how many accounts, customer keys and their aliases there are
  POST /_sandbox/reset    goes back to the seed, or to no keys; a state file too
  GET  /_sandbox/clock    the time in the sandbox: {"now": "2026-01-15T12:00:00.000Z"}
  POST /_sandbox/clock    {"advanceSeconds": 604800} moves it forward, so that deletions and rotations fall due

Whoever can reach the address can use every key. State and workspace files hold key material in the clear.`;

const flags = {
  port: { type: "string" },
  host: { type: "string" },
  account: { type: "string" },
  state: { type: "string" },
  seed: { type: "string" },
  help: { type: "boolean" },
} as const;

/** @returns "help" when only the usage is asked for. @throws UsageError */
export function readCommandLine(words: readonly string[]): EndpointOptions | "help" {
  const { help, port, ...others } = parse(words);
  if (help) return "help";
  for (const [name, value] of Object.entries({ port, ...others }))
    if (value === "") throw new UsageError(`--${name} needs a value.`);
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
    throw new UsageError(`"${port}" is not a port: give a number from 0 to 65535.`);
  if (others.account !== undefined && !accountIdPattern.test(others.account))
    throw new UsageError(`"${others.account}" is not an account ID: give 12 digits.`);
  return { ...others, ...(port === undefined ? {} : { port: Number(port) }) };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: flags, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
