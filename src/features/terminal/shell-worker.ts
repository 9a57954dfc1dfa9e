// The worker of the terminal: a bash over files in memory, so that a loop without end blocks nobody but itself. It knows
// nothing of the engine: `aws` asks the page.
import { Bash, type Command, InMemoryFs } from "just-bash/browser";
import { KmsError, type KmsErrorCode } from "#kms/index.ts";
import { HomeFiles } from "./home-files.ts";
import { helpCommand, shellCommands } from "./shell-commands.ts";
import type { Answer, PageMessage, Question, RunOutcome, RunRequest, WorkerMessage } from "./shell-messages.ts";

const fileBytes = 16 * 1024 * 1024;

/** A loop runs until it is interrupted, as in any shell; only what would fill the memory is held back. */
const limits = {
  maxCommandCount: Number.MAX_SAFE_INTEGER,
  maxLoopIterations: Number.MAX_SAFE_INTEGER,
  maxWorkUnits: Number.MAX_SAFE_INTEGER,
  maxOutputSize: fileBytes,
  maxSourceBytes: 1024 * 1024,
};

const fs = new InMemoryFs({}, { maxTotalBytes: fileBytes });
const home = new HomeFiles(fs);
let restored: Promise<void> = Promise.resolve();
const shells = new Map<string, Bash>();
const running = new Map<number, AbortController>();
const asked = new Map<number, (answer: Answer) => void>();
let asks = 0;

const tell = (message: WorkerMessage): void => postMessage(message);

function ask(question: Question): Promise<unknown> {
  asks += 1;
  const number = asks;
  return new Promise((resolve, reject) => {
    asked.set(number, (answer) => {
      if (answer.type === "value") resolve(answer.value);
      else if (answer.type === "refusal")
        reject(new KmsError(answer.code as KmsErrorCode, answer.message)); // the page took it from a KmsError
      else reject(new Error(answer.message));
    });
    tell({ type: "ask", ask: number, question });
  });
}

/** Commands are told of the run that they are part of by these: one shell runs one line at a time. */
interface Current {
  request: RunRequest;
  hints: string[];
}
const current = new Map<string, Current>();

function shellOf(tab: string): Bash {
  const known = shells.get(tab);
  if (known) return known;
  const customCommands: Command[] = shellCommands({
    ask,
    profiles: () => current.get(tab)?.request.profiles ?? [],
    hint: (text) => current.get(tab)?.hints.push(text),
  });
  const shell = new Bash({ fs, customCommands, executionLimits: limits });
  shells.set(tab, shell);
  return shell;
}

async function run(request: RunRequest): Promise<void> {
  const controller = new AbortController();
  running.set(request.run, controller);
  const hints: string[] = [];
  current.set(request.tab, { request, hints });
  await restored;
  const outcome = await execute(request, hints, controller.signal);
  running.delete(request.run);
  tell({ type: "done", run: request.run, outcome, changes: await home.changes() });
}

async function execute(request: RunRequest, hints: string[], signal: AbortSignal): Promise<RunOutcome> {
  const { tab, text, cwd, status } = request;
  const env = { ...request.env };
  try {
    const script = text.trim() === "help" ? helpCommand : text;
    const result = await shellOf(tab).exec(script.includes("$?") ? `(exit ${status})\n${script}` : script, {
      env,
      replaceEnv: true,
      cwd,
      rawScript: true,
      signal,
    });
    const { stdout, stderr, exitCode } = result;
    return { stdout, stderr, exitCode, env: result.env, cwd: result.env.PWD ?? cwd, hints };
  } catch (error) {
    // A line must not end the terminal, whatever it met: it is told, and the next one runs.
    const stderr = `bash: ${error instanceof Error ? error.message : String(error)}\n`;
    return { stdout: "", stderr, exitCode: 1, env, cwd, hints };
  }
}

addEventListener("message", ({ data }: MessageEvent<PageMessage>) => {
  switch (data.type) {
    case "start":
      restored = home.restore(data.files);
      return;
    case "run":
      run(data).catch(fail);
      return;
    case "interrupt":
      running.get(data.run)?.abort();
      return;
    case "answer":
      asked.get(data.ask)?.(data.answer);
      asked.delete(data.ask);
  }
});

/** Thrown anew outside of the promise, it reaches the page as the worker's error. */
function fail(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}
