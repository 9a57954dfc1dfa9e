// Exports explainFailure: what a learner may want to know of a failed line, beside what the CLI says itself.
import { aliasPrefix, KmsError, type OperationName } from "#kms/index.ts";
import type { AwsLine } from "./args/parse-aws-line.ts";
import type { AwsHost } from "./aws-host.ts";
import { readSettings, regionOf } from "./settings.ts";

export interface FailedLine {
  readonly argv: readonly string[];
  readonly line: AwsLine;
  readonly failure: { readonly stderr: string; readonly exitCode: number };
  readonly error: unknown;
  readonly host: AwsHost;
}

/** A hint for the failure, a sentence or two, or undefined where the CLI's own words say enough. Never throws. */
export async function explainFailure(failed: FailedLine): Promise<string | undefined> {
  if (failed.error instanceof KmsError && failed.line.kind === "call")
    return (
      (await wrongRegionHint(failed, failed.line)) ?? serviceHint(failed.error, failed.line.operation, failed.argv)
    );
  return usageHint(failed);
}

/** What was typed, and what is wrong with it. The first that fits is told. */
function usageHint({ argv, failure: { stderr } }: FailedLine): string | undefined {
  const command = argv.find((word) => /^[a-z]+(-[a-z]+)+$/.test(word));
  if (command === "create-alias" && argv.some((word) => /^--key-id(=|$)/.test(word)))
    return "create-alias takes the key as --target-key-id. --key-id is the option of most other commands.";
  if (command === "update-alias" && argv.some((word) => /^--key-id(=|$)/.test(word)))
    return "update-alias takes the key that the alias is to point to as --target-key-id.";
  if (stderr.includes("Invalid base64"))
    return "A blob on the command line is base64. For plain text add --cli-binary-format raw-in-base64-out; for the bytes of a file write fileb://NAME.";
  if (stderr.includes("text contents could not be decoded"))
    return "file:// reads text. Ciphertexts and keys are bytes: write fileb:// in front of the name.";
  if (stderr.includes("Unable to load paramfile"))
    return "The file is looked for from the current folder: ls shows what is there, pwd where that is.";
  if (stderr.includes("You must specify a region"))
    return "Add --region, or keep one: aws configure set region us-west-2.";
  if (stderr.includes("Could not connect to the endpoint URL"))
    return "There is no Region of that name, so there is no KMS to call. Look at the spelling, as in us-west-2.";
  if (stderr.includes("Bad value for --query"))
    return "--query takes a JMESPath expression. Put it in single quotes, so that the shell leaves its brackets and backticks alone.";
  return undefined;
}

function serviceHint(
  { code, message }: KmsError,
  operation: OperationName,
  argv: readonly string[],
): string | undefined {
  const wordAfter = (option: string): string | undefined => argv[argv.indexOf(option) + 1];
  const isGiven = (option: string): boolean => argv.includes(option);
  const keyId = isGiven("--key-id") ? wordAfter("--key-id") : undefined;
  const alias = isGiven("--alias-name") ? wordAfter("--alias-name") : undefined;
  if (alias !== undefined && !alias.startsWith(aliasPrefix))
    return `The name of an alias begins with ${aliasPrefix}, which the console hides and the CLI does not: ${aliasPrefix}${alias}.`;
  if (alias?.startsWith("alias/aws/")) return "Names that begin with alias/aws/ are kept for AWS managed keys.";
  if (code === "InvalidArnException" && keyId?.includes("alias/"))
    return `${operation} takes a key ID or key ARN, no alias. describe-key --key-id ${keyId} tells the key's ID.`;
  if (code === "NotFoundException" && keyId !== undefined && !/^(?:arn:|alias\/|mrk-|[0-9a-f]{8}-)/.test(keyId))
    return `${keyId} was taken for a key ID. An alias is named with its prefix: ${aliasPrefix}${keyId}.`;
  if (code === "NotFoundException")
    return "Keys and aliases belong to one account and one Region. aws configure list shows where this line looked, list-aliases what is there.";
  if (code === "InvalidCiphertextException")
    return "The ciphertext was changed, is of another key, or its encryption context is not the one that it was encrypted with; the context must be given again to the letter.";
  if (code === "IncorrectKeyException")
    return "The ciphertext was made with another key than --key-id names. Without --key-id, a symmetric ciphertext finds its key itself.";
  if (code === "DisabledException") return "The key is disabled: enable-key makes it usable again.";
  if (code === "KMSInvalidStateException")
    return /pending deletion/i.test(message)
      ? "The key waits to be deleted. cancel-key-deletion keeps it; it is disabled then, until enable-key."
      : "describe-key shows the key state; what each state allows stands on the page Key states of AWS.";
  if (code === "InvalidKeyUsageException")
    return "describe-key shows KeyUsage and the algorithms that the key has. Both are chosen when the key is made.";
  if (code === "AlreadyExistsException" && operation === "CreateAlias")
    return "An alias name exists once in an account and Region. update-alias points it to another key.";
  if (code === "AccessDeniedException")
    return "aws sts get-caller-identity shows who called. The key policy, IAM policies and grants together say what that principal may do.";
  return undefined;
}

/** An alias that is not here may well be in another Region. */
async function wrongRegionHint(
  { argv, error, host }: FailedLine,
  line: AwsLine & { kind: "call" },
): Promise<string | undefined> {
  if (!(error instanceof KmsError) || error.code !== "NotFoundException") return undefined;
  const alias = argv.map((word) => /(?:^|=)(alias\/\S+)$/.exec(word)?.[1]).find((name) => name !== undefined);
  if (alias === undefined || host.regionsOfAlias === undefined) return undefined;
  const settings = await readSettings(line.globals, host);
  const account = host.profiles.get(settings.profileName)?.account;
  const found = account === undefined ? [] : await host.regionsOfAlias(account, alias);
  const others = found.filter((region) => region !== regionOf(line.globals, settings, host));
  return others.length === 0 ? undefined : `${alias} is in ${others.join(", ")}. Add --region ${others[0]}.`;
}
