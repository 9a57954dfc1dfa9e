// Exports createIntake: what the worker of one run sends, taken within budgets. The runtime keeps to them by itself; code that
// got past it could send without end, and the page must stay alive for the user who presses Stop.
import { nextTask } from "#store/next-task.ts";
import type { LoggedRequest } from "./answer-request.ts";
import { maxRequestsUnderWay, type PageMessage, type WorkerMessage } from "./messages.ts";
import { readMessage } from "./read-message.ts";
import type { Line } from "./session.ts";

type Request = Extract<WorkerMessage, { type: "request" }>;

export interface Run {
  started(): void;
  /** Never rejects; `log` is absent for what did not get to KMS. */
  answer(request: Request): Promise<{ readonly reply: PageMessage; readonly log: LoggedRequest | undefined }>;
  send(message: PageMessage): void;
  show(lines: readonly Omit<Line, "key">[], requests: readonly LoggedRequest[]): void;
  /** The last that comes: the code is at its end, or has broken a budget, which `flood` names. */
  ended(end: { readonly outcome: "finished" | "failed"; readonly flood?: string }): void;
}

export interface Intake {
  take(value: unknown): void;
  /** Shows what has come; what waits is not asked any more, what was asked is still logged. */
  close(): void;
}

/** What comes in meanwhile is shown at once: a loop that prints costs one drawing, not hundreds. */
const drawEveryMs = 100;
/** Between two drawings. The runtime sends at most 600 lines of 150,000 characters before it hears of the first. */
const maxMessages = 1000;
const maxCharacters = 400_000;
const maxUnanswered = 4 * maxRequestsUnderWay;

export function createIntake(run: Run): Intake {
  let lines: Omit<Line, "key">[] = [];
  let requests: LoggedRequest[] = [];
  let messages = 0;
  let [printed, characters] = [0, 0];
  const queue: Request[] = [];
  let asked = 0;
  let isClosed = false;
  let drawing: ReturnType<typeof setTimeout> | undefined;

  const draw = (): void => {
    clearTimeout(drawing);
    drawing = undefined;
    if (lines.length > 0 || requests.length > 0) run.show(lines, requests);
    if (printed > 0 && !isClosed) run.send({ type: "read", count: printed, characters });
    [lines, requests] = [[], []];
    [messages, printed, characters] = [0, 0, 0];
  };
  const drawSoon = (): void => {
    drawing ??= setTimeout(draw, drawEveryMs);
  };
  const close = (): void => {
    isClosed = true;
    queue.length = 0;
    draw();
  };
  const flood = (what: string): void => {
    close();
    run.ended({ outcome: "failed", flood: what });
  };
  const ask = async (request: Request): Promise<void> => {
    await nextTask(); // a click on Stop comes between two requests
    if (!isClosed) {
      const { reply, log } = await run.answer(request);
      if (log) requests.push(log);
      if (!isClosed) run.send(reply);
      drawSoon();
    }
    asked -= 1;
    askNext();
  };
  const askNext = (): void => {
    while (asked < maxRequestsUnderWay) {
      const request = queue.shift();
      if (!request) return;
      asked += 1;
      void ask(request);
    }
  };
  const takeRequest = (request: Request): void => {
    if (queue.length + asked >= maxUnanswered) return flood("requests");
    queue.push(request);
    askNext();
  };
  const takeLine = (line: Omit<Line, "key">): void => {
    lines.push(line);
    characters += line.text.length;
    if (characters > maxCharacters) flood("output");
    else drawSoon();
  };
  return {
    take(value) {
      if (isClosed) return;
      const message = readMessage(value);
      if (message?.type === "request") return takeRequest(message);
      messages += 1;
      if (messages > maxMessages) return flood("messages");
      drawSoon(); // it begins the count anew
      if (message?.type === "started") run.started();
      else if (message?.type === "print") {
        printed += 1;
        takeLine(message);
      } else if (message?.type === "dropped")
        lines.push({ level: "note", text: `${message.count.toLocaleString("en")} lines are not shown` });
      else if (message) {
        close();
        run.ended({ outcome: message.outcome });
      }
    },
    close,
  };
}
