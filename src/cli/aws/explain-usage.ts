// Exports explainUsage: hints for lines that the CLI refuses before any call is made.
import { closeMatches } from "./args/close-matches.ts";
import { kmsModel } from "./args/command-model.ts";
import { globalArguments } from "./args/global-options.ts";
import { commandArguments } from "./args/operation-arguments.ts";
import { kmsCommands, services } from "./args/parse-aws-line.ts";

/** What was typed, and what is wrong with it. The first that fits is told. */
export function explainUsage(argv: readonly string[], stderr: string): string | undefined {
  return explainService(argv, stderr) ?? explainOption(argv) ?? explainMessage(stderr);
}

function explainService(argv: readonly string[], stderr: string): string | undefined {
  const [service = "", command = ""] = argv.filter((word) => !word.startsWith("-"));
  if (service === "aws") return "The line says aws twice.";
  if (stderr.includes("argument command: Invalid choice")) {
    const [near] = closeMatches(service, services);
    const here = "This sandbox has KMS only, with sts, configure and cloudtrail beside it.";
    if (near !== undefined) return `Did you mean aws ${near}?`;
    return kmsCommands.has(service) ? `${service} is a command of kms: aws kms ${service}.` : here;
  }
  if (service !== "kms" || kmsCommands.has(command) || !stderr.includes("argument operation: Invalid choice"))
    return undefined;
  const [near] = closeMatches(command, [...kmsCommands.keys()]);
  return near === undefined ? "aws kms help lists all commands of KMS." : `Did you mean aws kms ${near}?`;
}

function explainOption(argv: readonly string[]): string | undefined {
  const command = argv.find((word) => kmsCommands.has(word));
  const operation = command === undefined ? undefined : kmsCommands.get(command);
  if (operation === undefined) return undefined;
  const names = argv.filter((word) => word.startsWith("--")).map((word) => word.split("=", 1)[0] ?? word);
  if (operation === "CreateAlias" && names.includes("--key-id"))
    return "create-alias takes the key as --target-key-id. --key-id is the option of most other commands.";
  if (operation === "UpdateAlias" && names.includes("--key-id"))
    return "update-alias takes the key that the alias is to point to as --target-key-id.";
  const known = [...commandArguments(kmsModel(operation), []), ...globalArguments].map(({ name }) => name);
  const unknown = names.find((name) => !known.some((option) => option.startsWith(name)));
  if (unknown === undefined) return undefined;
  const bare = known.map((name) => name.slice(2));
  const [near] = closeMatches(unknown.slice(2).toLowerCase(), bare);
  return near === undefined
    ? `${command} has no ${unknown}. aws kms ${command} help lists its options.`
    : `${command} has no ${unknown}. Did you mean --${near}?`;
}

function explainMessage(stderr: string): string | undefined {
  const [, hint] = hints.find(([part]) => stderr.includes(part)) ?? [];
  return hint;
}

const hints: readonly (readonly [part: string, hint: string])[] = [
  [
    "Invalid base64",
    "A blob on the command line is base64. For plain text add --cli-binary-format raw-in-base64-out; for the bytes of a file write fileb://NAME.",
  ],
  [
    "text contents could not be decoded",
    "file:// reads text. Ciphertexts and keys are bytes: write fileb:// in front of the name.",
  ],
  [
    "Unable to load paramfile",
    "The file is looked for from the current folder: ls shows what is there, pwd where that is.",
  ],
  ["You must specify a region", "Add --region, or keep one: aws configure set region us-west-2."],
  [
    "Could not connect to the endpoint URL",
    "There is no Region of that name, so there is no KMS to call. Look at the spelling, as in us-west-2.",
  ],
  [
    "Bad value for --query",
    "--query takes a JMESPath expression. Put it in single quotes, so that the shell leaves its brackets and backticks alone.",
  ],
  ["config profile (", "aws configure list-profiles shows the profiles: the accounts of this workspace, and your own."],
];
