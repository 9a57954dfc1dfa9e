// Exports readMessage: what a worker sends, held against the form and the size it must have. The runtime sends nothing else,
// but the user's code runs beside it, and the page trusts neither.
import { maxLineCharacters, type PrintLevel, type WorkerMessage } from "./messages.ts";
import { excessOf } from "./request-limits.ts";

const levels: ReadonlySet<unknown> = new Set<PrintLevel>(["debug", "log", "info", "warn", "error"]);

/** @returns undefined for anything that is no message */
export function readMessage(value: unknown): WorkerMessage | undefined {
  if (typeof value !== "object" || value === null || !("type" in value)) return undefined;
  const message: Partial<Record<string, unknown>> = value; // not copied: it may have a million members
  switch (message.type) {
    case "started":
      return { type: "started" };
    case "print":
      return isLevel(message.level) && typeof message.text === "string"
        ? { type: "print", level: message.level, text: message.text.slice(0, maxLineCharacters) }
        : undefined;
    case "dropped":
      return isCount(message.count) ? { type: "dropped", count: message.count } : undefined;
    case "ended":
      return message.outcome === "finished" || message.outcome === "failed"
        ? { type: "ended", outcome: message.outcome }
        : undefined;
    case "request":
      return readRequest(message);
    default:
      return undefined;
  }
}

function readRequest({ id, method, url, headers, body }: Partial<Record<string, unknown>>): WorkerMessage | undefined {
  if (!isCount(id) || typeof method !== "string" || typeof url !== "string") return undefined;
  if (!(body instanceof Uint8Array) || typeof headers !== "object" || headers === null) return undefined;
  const entries = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const request = { method, url, headers: Object.fromEntries(entries), body };
  return excessOf(request) === undefined ? { type: "request", id, ...request } : undefined;
}

function isLevel(value: unknown): value is PrintLevel {
  return levels.has(value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
