// Exports runCode and stopCode: compile, start, and carry what the worker says into the session.
import { findRegion } from "#kms/index.ts";
import type { Sandbox } from "#store/sandbox.ts";
import { answerRequest } from "./answer-request.ts";
import { createIntake, type Intake, type Run } from "./intake.ts";
import type { PlaygroundEnvironment } from "./messages.ts";
import { createFrame, type Frame, type RunningWorker } from "./sandboxed-frame.ts";
import { addLines, addRequests, getStatus, type RunStatus, setStatus } from "./session.ts";

/** From the start of the worker to its first word; the SDKs are two megabytes to read. */
const startWithinMs = 30_000;

let frame: Frame | undefined;
let intake: Intake | undefined;
/** Counts runs and stops, so that what comes of an earlier run is told from what comes of this one. */
let turn = 0;

/** Ends what runs and runs this. Everything that can happen is shown in the session; the promise never rejects. */
export async function runCode(sandbox: Sandbox, environment: PlaygroundEnvironment, source: string): Promise<void> {
  endRun();
  const mine = turn;
  setStatus("loading");
  const name = findRegion(environment.region)?.name ?? "";
  addLines([{ level: "note", text: `Run in ${name} ${environment.region}`.replace("  ", " ") }]);
  try {
    const [{ compile }, { script }] = await Promise.all([import("./compile.ts"), import("./runtime/worker.ts?script")]);
    const code = compile(source);
    if (mine !== turn) return;
    frame ??= createFrame();
    await frame.ready;
    if (mine === turn) start(frame, { runtime: script, code }, sandbox, environment);
  } catch (error) {
    if (mine === turn) fail(error instanceof Error ? error.message : String(error));
  }
}

function start(
  inFrame: Frame,
  texts: Parameters<Frame["start"]>[0],
  { engine, worldStore }: Sandbox,
  environment: PlaygroundEnvironment,
): void {
  const answerer = { engine, world: () => worldStore.port.get() };
  const tooLate = setTimeout(() => fail("The code could not be started: its worker does not answer."), startWithinMs);
  const run: Run = {
    started() {
      clearTimeout(tooLate);
      setStatus("running");
    },
    async answer(request) {
      const { id } = request;
      try {
        const { response, log } = await answerRequest(answerer, environment, request);
        return { reply: { type: "answer", id, ...response }, log };
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { reply: { type: "refusal", id, message }, log: undefined };
      }
    },
    send: (message) => worker.send(message),
    show(lines, requests) {
      if (requests.length > 0) addRequests(requests);
      if (lines.length > 0) addLines(lines);
    },
    ended({ outcome, flood }) {
      if (flood !== undefined) fail(`The code was stopped: it sent more ${flood} than this page can take.`);
      else endRun(outcome);
    },
  };
  const mine = createIntake(run);
  intake = {
    ...mine,
    close() {
      clearTimeout(tooLate);
      mine.close();
    },
  };
  const worker: RunningWorker = inFrame.start(texts, environment, {
    message: mine.take,
    unstarted: (why) => fail(`The code could not be started: ${why}`),
  });
}

/** The worker ends with its run, so that nothing goes on after the page has said that it is over. */
function endRun(status?: RunStatus): void {
  turn += 1;
  intake?.close();
  intake = undefined;
  frame?.stop();
  if (status) setStatus(status);
}

/** A frame that failed once is not asked again. */
function fail(why: string): void {
  endRun("failed");
  addLines([{ level: "error", text: why }]);
  removeFrame();
}

function removeFrame(): void {
  frame?.remove();
  frame = undefined;
}

/** Ends what runs. What KMS was asked before is done all the same. */
export function stopCode(why = "Stopped"): void {
  if (getStatus() !== "loading" && getStatus() !== "running") return;
  endRun("stopped");
  addLines([{ level: "note", text: why }]);
}

let leaving: ReturnType<typeof setTimeout> | undefined;

/**
 * The page is shown, until the function given back is called: then nothing goes on behind the user's back. Another Region is
 * the same page made anew, and a run has its own Region: it goes on.
 */
export function showPlayground(): () => void {
  clearTimeout(leaving);
  return () => {
    leaving = setTimeout(() => {
      stopCode("Stopped, because the page was left");
      removeFrame();
    }, 500);
  };
}
