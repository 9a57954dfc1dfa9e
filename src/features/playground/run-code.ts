// Exports runCode and stopCode: compile, start, and carry what the worker says into the session.
import { findRegion } from "#kms/index.ts";
import type { Sandbox } from "#store/sandbox.ts";
import { answerRequest, type LoggedRequest } from "./answer-request.ts";
import type { PlaygroundEnvironment, WorkerMessage } from "./messages.ts";
import { readMessage } from "./read-message.ts";
import { createFrame, type Frame, type RunningWorker } from "./sandboxed-frame.ts";
import { addLines, addRequests, getStatus, type Line, setStatus } from "./session.ts";

/** What comes in meanwhile is shown at once: a loop that prints costs one drawing, not hundreds. */
const drawEveryMs = 30;

let frame: Frame | undefined;
/** Counts runs and stops, so that what comes of an earlier run is told from what comes of this one. */
let turn = 0;

export function isUnderWay(): boolean {
  return getStatus() === "loading" || getStatus() === "running";
}

/** Ends what runs and runs this. Everything that can happen is shown in the session; the promise never rejects. */
export async function runCode(sandbox: Sandbox, environment: PlaygroundEnvironment, source: string): Promise<void> {
  turn += 1;
  const mine = turn;
  frame?.stop();
  setStatus("loading");
  const name = findRegion(environment.region)?.name ?? "";
  addLines([{ level: "note", text: `Run in ${name} ${environment.region}`.replace("  ", " ") }]);
  try {
    const [{ compile }, { script }] = await Promise.all([import("./compile.ts"), import("./runtime/worker.ts?script")]);
    const code = compile(source);
    if (mine !== turn) return;
    frame ??= createFrame();
    const intake = createIntake(sandbox, environment);
    const worker = await frame.start({ runtime: script, code }, environment, (message) => intake.take(message));
    intake.connect(worker);
    if (mine === turn) setStatus("running");
    else frame.stop();
  } catch (error) {
    if (mine !== turn) return;
    addLines([{ level: "error", text: error instanceof Error ? error.message : String(error) }]);
    setStatus("failed");
  }
}

/** Ends what runs. What was asked of KMS before is done all the same. */
export function stopCode(): void {
  if (!isUnderWay()) return;
  turn += 1;
  frame?.stop();
  addLines([{ level: "note", text: "Stopped" }]);
  setStatus("stopped");
}

/** The page is left: nothing goes on behind the user's back. */
export function closePlayground(): void {
  stopCode();
  frame?.remove();
  frame = undefined;
}

function createIntake({ engine, worldStore }: Sandbox, environment: PlaygroundEnvironment) {
  const answerer = { engine, world: () => worldStore.port.get() };
  const mine = turn;
  let worker: RunningWorker | undefined;
  let lines: Omit<Line, "key">[] = [];
  let requests: LoggedRequest[] = [];
  let isWaiting = false;
  const draw = (): void => {
    isWaiting = false;
    if (mine !== turn) return;
    if (requests.length > 0) addRequests(requests);
    if (lines.length > 0) addLines(lines);
    const count = lines.length;
    [lines, requests] = [[], []];
    worker?.send({ type: "read", count });
  };
  const drawSoon = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(draw, drawEveryMs);
  };
  const answer = async (message: Extract<WorkerMessage, { type: "request" }>): Promise<void> => {
    try {
      const { response, log } = await answerRequest(answerer, environment, message);
      requests.push(log);
      worker?.send({ type: "answer", id: message.id, ...response });
    } catch (error) {
      worker?.send({
        type: "refusal",
        id: message.id,
        message: error instanceof Error ? error.message : String(error),
      });
    }
    drawSoon();
  };
  const take = (value: unknown): void => {
    const message = readMessage(value);
    if (!message || mine !== turn) return;
    if (message.type === "request") return void answer(message);
    if (message.type === "print") lines.push(message);
    else if (message.type === "dropped")
      lines.push({ level: "note", text: `${message.count.toLocaleString("en")} more lines were not shown` });
    else {
      draw();
      setStatus(message.outcome);
      return;
    }
    drawSoon();
  };
  return {
    take,
    connect(started: RunningWorker) {
      worker = started;
    },
  };
}
