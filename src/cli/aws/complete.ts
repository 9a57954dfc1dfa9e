// Exports the completion of an `aws` line: services, commands, options and their values.

import { type CommandModel, kmsModel } from "./args/command-model.ts";
import { globalArguments } from "./args/global-options.ts";
import { commandArguments, type OperationArgument } from "./args/operation-arguments.ts";
import { kmsCommands, services } from "./args/parse-aws-line.ts";
import { type Argument, parseKnown } from "./args/parse-known.ts";
import { shapeOf } from "./args/shape-of.ts";
import { UsageError } from "./args/usage-error.ts";
import { lookupEventsModel } from "./services/cloudtrail-model.ts";

/** What exists where the line would run. Each answers the first few that begin with the text, without looking at the rest. */
export interface CompletionSources {
  /** Alias names, `alias/` included. */
  aliases(beginning: string, limit: number): readonly string[];
  /** Key IDs. */
  keys(beginning: string, limit: number): readonly string[];
  readonly regions: readonly string[];
  readonly profiles: readonly string[];
}

/** More than anyone reads; with 100,000 aliases the rest is not even looked for. */
const limit = 100;

/** The subcommands of the services beside KMS. */
const otherCommands: Readonly<Record<string, readonly string[]>> = {
  cloudtrail: ["lookup-events"],
  configure: ["get", "list", "list-profiles", "set"],
  sts: ["get-caller-identity"],
};

/**
 * The words that the word being typed could become, the likeliest first: options that are required and missing, then the
 * others of the command, then those of every command, and what is on the line already last. Complete words, also where the
 * value is joined to its option (`--region=eu-w`); at most 100. Key members complete to aliases and key IDs, enums to values.
 * @param words the words between `aws` and the one being typed
 * @param partial the word being typed, "" at its beginning
 */
export function completeAws(words: readonly string[], partial: string, sources: CompletionSources): readonly string[] {
  const { service, command } = place(words);
  const model = modelOf(service, command);
  const own: readonly OperationArgument[] = model ? commandArguments(model, words) : [];
  const known = [...own, ...globalArguments];
  const [, joined, beginning = ""] = /^(--[a-z-]+=)(.*)$/s.exec(partial) ?? [];
  if (joined !== undefined) {
    const option = known.find(({ name }) => `${name}=` === joined);
    return option ? valuesOf(option, beginning, sources).map((value) => joined + value) : [];
  }
  if (partial.startsWith("-")) return optionsFor(partial, words, known);
  const option = openOption(words, known);
  if (option) {
    const values = valuesOf(option, partial, sources);
    // A list may go on or end here, but not before it has begun.
    const mayEnd = option.takes === "any" && partial === "" && words.at(-1) !== option.name;
    return mayEnd ? [...values, ...optionsFor("", words, known)] : values;
  }
  if (service === undefined) return beginningWith(partial, [...services, "help"]);
  if (command === undefined) return beginningWith(partial, [...commandsOf(service), "help"]);
  return partial === "" ? optionsFor("", words, known) : beginningWith(partial, ["help"]);
}

/** The service and the command that the words name so far; options of every command may stand before and between. */
function place(words: readonly string[]): { readonly service?: string; readonly command?: string } {
  const globals = tryParse(words, globalArguments);
  const [service, command] = globals.filter((word) => !word.startsWith("-"));
  return { ...(service !== undefined && { service }), ...(command !== undefined && { command }) };
}

/** What is left without the options, or nothing where the words cannot be read. */
function tryParse(words: readonly string[], known: readonly Argument[]): readonly string[] {
  // The last option may still wait for its value.
  for (const read of [words, words.slice(0, -1)])
    try {
      return parseKnown(read, known).rest;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
    }
  return [];
}

function commandsOf(service: string): readonly string[] {
  if (service === "kms") return [...kmsCommands.keys()];
  return Object.hasOwn(otherCommands, service) ? (otherCommands[service] ?? []) : [];
}

/** undefined for a command that has no options of its own. */
function modelOf(service = "", command = ""): CommandModel | undefined {
  if (service === "cloudtrail" && command === "lookup-events") return lookupEventsModel;
  const operation = service === "kms" ? kmsCommands.get(command) : undefined;
  return operation === undefined ? undefined : kmsModel(operation);
}

/** The option that the next word belongs to. */
function openOption(words: readonly string[], known: readonly OperationArgument[]): OperationArgument | undefined {
  const at = words.findLastIndex((word) => word.startsWith("--"));
  const option = known.find(({ name }) => name === words[at]);
  if (!option || option.takes === "nothing") return undefined;
  return option.takes === "any" || at === words.length - 1 ? option : undefined;
}

function optionsFor(
  beginning: string,
  words: readonly string[],
  known: readonly OperationArgument[],
): readonly string[] {
  const used = new Set(words.map((word) => word.split("=", 1)[0]));
  const targetsUsed = new Set(known.filter(({ name }) => used.has(name)).map(({ target }) => target));
  const rank = ({ target, required }: Argument): number => (targetsUsed.has(target) ? 2 : required ? 0 : 1);
  const options = known.toSorted((a, b) => rank(a) - rank(b)); // stable: the rest keeps the order of the CLI
  return beginningWith(
    beginning,
    options.map(({ name }) => name),
  );
}

function valuesOf(option: OperationArgument, beginning: string, sources: CompletionSources): readonly string[] {
  if (option.choices) return beginningWith(beginning, option.choices);
  if (option.name === "--region") return beginningWith(beginning, sources.regions);
  if (option.name === "--profile") return beginningWith(beginning, sources.profiles);
  return option.member ? valuesOfShape(option.member.shape, beginning, sources) : [];
}

function valuesOfShape(shapeName: string, beginning: string, sources: CompletionSources): readonly string[] {
  const shape = shapeOf(shapeName);
  if (shape.type === "list") return valuesOfShape(shape.member, beginning, sources);
  if (shape.type === "string" && shape.values) return beginningWith(beginning, shape.values);
  switch (shapeName) {
    case "AliasNameType":
      return sources.aliases(beginning, limit);
    case "KeyIdType": {
      const aliases = sources.aliases(beginning, limit);
      return [...aliases, ...sources.keys(beginning, limit - aliases.length)];
    }
    case "RegionType":
      return beginningWith(beginning, sources.regions);
    default:
      return [];
  }
}

function beginningWith(beginning: string, candidates: readonly string[]): readonly string[] {
  return candidates.filter((candidate) => candidate.startsWith(beginning)).slice(0, limit);
}
