// Exports the options that every command of the AWS CLI takes, wherever they stand on the line.
import type { Argument, Given, Parsed } from "./parse-known.ts";
import { notAnInteger, pythonInt } from "./python-value.ts";
import { UsageError } from "./usage-error.ts";

export type OutputFormat = "json" | "text" | "table" | "yaml" | "yaml-stream";
export type BinaryFormat = "base64" | "raw-in-base64-out";

/**
 * What the line says for all commands; undefined where it says nothing. --debug, --color, --ca-bundle, --no-verify-ssl,
 * --no-sign-request, the time limits and the pager are read and mean nothing here.
 * Simulated: --endpoint-url is held against its form and otherwise ignored, since there is one KMS only.
 */
export interface GlobalOptions {
  readonly region: string | undefined;
  readonly profile: string | undefined;
  readonly output: OutputFormat | undefined;
  readonly query: string | undefined;
  readonly binaryFormat: BinaryFormat | undefined;
  readonly paginate: boolean;
}

export const outputFormats = [
  "json",
  "text",
  "table",
  "yaml",
  "yaml-stream",
] as const satisfies readonly OutputFormat[];
const binaryFormats = ["base64", "raw-in-base64-out"] as const satisfies readonly BinaryFormat[];

const flag = (name: string, target: string, implied = true): Argument => ({ name, target, takes: "nothing", implied });
const text = (name: string, choices?: readonly string[]): Argument => ({
  name,
  target: name,
  takes: "one",
  ...(choices && { choices }),
});

/** In the order in which the CLI lists them, which shows where a beginning of a name fits several. */
export const globalArguments: readonly Argument[] = [
  flag("--debug", "--debug"),
  text("--endpoint-url"),
  flag("--no-verify-ssl", "--no-verify-ssl"),
  flag("--no-paginate", "paginate", false),
  text("--output", outputFormats),
  text("--query"),
  text("--profile"),
  text("--region"),
  { ...flag("--version", "--version"), ends: true },
  text("--color", ["on", "off", "auto"]),
  flag("--no-sign-request", "--no-sign-request"),
  text("--ca-bundle"),
  text("--cli-read-timeout"),
  text("--cli-connect-timeout"),
  text("--cli-binary-format", binaryFormats),
  flag("--no-cli-pager", "--no-cli-pager"),
  flag("--cli-auto-prompt", "--cli-auto-prompt"),
  flag("--no-cli-auto-prompt", "--no-cli-auto-prompt"),
];

/**
 * The global options among what was parsed.
 * @throws UsageError for an endpoint without a scheme, a time limit that is no number, or a wish to be asked for options.
 */
export function globalOptions({ values }: Parsed): GlobalOptions {
  const textOf = (name: string): string | undefined => asText(values.get(name));
  const endpoint = textOf("--endpoint-url");
  if (endpoint !== undefined && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(endpoint))
    throw new UsageError(
      `Bad value for --endpoint-url "${endpoint}": scheme is missing.  Must be of the form http://<hostname>/ or https://<hostname>/`,
    );
  for (const limit of [textOf("--cli-read-timeout"), textOf("--cli-connect-timeout")])
    if (limit !== undefined && pythonInt(limit) === undefined) throw new UsageError(notAnInteger(limit), 255);
  refusePrompts(values.has("--cli-auto-prompt"), values.has("--no-cli-auto-prompt"));
  return {
    region: textOf("--region"),
    profile: textOf("--profile"),
    output: outputFormats.find((format) => format === textOf("--output")),
    query: textOf("--query"),
    binaryFormat: binaryFormats.find((format) => format === textOf("--cli-binary-format")),
    paginate: values.get("paginate") !== false,
  };
}

function asText(value: Given | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Simulated: the real CLI would ask for options one by one; here Tab offers them. */
function refusePrompts(wanted: boolean, unwanted: boolean): void {
  if (wanted && unwanted)
    throw new UsageError("Both --cli-auto-prompt and --no-cli-auto-prompt cannot be specified at the same time.");
  if (wanted)
    throw new UsageError("--cli-auto-prompt is not available here. Press Tab to complete commands and options.");
}
