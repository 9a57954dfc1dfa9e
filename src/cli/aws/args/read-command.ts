// Exports readCommand: the options of one command, from words to the parameters of a call or a text to print.
import type { Paging } from "#cli/aws/out/paginate.ts";
import { callParameters } from "./call-parameters.ts";
import type { CommandModel } from "./command-model.ts";
import type { GlobalOptions } from "./global-options.ts";
import { commandArguments } from "./operation-arguments.ts";
import type { ParameterHost } from "./parameter-file.ts";
import { parseKnown } from "./parse-known.ts";
import type { Value } from "./python-value.ts";
import { inputSkeleton, outputSkeleton, yamlSkeleton } from "./skeleton.ts";
import { UsageError, unknownOptions } from "./usage-error.ts";

export type CommandLine =
  /** `parameters` are not yet checked; without `paging` one request is asked for. */
  | {
      readonly kind: "call";
      readonly parameters: ReadonlyMap<string, Value>;
      readonly paging: Paging | undefined;
    }
  /** --generate-cli-skeleton output */
  | { readonly kind: "sample"; readonly parameters: ReadonlyMap<string, Value>; readonly answer: unknown }
  | { readonly kind: "text"; readonly stdout: string }
  | { readonly kind: "help" };

/**
 * Reads what stands behind the name of a command. Source: AWS CLI 2.9, seen.
 * @throws UsageError
 */
export async function readCommand(
  model: CommandModel,
  words: readonly string[],
  { paginate }: GlobalOptions,
  host: ParameterHost,
): Promise<CommandLine> {
  const known = commandArguments(model, words);
  const { values, rest } = parseKnown(words, [...known, { name: "help", target: "help", takes: "maybe one" }]);
  const help = values.get("help");
  if (help === "help") return { kind: "help" };
  const unknown = typeof help === "string" ? [...rest, help] : rest;
  if (unknown.length > 0) throw unknownOptions(unknown);
  const { pager } = model;
  const byHand = known.some(({ target, member }) => values.has(target) && isOfPager(model, member?.name));
  if (pager && (byHand || !paginate)) refusePaging(values);
  const { parameters, paging } = await callParameters(known, values, host);
  const skeleton = values.get("--generate-cli-skeleton");
  if (skeleton === "input") return { kind: "text", stdout: inputSkeleton(model) };
  if (skeleton === "yaml-input") return { kind: "text", stdout: yamlSkeleton(model) };
  const isPaged = pager && paginate && ![...parameters.keys()].some((name) => isOfPager(model, name));
  if (isPaged && skeleton === undefined) return { kind: "call", parameters, paging };
  // Without pages the CLI hands its paging on as a member, which its own check then refuses.
  const unpaged = Object.keys(paging).length === 0 ? parameters : new Map([...parameters, ["PaginationConfig", null]]);
  if (skeleton === "output") return { kind: "sample", parameters: unpaged, answer: outputSkeleton(model) };
  return { kind: "call", parameters: unpaged, paging: undefined };
}

/** Whether the member is one that the CLI's own paging would fill. */
function isOfPager({ pager }: CommandModel, name: string | undefined): boolean {
  return pager !== undefined && name !== undefined && [pager.limit, pager.inputToken].includes(name);
}

/** A zero or an empty token counts as not said, as it does in Python. */
function refusePaging(values: ReadonlyMap<string, unknown>): void {
  const used = ["--starting-token", "--page-size", "--max-items"].filter((option) => values.get(option));
  if (used.length > 0)
    throw new UsageError(`Cannot specify --no-paginate along with pagination arguments: ${used.join(", ")}`);
}
