// Exports the options of one command, derived from its model.

import { flagName } from "#cli/flag-name.ts";
import type { Members } from "#kms/index.ts";
import type { CommandModel } from "./command-model.ts";
import type { Argument } from "./parse-known.ts";
import { shapeOf } from "./shape-of.ts";

/** An option and, where it stands for one, the member of the input. */
export interface OperationArgument extends Argument {
  readonly member?: { readonly name: string; readonly shape: string };
}

const one = (name: string): OperationArgument => ({ name, target: name, takes: "one" });

/** What a paginated operation takes instead of its Marker and Limit, which stay as options that switch paging off. */
const pagingArguments: readonly OperationArgument[] = [
  one("--starting-token"),
  { ...one("--page-size"), integer: true },
  { ...one("--max-items"), integer: true },
];

const inputArguments: readonly OperationArgument[] = [one("--cli-input-json"), one("--cli-input-yaml")];
const skeletonArgument: OperationArgument = {
  name: "--generate-cli-skeleton",
  target: "--generate-cli-skeleton",
  takes: "maybe one",
  implied: "input",
  choices: ["input", "output", "yaml-input"],
};

/**
 * All options of the command, in the order of the model, then those that the CLI adds.
 * @param words the words of the line: with a whole input or a skeleton asked for, no option is required any more
 */
export function commandArguments(
  { input, pager }: CommandModel,
  words: readonly string[],
): readonly OperationArgument[] {
  const added = [...(pager ? pagingArguments : []), ...inputArguments, skeletonArgument];
  return [...memberArguments(input, !waivesRequired(words)), ...added];
}

function memberArguments(members: Members, enforce: boolean): OperationArgument[] {
  return Object.entries(members).flatMap(([name, { shape, required }]): OperationArgument[] => {
    const member = { name, shape };
    const flag = `--${flagName(name)}`;
    const base = { name: flag, target: flag, member, required: enforce && required === true } as const;
    switch (shapeOf(shape).type) {
      case "boolean":
        return [
          { ...base, takes: "nothing", implied: true },
          { ...base, name: flag.replace("--", "--no-"), takes: "nothing", implied: false },
        ];
      case "list":
        return [{ ...base, takes: "any" }];
      default:
        return [{ ...base, takes: "one" }];
    }
  });
}

function waivesRequired(words: readonly string[]): boolean {
  if (words.includes("--cli-input-json") || words.includes("--cli-input-yaml")) return true;
  const skeleton = words.indexOf(skeletonArgument.name);
  return skeleton >= 0 && words[skeleton + 1] !== "output";
}
