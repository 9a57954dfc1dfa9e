// Exports what makes a line of bash into the program that runs: each command's output goes out at once, what the shell does not
// have is refused before anything runs, and what is defined is found. just-bash itself tells output only when all has ended.
import type { Bash } from "just-bash/browser";

export type Program = ReturnType<Bash["transform"]>["ast"];
type Statement = Program["statements"][number];
type Pipeline = Statement["pipelines"][number];
type ShellCommand = Pipeline["commands"][number];
type Redirection = Extract<ShellCommand, { type: "SimpleCommand" }>["redirections"][number];
export type FunctionDefinition = Extract<ShellCommand, { type: "FunctionDef" }>;

/** Where the commands of a tab write; they are no files. */
export const outputPath = (tab: string, stream: "out" | "err"): string => `/dev/sandbox-${tab}-${stream}`;
/** Holds the bytes of a process substitution on their way: just-bash would encode them a second time. */
export const substitutionPath = "/dev/sandbox-substitution";

const redirection = (fd: number, operator: ">>" | ">", path: string): Redirection => ({
  type: "Redirection",
  fd,
  operator,
  target: { type: "Word", parts: [{ type: "Literal", value: path }] },
});

/** What cannot run here, in words for the user. */
export function refusalOf(program: Program): string | undefined {
  for (const node of nodesOf(program))
    if (node.type === "Statement" && node.background === true)
      return "&: background jobs are not here. Leave out the & at the end of the command, or open a second tab.";
  return undefined;
}

/** The last definition of each function in the text; whether it was reached only the shell knows. */
export function functionsIn(program: Program): Map<string, FunctionDefinition> {
  const found = new Map<string, FunctionDefinition>();
  for (const node of nodesOf(program))
    if (node.type === "FunctionDef") {
      const definition = node as unknown as FunctionDefinition; // the type says which node it is
      found.set(definition.name, definition);
    }
  return found;
}

/** The same program, with its output sent out command by command, also within loops. */
export function streamed(program: Program, tab: string): Program {
  const out = redirection(1, ">>", outputPath(tab, "out"));
  const err = redirection(2, ">>", outputPath(tab, "err"));

  const all = (list: readonly Statement[]): Statement[] =>
    list.map((statement) => ({ ...statement, pipelines: statement.pipelines.map(pipeline) }));

  const pipeline = (whole: Pipeline): Pipeline => ({
    ...whole,
    commands: whole.commands.map((command, i) => {
      if (i === whole.commands.length - 1) return last(command);
      // The output of the others goes into the pipe; their errors do not, but for `|&`.
      return whole.pipeStderr?.[i] === true ? command : redirected(command, [err]);
    }),
  });

  /** Its own redirections come behind these, and so win. */
  const redirected = (command: ShellCommand, to: readonly Redirection[]): ShellCommand => {
    if (command.type === "FunctionDef") return command; // it may be called where its output is taken
    if (command.type === "SimpleCommand" && (command.name === null || isExec(command))) return command;
    return { ...command, redirections: [...to, ...command.redirections] };
  };

  const last = (command: ShellCommand): ShellCommand => {
    if (command.type === "SimpleCommand" || command.type === "FunctionDef" || command.redirections.length > 0)
      return redirected(command, [out, err]);
    switch (command.type) {
      case "If":
        return {
          ...command,
          clauses: command.clauses.map(({ condition, body }) => ({ condition: all(condition), body: all(body) })),
          elseBody: command.elseBody && all(command.elseBody),
        };
      case "While":
      case "Until":
        return { ...command, condition: all(command.condition), body: all(command.body) };
      case "For":
      case "CStyleFor":
      case "Subshell":
      case "Group":
        return { ...command, body: all(command.body) };
      case "Case":
        return { ...command, items: command.items.map((item) => ({ ...item, body: all(item.body) })) };
      case "ArithmeticCommand":
      case "ConditionalCommand":
        return command;
    }
  };

  return { ...program, statements: all(withWholeBytes(program).statements) };
}

/** The redirections of `exec` are the shell's own from then on. */
function isExec({ name }: Extract<ShellCommand, { type: "SimpleCommand" }>): boolean {
  const [part] = name?.parts ?? [];
  return part?.type === "Literal" && part.value === "exec";
}

/** Only of a single pipeline: of several commands together just-bash does not say whether they wrote bytes. */
function intoFile(statements: readonly Statement[]): Statement[] {
  return statements.map((statement) => ({
    ...statement,
    pipelines: statement.pipelines.map((pipeline) => ({
      ...pipeline,
      commands: pipeline.commands.map((command, i) =>
        statements.length === 1 &&
        statement.pipelines.length === 1 &&
        i === pipeline.commands.length - 1 &&
        command.type === "SimpleCommand" &&
        command.name !== null
          ? { ...command, redirections: [redirection(1, ">", substitutionPath), ...command.redirections] }
          : command,
      ),
    })),
  }));
}

/** Sends what each `<(...)` writes to a file, from which the shell's files take it byte for byte. */
function withWholeBytes<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map(withWholeBytes) as Node; // of the same nodes
  if (typeof node !== "object" || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, withWholeBytes(value)]));
  if (copy.type === "ProcessSubstitution" && copy.direction === "input") {
    const body = copy.body as Program; // as the node's type says
    copy.body = { ...body, statements: intoFile(body.statements) };
  }
  return copy as Node; // each member is what it was
}

function* nodesOf(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>; // an object has members
  for (const member of Object.values(value)) yield* nodesOf(member);
}
