import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ShellClient } from "./shell-client.ts";
import type { PageMessage, WorkerMessage } from "./shell-messages.ts";

/** A worker that says what the test tells it to. */
class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  readonly heard: PageMessage[] = [];
  isTerminated = false;

  constructor() {
    super();
    FakeWorker.made.push(this);
  }

  postMessage(message: PageMessage): void {
    this.heard.push(structuredClone(message));
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(data: WorkerMessage): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

const request = (tab: string) => ({ tab, text: "ls", env: {}, cwd: "/home/user", status: 0, profiles: [] });
const outcome = { stdout: "", stderr: "", exitCode: 0, env: {}, cwd: "/home/user", hints: [] };
const noChanges = { written: [], removed: [] };

function setUp() {
  const notices: string[] = [];
  const output: string[] = [];
  const client = new ShellClient({
    answer: async () => ({ type: "value", value: () => undefined }),
    filesChanged: () => undefined,
    notice: (text) => notices.push(text),
  });
  const run = (tab: string) => client.run(request(tab), ({ stream, text }) => output.push(`${stream}: ${text}`));
  return { client, run, notices, output };
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeWorker.made = [];
  vi.stubGlobal("Worker", FakeWorker);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("output is told as it comes, and files are kept while the line runs", async () => {
  const { client, run, output } = setUp();
  const { run: number, end } = run("tab-1");
  const [worker] = FakeWorker.made;
  const file = { path: "/home/user/a", bytes: new Uint8Array([1]) };
  worker?.say({
    type: "progress",
    run: number,
    output: [{ stream: "out", text: "a\n" }],
    changes: { written: [file], removed: [] },
  });
  expect(output).toEqual(["out: a\n"]);
  expect(client.files.get(file.path)).toEqual(file);
  worker?.say({ type: "done", run: number, outcome, changes: { written: [], removed: [file.path] } });
  expect(await end).toEqual({ type: "ended", outcome });
  expect(client.files.size).toBe(0);
});

test("a line that does not hear its interrupt ends those of other tabs in words of their own", async () => {
  const { client, run } = setUp();
  const stuck = run("tab-1");
  const other = run("tab-2");
  client.interrupt(stuck.run);
  vi.advanceTimersByTime(1000);
  expect(await stuck.end).toEqual({ type: "stopped" });
  expect(await other.end).toEqual({ type: "swept" });
  expect(FakeWorker.made[0]?.isTerminated).toBe(true);
  run("tab-1");
  expect(FakeWorker.made).toHaveLength(2);
});

test("an interrupt that is heard leaves the shell as it is", async () => {
  const { client, run } = setUp();
  const { run: number, end } = run("tab-1");
  client.interrupt(number);
  FakeWorker.made[0]?.say({ type: "done", run: number, outcome, changes: noChanges });
  vi.advanceTimersByTime(1000);
  expect(await end).toEqual({ type: "ended", outcome });
  expect(FakeWorker.made[0]?.isTerminated).toBe(false);
});

test("a browser that refuses the worker fails the line, and the next one tries again", async () => {
  const { run } = setUp();
  vi.stubGlobal("Worker", function refused() {
    throw new Error("not allowed");
  });
  expect(await run("tab-1").end).toEqual({ type: "failed", message: "not allowed" });
  vi.stubGlobal("Worker", FakeWorker);
  run("tab-1");
  expect(FakeWorker.made).toHaveLength(1);
});

test("an answer that cannot be sent fails the question", async () => {
  const { run } = setUp();
  run("tab-1");
  const [worker] = FakeWorker.made;
  worker?.say({ type: "ask", ask: 1, tab: "tab-1", question: { type: "history" } });
  await vi.waitFor(() => expect(worker?.heard.at(-1)).toMatchObject({ type: "answer", answer: { type: "failure" } }));
});

test("files without room are named", () => {
  const { run, notices } = setUp();
  run("tab-1");
  FakeWorker.made[0]?.say({ type: "left-out", paths: ["/home/user/big"] });
  expect(notices.join()).toContain("~/big");
});
