import { expect, test } from "vitest";
import type { WorkerMessage } from "#features/playground/messages.ts";
import { createPrinter } from "./printer.ts";

function printing() {
  const sent: WorkerMessage[] = [];
  const texts = () => sent.map((message) => (message.type === "print" ? message.text : message));
  return { sent, texts, printer: createPrinter((message) => sent.push(message)) };
}

test("a flood of lines waits for the page, and its last lines come with the count of those left out", () => {
  const { texts, printer } = printing();
  for (let at = 0; at < 1000; at += 1) printer.print("log", String(at));
  expect(texts()).toHaveLength(400);
  printer.flush();
  expect(texts()[400]).toEqual({ type: "dropped", count: 400 });
  expect(texts().slice(401)).toEqual(Array.from({ length: 200 }, (_, at) => String(800 + at)));
});

test("long lines wait by their characters, not by their number", () => {
  const { sent, printer } = printing();
  for (let at = 0; at < 100; at += 1) printer.print("log", "x".repeat(50_000));
  expect(sent).toHaveLength(10);
  printer.flush();
  expect(sent).toHaveLength(10 + 1 + 5);
});

test("an error is not left out of a flood of other lines", () => {
  const { texts, printer } = printing();
  for (let at = 0; at < 500; at += 1) printer.print("log", "before");
  printer.print("error", "Uncaught Error: here");
  for (let at = 0; at < 500; at += 1) printer.print("log", "after");
  printer.flush();
  expect(texts()).toContain("Uncaught Error: here");
});

test("what the page has read makes room for more, in the order in which it was printed", () => {
  const { texts, printer } = printing();
  for (let at = 0; at < 450; at += 1) printer.print("log", String(at).padStart(3, "0"));
  printer.read(400, 1200);
  printer.print("log", "450");
  expect(texts()).toEqual(Array.from({ length: 451 }, (_, at) => String(at).padStart(3, "0")));
});
