// Exports the reading of options as Python's argparse does it, on which every parser of the AWS CLI stands: options and
// positionals in any order, `--option=value`, unambiguous beginnings of names, and words it does not know handed on.
import { closeMatches } from "./close-matches.ts";
import { pythonInt, quoted } from "./python-value.ts";
import { parserError, type UsageError } from "./usage-error.ts";

/** What a parser knows of one option (`--key-id`) or positional (`operation`). */
export interface Argument {
  readonly name: string;
  /** Where the value goes; an option and its `--no-` form share one. */
  readonly target: string;
  readonly takes: "nothing" | "one" | "maybe one" | "any";
  /** The value of an option that takes nothing, or was given none. */
  readonly implied?: boolean | string;
  readonly required?: boolean;
  readonly choices?: readonly string[];
  readonly integer?: boolean;
  /** The rest of the line does not matter once it is there: --version. */
  readonly ends?: boolean;
}

export type Given = string | number | boolean | readonly string[];

export interface Parsed {
  readonly values: ReadonlyMap<string, Given>;
  /** What no argument took, in the order in which argparse hands it on. */
  readonly rest: readonly string[];
}

/** How the words look to argparse: O an option, A an argument, - the word `--`. */
const patterns = { nothing: /^(?:)/, one: /^A/, "maybe one": /^A?/, any: /^A*/ } as const;
const positionalPatterns = { nothing: "()", one: "(-*A-*)", "maybe one": "(-*A?-*)", any: "(-*[A-]*)" } as const;

interface OptionWord {
  readonly argument: Argument | undefined;
  readonly attached: string | undefined;
}

/**
 * Reads the words; a later value replaces an earlier one. Source: argparse of Python 3.11 as awscli 2.9 uses it.
 * @throws UsageError for a missing or ambiguous option, or a value that the option cannot have.
 */
export function parseKnown(words: readonly string[], known: readonly Argument[], shownUsage?: string): Parsed {
  return new Reading(words, known, (message) => parserError(message, shownUsage)).run();
}

class Reading {
  private readonly options: ReadonlyMap<string, Argument>;
  private positionals: readonly Argument[];
  private readonly found = new Map<number, OptionWord>();
  private readonly pattern: string;
  private readonly values = new Map<string, Given>();
  private readonly seen = new Set<Argument>();
  private readonly rest: string[] = [];
  private ended = false;

  constructor(
    private readonly words: readonly string[],
    private readonly known: readonly Argument[],
    private readonly refuse: (message: string) => UsageError,
  ) {
    this.options = new Map(known.filter(({ name }) => name.startsWith("-")).map((option) => [option.name, option]));
    this.positionals = known.filter(({ name }) => !name.startsWith("-"));
    const end = words.indexOf("--");
    this.pattern = words.map((word, i) => (end < 0 || i < end ? this.kindOf(word, i) : i === end ? "-" : "A")).join("");
  }

  run(): Parsed {
    const last = Math.max(-1, ...this.found.keys());
    let at = 0;
    while (at <= last) {
      const next = this.nextOption(at);
      if (at !== next) {
        const end = this.takePositionals(at);
        if (end > at) {
          at = end;
          continue;
        }
        this.rest.push(...this.words.slice(at, next));
        at = next;
      }
      at = this.takeOption(at);
      if (this.ended) return { values: this.values, rest: [] };
    }
    this.rest.push(...this.words.slice(this.takePositionals(at)));
    const missing = this.known.filter((argument) => argument.required && !this.seen.has(argument));
    if (missing.length > 0)
      throw this.refuse(`the following arguments are required: ${missing.map(({ name }) => name).join(", ")}`);
    return { values: this.values, rest: this.rest };
  }

  private nextOption(at: number): number {
    let next = at;
    while (!this.found.has(next)) next++;
    return next;
  }

  private kindOf(word: string, index: number): "O" | "A" {
    const option = this.optionWord(word);
    if (option === undefined) return "A";
    this.found.set(index, option);
    return "O";
  }

  private optionWord(word: string): OptionWord | undefined {
    if (!word.startsWith("-")) return undefined;
    const exact = this.options.get(word);
    if (exact) return { argument: exact, attached: undefined };
    if (word.length === 1) return undefined;
    const equals = word.indexOf("=");
    const name = equals < 0 ? word : word.slice(0, equals);
    const attached = equals < 0 ? undefined : word.slice(equals + 1);
    const named = this.options.get(name);
    if (named) return { argument: named, attached };
    // A word with one dash could only be a short option, or the beginning of a name as it stands.
    const beginning = word.startsWith("--") ? name : word;
    const candidates = [...this.options.values()].filter((option) => option.name.startsWith(beginning));
    if (candidates.length > 1)
      throw this.refuse(
        `ambiguous option: ${word} could match ${candidates.map((candidate) => candidate.name).join(", ")}`,
      );
    if (candidates[0]) return { argument: candidates[0], attached };
    if (/^-\d+$|^-\d*\.\d+$/.test(word) || word.includes(" ")) return undefined;
    return { argument: undefined, attached: undefined };
  }

  private takeOption(at: number): number {
    const { argument, attached } = this.found.get(at) ?? {};
    const word = this.words[at] ?? "";
    if (!argument) {
      this.rest.push(word);
      return at + 1;
    }
    if (attached !== undefined) {
      if (argument.takes === "nothing") throw this.wrong(argument, `ignored explicit argument ${quoted(attached)}`);
      this.take(argument, [attached]);
      return at + 1;
    }
    const match = patterns[argument.takes].exec(this.pattern.slice(at + 1));
    if (!match) throw this.wrong(argument, "expected one argument");
    const end = at + 1 + match[0].length;
    this.take(argument, this.words.slice(at + 1, end));
    return end;
  }

  /** As many of the positionals still open as match here; returns where they end. */
  private takePositionals(at: number): number {
    for (let count = this.positionals.length; count > 0; count--) {
      const open = this.positionals.slice(0, count);
      const pattern = new RegExp(`^${open.map(({ takes }) => positionalPatterns[takes]).join("")}`);
      const match = pattern.exec(this.pattern.slice(at));
      if (!match) continue;
      let end = at;
      open.forEach((argument, i) => {
        const length = match[i + 1]?.length ?? 0;
        const taken = this.words.slice(end, end + length);
        const dashes = taken.indexOf("--");
        this.take(argument, dashes < 0 ? taken : taken.toSpliced(dashes, 1));
        end += length;
      });
      this.positionals = this.positionals.slice(count);
      return end;
    }
    return at;
  }

  private take(argument: Argument, words: readonly string[]): void {
    this.seen.add(argument);
    this.ended ||= argument.ends === true;
    if (argument.takes === "any") {
      this.values.set(argument.target, words);
      return;
    }
    const [word] = words;
    if (word !== undefined) this.values.set(argument.target, this.checked(argument, word));
    else if (argument.implied !== undefined) this.values.set(argument.target, argument.implied);
  }

  private checked(argument: Argument, word: string): Given {
    if (argument.integer) {
      const number = pythonInt(word);
      if (number === undefined) throw this.wrong(argument, `invalid int value: ${quoted(word)}`);
      return Number(number);
    }
    if (argument.choices && !argument.choices.includes(word))
      throw this.wrong(argument, invalidChoice(word, argument.choices));
    return word;
  }

  private wrong({ name }: Argument, message: string): UsageError {
    return this.refuse(`argument ${name}: ${message}`);
  }
}

/** The choices in two columns of 40, and those that are spelt nearly like the word. */
function invalidChoice(word: string, choices: readonly string[]): string {
  const lines = ["Invalid choice, valid choices are:\n"];
  for (let i = 0; i < choices.length; i += 2)
    lines.push(
      choices
        .slice(i, i + 2)
        .map((choice) => choice.padEnd(40))
        .join(" | "),
    );
  const near = closeMatches(word, choices);
  if (near.length > 0) lines.push(`\n\nInvalid choice: ${quoted(word)}, maybe you meant:\n`);
  return [...lines, ...near.map((choice) => `  * ${choice}`)].join("\n");
}
