// Exports ShellSession: the bash of one tab. What just-bash forgets after each text - functions, arrays, options, `$?` - is
// noted at the end of a line, and laid out again before the next.
import { Bash, type BashOptions, type Command, defineCommand } from "just-bash/browser";
import { helpCommand } from "./shell-commands.ts";
import type { ShellFiles } from "./shell-files.ts";
import type { RunOutcome, RunRequest } from "./shell-messages.ts";
import { type FunctionDefinition, functionsIn, type Program, refusalOf, streamed } from "./shell-program.ts";

const noteCommand = "sandbox-note-state";
/** Of the options of `set` those that do not end a shell. */
const keptOptions = new Set(["noclobber", "noglob", "nounset", "pipefail", "xtrace"]);
/** Variables that are the shell's own and no part of what a line leaves. */
const ownVariables = ["?", "SHELLOPTS", "BASHOPTS"];

export class ShellSession {
  readonly #shell: Bash;
  readonly #tab: string;
  #functions = new Map<string, FunctionDefinition>();
  /** Commands that make the arrays anew. */
  #arrays = "";
  #options: readonly string[] = [];
  /** What is to be made of the next text; texts within it (`bash -c`) stay as they are. */
  #prepare: ((program: Program) => Program) | undefined;
  /** All functions that the line has or had, one of which may have been defined. */
  #candidates = new Map<string, FunctionDefinition>();

  constructor(tab: string, fs: ShellFiles, commands: readonly Command[], limits: BashOptions["executionLimits"] = {}) {
    this.#tab = tab;
    const note = defineCommand(noteCommand, async (words) => this.#note(words));
    this.#shell = new Bash({ fs, customCommands: [...commands, note], executionLimits: limits });
    this.#shell.registerTransformPlugin({
      name: "sandbox",
      transform: ({ ast }) => {
        const prepare = this.#prepare;
        this.#prepare = undefined;
        return { ast: prepare ? prepare(ast) : ast };
      },
    });
  }

  /** Runs a line. Its output goes out meanwhile; what the outcome has is the rest. It never rejects. */
  async run(request: RunRequest, hints: readonly string[], signal: AbortSignal): Promise<RunOutcome> {
    const { text, cwd, status } = request;
    const env = { ...request.env };
    try {
      const script = text.trim() === "help" ? helpCommand : text;
      this.#prepare = (program) => this.#prepared(program, status);
      const options = { env, replaceEnv: true, cwd, rawScript: true, signal };
      const { stdout, stderr, exitCode, env: left } = await this.#shell.exec(script, options);
      const kept = Object.fromEntries(Object.entries(left).filter(([name]) => !ownVariables.includes(name)));
      return { stdout, stderr, exitCode, env: kept, cwd: left.PWD ?? cwd, hints };
    } catch (error) {
      // A line must not end the terminal, whatever it met: it is told, and the next one runs.
      const stderr = `bash: ${error instanceof Error ? error.message : String(error)}\n`;
      return { stdout: "", stderr, exitCode: 1, env, cwd, hints };
    } finally {
      this.#prepare = undefined;
    }
  }

  #prepared(program: Program, status: number): Program {
    const refusal = refusalOf(program);
    if (refusal !== undefined) throw new Error(refusal);
    this.#candidates = new Map([...this.#functions, ...functionsIn(program)]);
    const known = [...this.#functions.values()];
    const [anchor] = this.#parse(":").statements;
    const define = known.flatMap((definition) =>
      anchor ? [{ ...anchor, pipelines: [{ type: "Pipeline" as const, commands: [definition], negated: false }] }] : [],
    );
    const before = this.#parse(
      ["shopt -s expand_aliases", this.#arrays, ...this.#options.map((name) => `set -o ${name} 2>/dev/null`)]
        .concat(`(exit ${status}) 2>/dev/null`)
        .join("\n"),
    );
    const types = [...this.#candidates.keys()].map((name) => `'${name}' "$(type -t '${name}' 2>/dev/null)"`);
    const after = this.#parse(
      `${noteCommand} "$?" "$SHELLOPTS" "$(declare -p -a 2>/dev/null)" "$(declare -A 2>/dev/null)" ${types.join(" ")} 2>/dev/null`,
    );
    const { statements } = streamed(program, this.#tab);
    return {
      ...program,
      statements: [...define, ...before.statements, ...statements, ...after.statements],
    };
  }

  #parse(text: string): Program {
    return this.#shell.transform(text).ast;
  }

  async #note([status, shellOptions = "", indexed = "", named = "", ...types]: readonly string[]) {
    this.#options = shellOptions.split(":").filter((option) => keptOptions.has(option));
    this.#arrays = [...restoring(indexed, "-a"), ...restoring(named, "-A")].join("\n");
    const defined = new Map<string, FunctionDefinition>();
    for (let i = 0; i < types.length; i += 2) {
      const definition = this.#candidates.get(types[i] ?? "");
      if (definition && types[i + 1] === "function") defined.set(definition.name, definition);
    }
    this.#functions = defined;
    return { stdout: "", stderr: "", exitCode: Number(status) };
  }
}

const quotedWord = String.raw`(?:"(?:[^"\\]|\\.)*"|\$'(?:[^'\\]|\\.)*'|'[^']*'|\\.|[^\s()"'\\\]])*`;
const arrayText = new RegExp(String.raw`^declare -\w+ (\w+)=\(((?:\[${quotedWord}\]=${quotedWord}\s*)*)\)$`, "gms");
const elementText = new RegExp(String.raw`\[${quotedWord}\]=${quotedWord}`, "gs");

/** One command for each element: just-bash reads the form in which it prints a whole array only in part. */
function* restoring(printed: string, option: "-a" | "-A"): Generator<string> {
  for (const [, name, elements = ""] of printed.matchAll(arrayText)) {
    if (name === "PIPESTATUS") continue;
    yield `declare ${option} ${name}`;
    for (const [element] of elements.matchAll(elementText)) yield `${name}${element}`;
  }
}
