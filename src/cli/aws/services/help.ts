// Exports `help` for the CLI, for kms and for each of its commands, made from the contract.

import { kmsModel } from "#cli/aws/args/command-model.ts";
import { kmsCommands, services } from "#cli/aws/args/parse-aws-line.ts";
import { shapeOf } from "#cli/aws/args/shape-of.ts";
import { flagName } from "#cli/flag-name.ts";
import { contract, type Member, type Members, type OperationName, type Shape } from "#kms/index.ts";
import { helpPage, margin } from "./help-page.ts";

const globalOptions =
  "--region --profile --output --query --no-paginate --cli-binary-format --endpoint-url --no-cli-pager --debug --version";

/** The page that `help` prints: no pager, no bold. Its words are the sandbox's own; names, types and bounds are the contract's. */
export function helpText(service: "kms" | undefined, operation: OperationName | undefined): string {
  if (operation !== undefined) return operationHelp(operation);
  if (service === "kms")
    return helpPage("kms", [
      ["NAME", ["kms -"]],
      ["DESCRIPTION", ["AWS Key Management Service, simulated in this page with real cryptography."]],
      ["AVAILABLE COMMANDS", [...kmsCommands.keys(), "help"].map((command) => `o ${command}`)],
    ]);
  return helpPage("aws", [
    ["NAME", ["aws -"]],
    ["SYNOPSIS", ["aws [options] <command> <subcommand> [parameters]"]],
    ["GLOBAL OPTIONS", globalOptions.split(" ")],
    ["AVAILABLE SERVICES", services.map((name) => `o ${name}`)],
    ["SEE ALSO", ["aws <command> help", "aws <command> <subcommand> help"]],
  ]);
}

function operationHelp(operation: OperationName): string {
  const { input, output, errors }: { input: Members; output: Members | null; errors: readonly string[] } =
    contract[operation];
  const command = flagName(operation);
  const paged = kmsModel(operation).pager !== undefined;
  const shown = Object.entries(input).filter(([name]) => !(paged && (name === "Marker" || name === "Limit")));
  return helpPage(command, [
    ["NAME", [`${command} -`]],
    [
      "DESCRIPTION",
      [
        `Calls ${operation} of AWS KMS.`,
        ...(paged ? ["Asks for page after page until there is no more; --no-paginate asks for one."] : []),
      ],
    ],
    ["SYNOPSIS", [command, ...shown.map(synopsis), ...addedSynopses(paged)]],
    ["OPTIONS", [...shown.flatMap(([name, member]) => option(name, member)), ...addedOptions(paged)]],
    [
      "OUTPUT",
      output === null ? ["None"] : Object.entries(output).map(([name, { shape }]) => `${name} -> ${typeOf(shape)}`),
    ],
    ["ERRORS", [...errors].sort()],
  ]);
}

function synopsis([name, { shape, required }]: [string, Member]): string {
  const flag = `--${flagName(name)}`;
  const word = shapeOf(shape).type === "boolean" ? `${flag} | ${flag.replace("--", "--no-")}` : `${flag} <value>`;
  return required ? word : `[${word}]`;
}

function addedSynopses(paged: boolean): string[] {
  const paging = ["[--starting-token <value>]", "[--page-size <value>]", "[--max-items <value>]"];
  return [...(paged ? paging : []), "[--cli-input-json | --cli-input-yaml]", "[--generate-cli-skeleton <value>]"];
}

function option(name: string, { shape, required }: Member): string[] {
  const flag = `--${flagName(name)}`;
  const known = shapeOf(shape);
  const heading = known.type === "boolean" ? `${flag} | ${flag.replace("--", "--no-")}` : flag;
  const facts = [...(required ? ["Required."] : []), ...factsOf(known)];
  return [`${heading} (${typeOf(shape)})`, ...facts.map((fact) => margin + fact), ""];
}

function addedOptions(paged: boolean): string[] {
  const paging = [
    ["--starting-token (string)", "The NextToken of a list that --max-items cut short."],
    ["--page-size (integer)", "Entries for each request; the list as a whole stays the same."],
    ["--max-items (integer)", "Entries in all."],
  ];
  const rest = [
    [
      "--cli-input-json | --cli-input-yaml (string)",
      "The whole input as one text, or as file://NAME. Options beside it win.",
    ],
    ["--generate-cli-skeleton (string)", "Prints input, yaml-input or output of the right form and calls nothing."],
  ];
  return [...(paged ? paging : []), ...rest].flatMap(([heading = "", fact = ""]) => [heading, margin + fact, ""]);
}

function typeOf(shapeName: string): string {
  const shape = shapeOf(shapeName);
  return shape.type === "list" ? `list of ${shapeOf(shape.member).type}` : shape.type;
}

/** Bounds and how to write the value. */
function factsOf(shape: Shape): string[] {
  switch (shape.type) {
    case "string":
      return [
        ...bounds(shape, "Length"),
        ...(shape.pattern === undefined ? [] : [`Pattern: ${shape.pattern}`]),
        ...(shape.values === undefined ? [] : [`Possible values: ${shape.values.join(", ")}`]),
      ];
    case "blob":
      return [...bounds(shape, "Bytes"), "As base64, or as fileb://NAME for the bytes of a file."];
    case "integer":
      return bounds(shape, "Value");
    case "list":
      return [...bounds(shape, "Entries"), `Shorthand: ${shorthand(shapeOf(shape.member))} ...`];
    case "map":
    case "structure":
      return [`Shorthand: ${shorthand(shape)}`];
    case "timestamp":
      return ["As 2026-01-15T10:00:00Z or in seconds since 1970."];
    default:
      return [];
  }
}

function bounds({ min, max }: { readonly min?: number; readonly max?: number }, what: string): string[] {
  if (min === undefined && max === undefined) return [];
  return [`${what}: ${min ?? 0} to ${max ?? "any"}`];
}

function shorthand(shape: Shape): string {
  if (shape.type === "map") return "KeyName1=string,KeyName2=string";
  if (shape.type !== "structure") return shape.type;
  return Object.entries(shape.members)
    .map(([name, member]) => `${name}=${nested(shapeOf(member.shape))}`)
    .join(",");
}

function nested(shape: Shape): string {
  return shape.type === "map" || shape.type === "structure" ? `{${shorthand(shape)}}` : shape.type;
}
