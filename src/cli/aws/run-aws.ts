// Exports runAws: one line of the AWS CLI, from its words to what it prints.
import { contract, findRegion, KmsError, type OperationName } from "#kms/index.ts";
import { clientInput } from "./args/client-input.ts";
import { type AwsLine, parseAwsLine } from "./args/parse-aws-line.ts";
import type { Value } from "./args/python-value.ts";
import { UsageError } from "./args/usage-error.ts";
import { type AwsHost, type AwsPlace, FileError } from "./aws-host.ts";
import { explainFailure, explainSuccess } from "./explain.ts";
import type { LineContext } from "./line-context.ts";
import { formatOutput } from "./out/format-output.ts";
import { askForPages, kmsPager, type Pages } from "./out/paginate.ts";
import { type PrintableObject, printable } from "./out/printable.ts";
import { compileQuery, type Query } from "./query/compile-query.ts";
import { ServiceError } from "./service-error.ts";
import { helpText } from "./services/help.ts";
import { runService } from "./services/run-service.ts";
import { outputFormatOf, placeOf, readSettings } from "./settings.ts";
import { versionText } from "./version.ts";

export interface AwsResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** What a learner may want to know of the outcome; the real CLI has no such thing, so it stands apart from stderr. */
  readonly hint?: string;
}

/**
 * Runs a line of the AWS CLI, `argv` without the `aws`. Its output, errors and exit codes are those of AWS CLI 2.9; what
 * differs stands in docs/differences.md. A refused call is an exit code, never a rejection; only bugs reject.
 */
export async function runAws(argv: readonly string[], host: AwsHost): Promise<AwsResult> {
  let query: Query | undefined;
  const line = await parseAwsLine(argv, host, (globals) => {
    query = globals.query === undefined ? undefined : compileQuery(globals.query);
  });
  try {
    const stdout = await runLine(line, query, host);
    return { stdout, stderr: "", exitCode: 0, ...withHint(explainSuccess(argv, host)) };
  } catch (error) {
    const failure = failureOf(error, line);
    const hint = await explainFailure({ argv, line, failure, error, host });
    return { stdout: "", ...failure, ...withHint(hint) };
  }
}

function withHint(hint: string | undefined): Pick<AwsResult, "hint"> {
  return hint === undefined ? {} : { hint };
}

async function runLine(line: AwsLine, query: Query | undefined, host: AwsHost): Promise<string> {
  switch (line.kind) {
    case "usage":
      throw new ReportedError(line.stderr, line.exitCode);
    case "text":
      return line.stdout;
    case "version":
      return versionText;
    case "help":
      return helpText(line.service, line.operation);
  }
  const settings = await readSettings(line.globals, host);
  const print = (title: string, answer: PrintableObject | Pages): string =>
    formatOutput(answer, { title, query, format: outputFormatOf(line.globals, settings, host) });
  const context: LineContext = { globals: line.globals, settings, host, print };
  switch (line.kind) {
    case "call":
      return print(line.operation, await kmsAnswer(line, context));
    case "sample":
      clientInput(contract[line.operation].input, line.parameters, line.globals.binaryFormat);
      return print(line.operation, printable(contract[line.operation].output ?? {}, line.answer));
    case "other":
      return await runService(line.service, line.words, context);
  }
}

/** The whole answer, or its pages where the CLI pages by itself. */
async function kmsAnswer(line: AwsLine & { kind: "call" }, context: LineContext): Promise<PrintableObject | Pages> {
  const { operation, parameters, paging, globals } = line;
  const place = placeOf(globals, context.settings, context.host);
  const configured = context.settings.scoped.get("cli_binary_format");
  const binaryFormat = globals.binaryFormat ?? (configured === "raw-in-base64-out" ? configured : "base64");
  const ask = async (asked: ReadonlyMap<string, Value>): Promise<PrintableObject> => {
    const input = clientInput(contract[operation].input, asked, binaryFormat);
    return await callKms(operation, input, place, context.host);
  };
  return paging ? await askForPages(kmsPager(operation), parameters, paging, ask) : await ask(parameters);
}

async function callKms(
  operation: OperationName,
  input: Readonly<Record<string, unknown>>,
  place: AwsPlace,
  host: AwsHost,
): Promise<PrintableObject> {
  // A Region that AWS does not have has no endpoint to connect to.
  if (!findRegion(place.region))
    throw new UsageError(`Could not connect to the endpoint URL: "https://kms.${place.region}.amazonaws.com/"`, 255);
  return printable(contract[operation].output ?? {}, await host.call(operation, input, place));
}

/** A failure whose text stands already. */
class ReportedError extends Error {
  constructor(
    readonly stderr: string,
    readonly exitCode: number,
  ) {
    super(stderr);
  }
}

/** How the CLI reports it. Source: exit codes of AWS CLI 2: 252 usage, 253 configuration, 254 service, 255 other. */
function failureOf(error: unknown, line: AwsLine): { stderr: string; exitCode: number } {
  if (error instanceof UsageError || error instanceof ReportedError)
    return { stderr: error.stderr, exitCode: error.exitCode };
  if (error instanceof KmsError) {
    const operation = line.kind === "call" ? line.operation : "Unknown";
    const stderr = `\nAn error occurred (${error.code}) when calling the ${operation} operation: ${error.message}\n`;
    return { stderr, exitCode: 254 };
  }
  if (error instanceof ServiceError) {
    const stderr = `\nAn error occurred (${error.code}) when calling the ${error.operation} operation: ${error.message}\n`;
    return { stderr, exitCode: 254 };
  }
  if (error instanceof FileError) return { stderr: `\n${error.message}\n`, exitCode: 255 };
  throw error;
}
