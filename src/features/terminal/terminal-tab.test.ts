import { describe, expect, test } from "vitest";
import { textOf } from "./output-log.ts";
import type { RunEnd } from "./shell-client.ts";
import type { OutputChunk } from "./shell-messages.ts";
import { type TabHost, TerminalTab } from "./terminal-tab.ts";

/** A shell that ends each run when it is told to. */
function setUp() {
  const started: string[] = [];
  const remembered: string[] = [];
  const ends: ((end: RunEnd) => void)[] = [];
  const interrupted: number[] = [];
  const outputs: ((chunk: OutputChunk) => void)[] = [];
  const failures: Error[] = [];
  const host: TabHost = {
    async run({ text }, output) {
      const failure = failures.shift();
      if (failure) throw failure;
      started.push(text);
      outputs.push(output);
      return { run: started.length, end: new Promise((resolve) => ends.push(resolve)) };
    },
    interrupt: (run) => interrupted.push(run),
    remember: (line) => remembered.push(line),
    linker: () => () => undefined,
    exit: () => undefined,
  };
  const tab = new TerminalTab("tab-1", "us-west-2", host);
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (outcome: Partial<(RunEnd & { type: "ended" })["outcome"]> = {}) => {
    await settle();
    const whole = { stdout: "", stderr: "", exitCode: 0, env: tab.env, cwd: "/home/user", hints: [], ...outcome };
    ends.shift()?.({ type: "ended", outcome: whole });
    await settle();
  };
  const log = () => tab.state.get().log.entries.map(({ parts }) => textOf(parts));
  return { tab, started, remembered, interrupted, outputs, failures, ends, end, settle, log };
}

describe("lines of a tab", () => {
  test("run one after another", async () => {
    const { tab, started, end, log } = setUp();
    tab.submit("one\ntwo");
    await end({ stdout: "1\n" });
    expect(started).toEqual(["one", "two"]);
    await end({ stderr: "bash: no\n", exitCode: 1 });
    expect(log()).toEqual(["[user@us-west-2 ~]$ one", "1", "[user@us-west-2 ~]$ two", "bash: no"]);
  });

  test("that go on are run and remembered as one", async () => {
    const { tab, started, remembered, settle } = setUp();
    tab.submit("aws kms create-alias \\");
    await settle();
    expect(started).toEqual([]);
    expect(tab.prompt()).toBe("> ");
    tab.submit("  --alias-name alias/a");
    await settle();
    expect(started).toEqual(["aws kms create-alias \\\n  --alias-name alias/a"]);
    expect(remembered).toEqual(started);
  });

  test("that are pasted run but for the last, which waits at the prompt", async () => {
    const { tab, started, settle } = setUp();
    tab.paste("ec", "ho a\nech", "o b");
    await settle();
    expect(started).toEqual(["echo a"]);
    expect(tab.state.get().draft).toBe("echo b");
  });
});

describe("many lines at once", () => {
  test("are taken in moments and leave the page its turn", async () => {
    const { tab, started, remembered, settle } = setUp();
    let draws = 0;
    tab.state.subscribe(() => {
      draws += 1;
    });
    const lines = Array.from({ length: 20_000 }, (_, i) => i % 10);
    const turn = new Promise<boolean>((resolve) => setTimeout(() => resolve(started.length === 0)));
    tab.paste("", `cat <<EOF\n${lines.join("\n")}\nEOF\n`, "");
    const heardBetween = await turn;
    while (started.length === 0) await settle();
    expect(heardBetween).toBe(true);
    expect(started[0]?.split("\n")).toHaveLength(20_002);
    expect(remembered).toEqual(started);
    expect(tab.state.get().log.entries.length).toBeLessThan(2000);
    expect(draws).toBeGreaterThan(0);
  });

  test("that are too long together are refused, not remembered, and nothing of them runs", async () => {
    const { tab, started, remembered, settle, log } = setUp();
    tab.paste("", `cat <<EOF\n${"x".repeat(40_000)}\n`, "");
    await settle();
    tab.paste("", `${"y".repeat(40_000)}\nrm -r d\n`, "");
    await settle();
    expect(started).toEqual([]);
    expect(remembered).toEqual([]);
    expect(log().at(-1)).toBe("bash: line too long");
    expect(tab.prompt()).not.toBe("> ");
  });
});

test("output is shown while the line runs, and goes on in the line where it stopped", async () => {
  const { tab, outputs, settle, log } = setUp();
  tab.submit("long");
  await settle();
  outputs[0]?.({ stream: "out", text: "one, " });
  await settle();
  outputs[0]?.({ stream: "out", text: "two\n" });
  outputs[0]?.({ stream: "err", text: "three\n" });
  outputs[0]?.({ stream: "out", text: "four\n" });
  await settle();
  expect(log().slice(1)).toEqual(["one, two", "three", "four"]);
});

test("a line that cannot be run is told, and the tab takes the next one", async () => {
  const { tab, failures, started, end, log } = setUp();
  failures.push(new Error("no worker"));
  tab.submit("one\ntwo");
  await end();
  expect(log()[1]).toBe("The line could not be run: no worker");
  expect(started).toEqual(["two"]);
  expect(tab.state.get().isRunning).toBe(false);
});

test("a line from elsewhere waits at a free prompt only", async () => {
  const { tab, started, settle, end } = setUp();
  tab.offer("aws kms delete-alias --alias-name alias/a");
  await settle();
  expect(started).toEqual([]);
  expect(tab.state.get().draft).toBe("aws kms delete-alias --alias-name alias/a");
  expect(tab.isFree).toBe(true);
  tab.setDraft("half ty");
  expect(tab.isFree).toBe(false);
  tab.setDraft("");
  tab.submit("echo 'open");
  expect(tab.isFree).toBe(false);
  tab.submit("'");
  await settle();
  expect(tab.isFree).toBe(false);
  await end();
  expect(tab.isFree).toBe(true);
});

describe("an interrupt", () => {
  test("ends the run and drops the lines that wait", async () => {
    const { tab, started, interrupted, end, settle, log } = setUp();
    tab.submit("sleep 9\nnever");
    await settle();
    tab.interrupt();
    expect(interrupted).toEqual([1]);
    await end({ stderr: "bash: execution aborted\n", exitCode: 124 });
    expect(started).toEqual(["sleep 9"]);
    expect(log().at(-1)).toBe("^C");
  });

  test("of a shell that is started anew says so", async () => {
    const { tab, ends, settle, log } = setUp();
    tab.submit("while true; do :; done");
    await settle();
    tab.interrupt();
    ends.shift()?.({ type: "stopped" });
    await settle();
    expect(log().at(-1)).toContain("started anew");
    expect(tab.state.get().isRunning).toBe(false);
  });
});

test("a tab is where the console is, until a line sets another Region, and then again", async () => {
  const { tab, end } = setUp();
  tab.setRegion("eu-central-1");
  expect(tab.env.AWS_REGION).toBe("eu-central-1");
  tab.submit("export AWS_REGION=us-east-1");
  await end({ env: { ...tab.env, AWS_REGION: "us-east-1" } });
  expect(tab.prompt()).toContain("us-east-1");
  tab.setRegion("us-west-2");
  expect(tab.env.AWS_REGION).toBe("us-west-2");
});
