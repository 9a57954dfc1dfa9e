import { expect, test } from "vitest";
import { readMessage } from "./read-message.ts";

const request = {
  type: "request",
  id: 1,
  method: "POST",
  url: "https://x",
  headers: { a: "b" },
  body: new Uint8Array(2),
};

test("messages of the runtime are read as they are", () => {
  const messages = [
    { type: "started" },
    { type: "print", level: "warn", text: "careful" },
    { type: "dropped", count: 3 },
    { type: "ended", outcome: "failed" },
    request,
  ];
  for (const message of messages) expect(readMessage(message)).toEqual(message);
});

test("what is no message is not read", () => {
  const hostile: unknown[] = [
    undefined,
    null,
    "print",
    [],
    {},
    { type: "constructor" },
    { type: "print", level: "note", text: "as if the playground said it" },
    { type: "print", level: "log", text: { length: 3 } },
    { type: "dropped", count: -1 },
    { type: "ended", outcome: "idle" },
    { ...request, id: "1" },
    { ...request, body: "text" },
    { ...request, body: new Uint8Array(3 * 1024 * 1024) },
    { ...request, headers: null },
    { ...request, method: "x".repeat(100) },
    { ...request, url: `https://${"x".repeat(10_000)}` },
    { ...request, headers: { a: "x".repeat(100_000) } },
    { ...request, headers: Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`h${at}`, ""])) },
  ];
  for (const message of hostile) expect(readMessage(message)).toBeUndefined();
});

test("a text that is too long is cut, and headers that are no text are left out", () => {
  expect(readMessage({ type: "print", level: "log", text: "x".repeat(100_000) })).toHaveProperty("text.length", 10_000);
  expect(readMessage({ ...request, headers: { a: "b", c: 1 } })).toHaveProperty("headers", { a: "b" });
});
