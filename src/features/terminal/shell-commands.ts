// Exports the commands that the shell has beside those of just-bash: `aws`, `history`, and clear words for what is not here.
import {
  type Command,
  defineCommand,
  type ExecResult,
  type IFileSystem,
  type ResolvedCommandContext,
} from "just-bash/browser";
import { type AwsHost, FileError, type Surroundings } from "#cli/aws/aws-host.ts";
import { runAws } from "#cli/aws/run-aws.ts";
import { homeFolder, type Question, type RunRequest } from "./shell-messages.ts";

export interface CommandSetting {
  ask(question: Question): Promise<unknown>;
  profiles(): RunRequest["profiles"];
  /** Takes what may help after a failed line. */
  hint(text: string): void;
}

/** The word `help` is the shell's own; the worker puts this one in its place. */
export const helpCommand = "kms-sandbox-help";

export function shellCommands(setting: CommandSetting): Command[] {
  return [
    defineCommand("aws", async (words, context) => {
      const { stdout, stderr, exitCode, hint } = await runAws(words, awsHost(setting, context));
      if (hint !== undefined) setting.hint(hint);
      return { stdout, stderr, exitCode };
    }),
    defineCommand("history", (words) => history(setting, words)),
    defineCommand(helpCommand, async () => said(helpText)),
    ...["env", "printenv"].map((name) => defineCommand(name, environment)),
    ...Object.entries(notHere).map(([name, instead]) =>
      defineCommand(name, async () => ({
        stdout: "",
        stderr: `bash: ${name}: not in this terminal. ${instead}\n`,
        exitCode: 127,
      })),
    ),
  ];
}

/** As the shell's own, without the variables that it keeps for itself. */
async function environment(words: string[], { origCommand }: ResolvedCommandContext): Promise<ExecResult> {
  if (!origCommand) return { stdout: "", stderr: "bash: env: command not found\n", exitCode: 127 };
  const result = await origCommand(words);
  if (words.length > 0) return result;
  return { ...result, stdout: result.stdout.replace(/^(?:\?|SHELLOPTS|BASHOPTS)=.*\n/gm, "") };
}

const said = (stdout: string): ExecResult => ({ stdout, stderr: "", exitCode: 0 });

async function history({ ask }: CommandSetting, [option]: readonly string[]): Promise<ExecResult> {
  if (option === "-c") {
    await ask({ type: "forget-history" });
    return said("");
  }
  const lines = (await ask({ type: "history" })) as readonly string[]; // what the page answers to this question
  const wanted = Number(option ?? lines.length);
  if (!Number.isInteger(wanted) || wanted < 0)
    return { stdout: "", stderr: `bash: history: ${option}: numeric argument required\n`, exitCode: 1 };
  const first = Math.max(0, lines.length - wanted);
  return said(
    lines
      .slice(first)
      .map((line, i) => `${String(first + i + 1).padStart(5)}  ${line}\n`)
      .join(""),
  );
}

function awsHost({ ask, profiles }: CommandSetting, { env, cwd, fs }: ResolvedCommandContext): AwsHost {
  const pathOf = (path: string): string =>
    fs.resolvePath(cwd, path.replace(/^~(?=\/|$)/, env.get("HOME") ?? homeFolder));
  return {
    env: Object.fromEntries(env),
    profiles: new Map(profiles()),
    call: (operation, input, place) => ask({ type: "call", operation, input, place }),
    lookupEvents: (query, place) => ask({ type: "lookup-events", query, place }) as ReturnType<AwsHost["lookupEvents"]>, // what the page answers to it
    lookAround: (name, where) => ask({ type: "look-around", name, where }) as Promise<Surroundings>, // as above
    async readFile(path) {
      const absolute = pathOf(path);
      await requireFile(fs, absolute, path);
      return fs.readFileBuffer(absolute);
    },
    async writeFile(path, bytes) {
      const absolute = pathOf(path);
      const folder = absolute.slice(0, absolute.lastIndexOf("/"));
      if (folder !== "") await fs.mkdir(folder, { recursive: true });
      await fs.writeFile(absolute, bytes);
    },
  };
}

async function requireFile(fs: IFileSystem, absolute: string, path: string): Promise<void> {
  if (!(await fs.exists(absolute))) throw new FileError("ENOENT", path);
  if (!(await fs.stat(absolute)).isFile) throw new FileError("EISDIR", path);
}

const noNetwork = "The page talks to nobody outside of it.";
const editor = "Write files with echo and >, or with cat > FILE <<EOF.";

const notHere: Readonly<Record<string, string>> = {
  openssl:
    "To judge a signature outside of KMS, take the public key (aws kms get-public-key) and your files to a machine of your own.",
  curl: noNetwork,
  wget: noNetwork,
  ssh: noNetwork,
  python3: "For code against the sandbox open Sandbox > SDK playground.",
  python: "For code against the sandbox open Sandbox > SDK playground.",
  node: "For code against the sandbox open Sandbox > SDK playground.",
  vi: editor,
  vim: editor,
  nano: editor,
  less: "Output can be scrolled as it is.",
  more: "Output can be scrolled as it is.",
  sudo: "There is nobody to become.",
};

const helpText = `A shell of the sandbox. Its files and its history are kept in this browser only.

  aws kms ...          the AWS CLI on the simulated KMS: aws kms help, aws kms encrypt help
  aws sts get-caller-identity
  aws configure list   settings; profiles are the accounts of the workspace
  aws cloudtrail lookup-events

  jq base64 cat head tail grep sed awk cut sort uniq wc od diff ls cp mv rm mkdir echo printf date
  clear  history [-c]  exit

  VARIABLE=value, $VARIABLE, $(command), quotes, |, >, >>, <, <<EOF, ;, &&, ||, if, for, while
  Variables, functions, aliases, arrays and the current folder last as long as the tab.
  Background jobs (&), trap, select and Ctrl+Z are not here.

  Tab completes commands, options, values, key IDs, alias names and files. Up, Down and Ctrl+R go through the history.
  Ctrl+C interrupts, Ctrl+L clears the screen, Escape closes the terminal.
`;
