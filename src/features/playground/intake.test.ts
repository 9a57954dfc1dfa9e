import { expect, test, vi } from "vitest";
import { createIntake, type Run } from "./intake.ts";

const request = (id: number) => ({
  type: "request",
  id,
  method: "POST",
  url: "https://x",
  headers: {},
  body: new Uint8Array(),
});
const print = (text: string) => ({ type: "print", level: "log", text });

function running(
  answer: Run["answer"] = async ({ id }) => ({ reply: { type: "refusal", id, message: "" }, log: undefined }),
) {
  const run = { started: vi.fn(), answer: vi.fn(answer), send: vi.fn(), show: vi.fn(), ended: vi.fn() } satisfies Run;
  return { run, intake: createIntake(run) };
}

test("lines are shown with the end that follows them", () => {
  const { run, intake } = running();
  intake.take({ type: "started" });
  intake.take(print("a"));
  intake.take({ type: "ended", outcome: "finished" });
  intake.take(print("after the end"));
  expect(run.started).toHaveBeenCalledOnce();
  expect(run.show.mock.calls).toEqual([[[print("a")], []]]);
  expect(run.ended.mock.calls).toEqual([[{ outcome: "finished" }]]);
});

test("eight requests are asked at once, and the page has a task between them", async () => {
  const answers: (() => void)[] = [];
  const { run, intake } = running(
    ({ id }) =>
      new Promise((resolve) => {
        answers.push(() => resolve({ reply: { type: "refusal", id, message: "" }, log: undefined }));
      }),
  );
  for (let id = 0; id < 20; id += 1) intake.take(request(id));
  expect(run.answer).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(run.answer).toHaveBeenCalledTimes(8));
  answers.shift()?.();
  await vi.waitFor(() => expect(run.answer).toHaveBeenCalledTimes(9));
  intake.close();
  for (const one of answers) one();
  await vi.waitFor(() => expect(run.send).toHaveBeenCalledTimes(1));
  expect(run.answer).toHaveBeenCalledTimes(9);
});

test("a worker that floods the page is ended with the reason", () => {
  const floods: readonly (readonly [what: string, message: (at: number) => unknown, times: number])[] = [
    ["requests", request, 100],
    ["messages", () => "no message", 2000],
    ["messages", () => print(""), 2000],
    ["output", () => print("x".repeat(10_000)), 100],
  ];
  for (const [what, message, times] of floods) {
    const { run, intake } = running();
    for (let at = 0; at < times; at += 1) intake.take(message(at));
    expect(run.ended.mock.calls).toEqual([[{ outcome: "failed", flood: what }]]);
  }
});

test("what the page has shown is told, and room is counted from there", async () => {
  const { run, intake } = running();
  for (let at = 0; at < 600; at += 1) intake.take(print("xy"));
  await vi.waitFor(() => expect(run.send).toHaveBeenCalledWith({ type: "read", count: 600, characters: 1200 }));
  for (let at = 0; at < 600; at += 1) intake.take(print("xy"));
  expect(run.ended).not.toHaveBeenCalled();
  intake.close();
});

test("a request under way when the run is stopped is still logged", async () => {
  let done: () => void = () => undefined;
  const log = { operation: "Encrypt", region: "us-west-2", keys: [], status: 200, error: undefined, durationMs: 1 };
  const { run, intake } = running(
    ({ id }) =>
      new Promise((resolve) => {
        done = () => resolve({ reply: { type: "refusal", id, message: "" }, log });
      }),
  );
  intake.take(request(1));
  await vi.waitFor(() => expect(run.answer).toHaveBeenCalled());
  intake.close();
  done();
  await vi.waitFor(() => expect(run.show).toHaveBeenCalledWith([], [log]));
  expect(run.send).not.toHaveBeenCalled();
});
