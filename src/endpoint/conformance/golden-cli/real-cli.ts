// Exports the AWS CLI as Debian ships it, for many commands in one process of Python.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Finished, python } from "#endpoint/conformance/client-program.ts";

/** A command as the shell hands it over: its words without `aws`, and the variables that it sees. */
export interface Command {
  readonly words: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

export interface RealCli {
  run(command: Command): Promise<Finished>;
  stop(): Promise<void>;
}

const script = fileURLToPath(new URL("golden_cli.py", import.meta.url));

/** What Python must be able to load for it. */
export const realCliProbe = ["-c", "from awscli.clidriver import AWSCLIEntryPoint"] as const;

/** @param folder where commands run, so that they may name files by relative paths @param variables of all commands */
export function startRealCli(folder: string, variables: Readonly<Record<string, string>>): RealCli {
  const child = spawn(python, [script], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? "", PYTHONDONTWRITEBYTECODE: "1", ...variables },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let complaints = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const ended = once(child, "close");
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async run(command) {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      const { done, value } = await answers.next();
      if (done) throw new Error(`Python ended: ${complaints}`);
      return JSON.parse(value) as Finished; // the script writes one
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
