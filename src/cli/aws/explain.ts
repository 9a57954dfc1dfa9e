// Exports explainFailure and explainSuccess: what a learner may want to know of a line, beside what the CLI says itself.
import { KmsError } from "#kms/index.ts";
import type { AwsLine } from "./args/parse-aws-line.ts";
import type { AwsHost } from "./aws-host.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { explainUsage } from "./explain-usage.ts";
import { placeOf, readSettings } from "./settings.ts";

export interface FailedLine {
  readonly argv: readonly string[];
  readonly line: AwsLine;
  readonly failure: { readonly stderr: string; readonly exitCode: number };
  readonly error: unknown;
  readonly host: AwsHost;
}

/** A hint for the failure, a sentence or two, or undefined where the CLI's own words say enough. Never throws. */
export async function explainFailure({ argv, line, failure, error, host }: FailedLine): Promise<string | undefined> {
  const typography = explainTypography(argv);
  if (typography !== undefined) return typography;
  if (!(error instanceof KmsError) || line.kind !== "call") return explainUsage(argv, failure.stderr);
  // KMS has answered, so there was a place to ask.
  const { region, profile } = placeOf(line.globals, await readSettings(line.globals, host), host);
  const place = { account: profile.account, region };
  return await explainRefusal({ error, operation: line.operation, argv, place, principal: profile.principal, host });
}

/** What surprises after a line that did what it says. */
export function explainSuccess(argv: readonly string[], { env }: AwsHost): string | undefined {
  const words = argv.filter((word) => !word.startsWith("-"));
  if (words[0] !== "configure" || words[1] !== "set" || !/^(?:.*\.)?region$/.test(words[2] ?? "")) return undefined;
  const variable = ["AWS_REGION", "AWS_DEFAULT_REGION"].find((name) => env[name] !== undefined);
  if (variable === undefined) return undefined;
  return `${variable}=${env[variable]} in the environment wins over the setting. unset ${variable} lets the setting count, --region names a Region for one line.`;
}

/** Dashes and quotes that word processors and web pages make of what was typed. */
function explainTypography(argv: readonly string[]): string | undefined {
  const word = argv.find((candidate) => /^[\u2010-\u2015\u2212]|[\u2018-\u201f]/.test(candidate));
  if (word === undefined) return undefined;
  return /^[\u2010-\u2015\u2212]/.test(word)
    ? `${word} begins with a long dash, as word processors write it. An option begins with two plain ones: --${word.replace(/^[-\u2010-\u2015\u2212]+/, "")}.`
    : `${word} has curly quotes, which a shell takes for letters. Type plain ones: ' or ".`;
}
