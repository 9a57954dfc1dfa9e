// The worker of the terminal: a bash over files in memory, so that a loop without end blocks nobody but itself. It knows
// nothing of the engine: `aws` asks the page.
import type { Command } from "just-bash/browser";
import { KmsError, type KmsErrorCode } from "#kms/index.ts";
import { HomeFiles } from "./home-files.ts";
import { shellCommands } from "./shell-commands.ts";
import { type OutputStream, ShellFiles } from "./shell-files.ts";
import type { Answer, OutputChunk, PageMessage, Question, RunRequest, WorkerMessage } from "./shell-messages.ts";
import { ShellSession } from "./shell-session.ts";

const fileBytes = 16 * 1024 * 1024;
/** So often the page is told of what a line writes, and is heard. */
const breathMs = 50;

/** A loop runs until it is interrupted, as in any shell; only what would fill the memory is held back. */
const limits = {
  maxCommandCount: Number.MAX_SAFE_INTEGER,
  maxLoopIterations: Number.MAX_SAFE_INTEGER,
  maxWorkUnits: Number.MAX_SAFE_INTEGER,
  maxOutputSize: fileBytes,
  maxSourceBytes: 1024 * 1024,
};

/** A line that runs. A tab runs one at a time. */
interface Running {
  readonly request: RunRequest;
  readonly controller: AbortController;
  readonly hints: string[];
  output: OutputChunk[];
}

const sessions = new Map<string, ShellSession>();
const running = new Map<string, Running>();
const asked = new Map<number, (answer: Answer) => void>();
let asks = 0;
let breathedAt = 0;

const fs = new ShellFiles(fileBytes, {
  output: (tab, stream, text) => {
    const one = running.get(tab);
    if (one) take(one, stream, text);
  },
  breathe,
});
const home = new HomeFiles(fs);
let restored: Promise<void> = Promise.resolve();

const tell = (message: WorkerMessage): void => postMessage(message);

/** A loop of the shell never waits by itself: without this no message would come in before its end. */
async function breathe(): Promise<void> {
  if (performance.now() - breathedAt < breathMs) return;
  for (const one of running.values()) await tellProgress(one);
  await new Promise((resolve) => setTimeout(resolve));
  breathedAt = performance.now();
}

/** Holds output until the page is told. A hint stands with the error that came with it. */
function take(one: Running, stream: OutputStream, text: string): void {
  const last = one.output.at(-1);
  const hint = stream === "err" ? one.hints.splice(0).join("\n\n") : "";
  if (hint !== "") one.output.push({ stream, text, hint });
  else if (last?.stream === stream && last.hint === undefined)
    one.output[one.output.length - 1] = { stream, text: last.text + text };
  else one.output.push({ stream, text });
}

/** @param isOver whether nothing comes any more: before that a line without its end waits for it */
async function tellProgress(one: Running, isOver = false): Promise<void> {
  const changes = await home.changes();
  const output = one.output;
  one.output = [];
  const last = output.at(-1);
  if (last && !isOver && !last.text.endsWith("\n")) {
    const whole = last.text.slice(0, last.text.lastIndexOf("\n") + 1);
    one.output.push({ ...last, text: last.text.slice(whole.length) });
    output.pop();
    if (whole !== "") output.push({ stream: last.stream, text: whole });
  }
  if (output.length + changes.written.length + changes.removed.length === 0) return;
  tell({ type: "progress", run: one.request.run, output, changes });
}

async function ask(tab: string, question: Question): Promise<unknown> {
  for (const one of running.values()) await tellProgress(one);
  asks += 1;
  const number = asks;
  return new Promise((resolve, reject) => {
    asked.set(number, (answer) => {
      if (answer.type === "value") resolve(answer.value);
      else if (answer.type === "refusal")
        reject(new KmsError(answer.code as KmsErrorCode, answer.message)); // the page took it from a KmsError
      else reject(new Error(answer.message));
    });
    tell({ type: "ask", ask: number, tab, question });
  });
}

function sessionOf(tab: string): ShellSession {
  const known = sessions.get(tab);
  if (known) return known;
  const commands: Command[] = shellCommands({
    ask: (question) => ask(tab, question),
    profiles: () => running.get(tab)?.request.profiles ?? [],
    hint: (text) => running.get(tab)?.hints.push(text),
  });
  const session = new ShellSession(tab, fs, commands, limits);
  sessions.set(tab, session);
  return session;
}

async function run(request: RunRequest): Promise<void> {
  const one: Running = { request, controller: new AbortController(), hints: [], output: [] };
  running.set(request.tab, one);
  await restored;
  const outcome = await sessionOf(request.tab).run(request, one.hints, one.controller.signal);
  running.delete(request.tab);
  await tellProgress(one, true);
  tell({ type: "done", run: request.run, outcome, changes: await home.changes() });
}

addEventListener("message", ({ data }: MessageEvent<PageMessage>) => {
  switch (data.type) {
    case "start":
      restored = home.restore(data.files).then((paths) => {
        if (paths.length > 0) tell({ type: "left-out", paths });
      });
      restored.catch(fail);
      return;
    case "run":
      run(data).catch(fail);
      return;
    case "interrupt":
      for (const { request, controller } of running.values()) if (request.run === data.run) controller.abort();
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
