// Exports readMessage: what a worker sends, held against the form it must have. The runtime sends nothing else, but the
// user's code runs beside it, and the page trusts neither.
import type { PrintLevel, WorkerMessage } from "./messages.ts";

const levels: ReadonlySet<unknown> = new Set<PrintLevel>(["debug", "log", "info", "warn", "error"]);
const maxText = 20_000;
/** Above what the protocol takes, so that KMS's own refusal of a long body is seen. */
const maxBody = 2 * 1024 * 1024;

/** @returns undefined for anything that is no message */
export function readMessage(value: unknown): WorkerMessage | undefined {
  if (typeof value !== "object" || value === null || !("type" in value)) return undefined;
  const message: Partial<Record<string, unknown>> = { ...value };
  switch (message.type) {
    case "print":
      return isLevel(message.level) && typeof message.text === "string"
        ? { type: "print", level: message.level, text: message.text.slice(0, maxText) }
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
  if (!(body instanceof Uint8Array) || body.length > maxBody) return undefined;
  if (typeof headers !== "object" || headers === null) return undefined;
  const entries = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return { type: "request", id, method, url, headers: Object.fromEntries(entries), body };
}

function isLevel(value: unknown): value is PrintLevel {
  return levels.has(value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
