// Exports the reading of a whole command line: from argv to a call that can be made, a text to print, or what is wrong.

import type { Paging } from "#cli/aws/out/paginate.ts";
import { flagName } from "#cli/flag-name.ts";
import { contract, type OperationName } from "#kms/index.ts";
import { kmsModel } from "./command-model.ts";
import { type GlobalOptions, globalArguments, globalOptions } from "./global-options.ts";
import type { ParameterHost } from "./parameter-file.ts";
import { type Argument, parseKnown } from "./parse-known.ts";
import type { Value } from "./python-value.ts";
import { readCommand } from "./read-command.ts";
import { UsageError } from "./usage-error.ts";

export type AwsLine =
  /** A call. `parameters` are not yet checked: give them to clientInput for each request, once the Region is known. */
  | {
      readonly kind: "call";
      readonly service: "kms";
      readonly operation: OperationName;
      readonly parameters: ReadonlyMap<string, Value>;
      /** undefined: one request, as --no-paginate, a marker or a limit asks for, or since the operation has no pages. */
      readonly paging: Paging | undefined;
      readonly globals: GlobalOptions;
    }
  /** --generate-cli-skeleton output: check `parameters` as for a call, then print `answer` as an answer is printed. */
  | {
      readonly kind: "sample";
      readonly operation: OperationName;
      readonly parameters: ReadonlyMap<string, Value>;
      readonly answer: unknown;
      readonly globals: GlobalOptions;
    }
  /** Another service: its words are read by whoever simulates it. */
  | {
      readonly kind: "other";
      readonly service: string;
      readonly words: readonly string[];
      readonly globals: GlobalOptions;
    }
  | { readonly kind: "help"; readonly service: "kms" | undefined; readonly operation: OperationName | undefined }
  | { readonly kind: "version" }
  | { readonly kind: "text"; readonly stdout: string }
  | { readonly kind: "usage"; readonly stderr: string; readonly exitCode: number };

/** kebab-case command -> operation, in the order in which the CLI lists them. */
export const kmsCommands: ReadonlyMap<string, OperationName> = new Map(
  (Object.keys(contract) as OperationName[]) // its type says so, Object.keys forgets it
    .sort()
    .map((operation) => [flagName(operation), operation]),
);

/**
 * Simulated: the real CLI knows more than 300 services; here are those that a learner of KMS needs, so another service is an
 * invalid choice.
 */
export const services: readonly string[] = ["cloudtrail", "configure", "kms", "sts"];

/** The first look of the CLI at its words; whatever is wrong here is worded by Python's own parser. */
const firstArguments: readonly Argument[] = [
  { name: "-h", target: "help", takes: "nothing", implied: true, ends: true },
  { name: "--help", target: "help", takes: "nothing", implied: true, ends: true },
  { name: "--profile", target: "profile", takes: "one" },
  { name: "--debug", target: "debug", takes: "nothing", implied: true },
];
const firstUsage = "usage: aws [-h] [--profile PROFILE] [--debug]\n";
const firstHelp = `${firstUsage}
options:
  -h, --help         show this help message and exit
  --profile PROFILE
  --debug
`;

/**
 * Reads a line, argv without `aws`, in the order of AWS CLI 2.9: global options, service, operation, its options, their values.
 * @param checkGlobals looks at the global options before the service is looked at; may throw UsageError
 * @returns kind "usage" for whatever is wrong; throws nothing of its own
 */
export async function parseAwsLine(
  argv: readonly string[],
  host: ParameterHost,
  checkGlobals: (globals: GlobalOptions) => void = () => {},
): Promise<AwsLine> {
  try {
    return await readLine(argv, host, checkGlobals);
  } catch (error) {
    if (error instanceof UsageError) return { kind: "usage", stderr: error.stderr, exitCode: error.exitCode };
    throw error;
  }
}

async function readLine(
  argv: readonly string[],
  host: ParameterHost,
  checkGlobals: (globals: GlobalOptions) => void,
): Promise<AwsLine> {
  if (parseKnown(argv, firstArguments, firstUsage).values.has("help")) return { kind: "text", stdout: firstHelp };
  const command = { name: "command", target: "command", takes: "one", required: true } as const;
  const choices = [...services, "help"];
  const top = parseKnown(argv, [...globalArguments, { ...command, choices }]);
  if (top.values.has("--version")) return { kind: "version" };
  const globals = globalOptions(top);
  checkGlobals(globals);
  const service = String(top.values.get("command"));
  if (service === "help") return { kind: "help", service: undefined, operation: undefined };
  if (service !== "kms") return { kind: "other", service, words: top.rest, globals };
  return await readKms(top.rest, globals, host);
}

async function readKms(words: readonly string[], globals: GlobalOptions, host: ParameterHost): Promise<AwsLine> {
  const choices = [...kmsCommands.keys(), "help"];
  const chosen = parseKnown(words, [{ name: "operation", target: "operation", takes: "one", required: true, choices }]);
  const operation = kmsCommands.get(String(chosen.values.get("operation")));
  if (operation === undefined) return { kind: "help", service: "kms", operation: undefined };
  if (chosen.rest.length === 1 && chosen.rest[0] === "help") return { kind: "help", service: "kms", operation };
  return await readOperation(operation, chosen.rest, globals, host);
}

async function readOperation(
  operation: OperationName,
  words: readonly string[],
  globals: GlobalOptions,
  host: ParameterHost,
): Promise<AwsLine> {
  const line = await readCommand(kmsModel(operation), words, globals, host);
  switch (line.kind) {
    case "help":
      return { kind: "help", service: "kms", operation };
    case "text":
      return line;
    case "sample":
      return { ...line, operation, globals };
    case "call":
      return { ...line, service: "kms", operation, globals };
  }
}
