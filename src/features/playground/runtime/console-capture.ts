// Exports captureConsole: the console of the user's code, whose lines go to the page.
import { inspectAll } from "./inspect.ts";
import type { Printer } from "./printer.ts";

/** Puts our own behind the console's methods; those without a meaning here print what they are given. */
export function captureConsole(print: Printer["print"]): void {
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  let indent = "";
  const at =
    (level: Parameters<Printer["print"]>[0]) =>
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
