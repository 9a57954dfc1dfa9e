// Exports captureConsole: the console of the user's code, whose lines go to the page.
import type { PrintLevel, WorkerMessage } from "#features/playground/messages.ts";
import { inspectAll } from "./inspect.ts";

/** How many lines may be on their way. An endless loop that prints must not bury the page in messages. */
const window = 400;

export interface Printer {
  print(level: PrintLevel, text: string): void;
  /** The page has read so many lines. */
  read(count: number): void;
}

export function createPrinter(send: (message: WorkerMessage) => void): Printer {
  let underWay = 0;
  let dropped = 0;
  const tellDropped = (): void => {
    if (dropped === 0) return;
    send({ type: "dropped", count: dropped });
    dropped = 0;
  };
  return {
    print(level, text) {
      if (underWay >= window) {
        dropped += 1;
        return;
      }
      tellDropped();
      underWay += 1;
      send({ type: "print", level, text });
    },
    read(count) {
      underWay -= count;
      tellDropped();
    },
  };
}

/** Puts our own behind the console's methods; those without a meaning here print what they are given. */
export function captureConsole(print: (level: PrintLevel, text: string) => void): void {
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  let indent = "";
  const at =
    (level: PrintLevel) =>
    (...values: unknown[]): void =>
      print(level, indent + inspectAll(values).replaceAll("\n", `\n${indent}`));
  const log = at("log");
  const group = (...values: unknown[]): void => {
    if (values.length > 0) log(...values);
    indent += "  ";
  };
  Object.assign(console, {
    debug: at("debug"),
    log,
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    dir: (value: unknown) => log(value),
    table: (value: unknown) => log(value),
    trace: at("debug"),
    clear: () => undefined,
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indent = indent.slice(2);
    },
    assert: (claim: unknown, ...values: unknown[]) => {
      if (!claim) at("error")("Assertion failed", ...values);
    },
    count: (label = "default") => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    time: (label = "default") => void timers.set(label, performance.now()),
    timeEnd: (label = "default") => {
      log(`${label}: ${(performance.now() - (timers.get(label) ?? performance.now())).toFixed(1)} ms`);
      timers.delete(label);
    },
  });
}
