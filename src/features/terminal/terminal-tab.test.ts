import { describe, expect, test } from "vitest";
import { textOf } from "./output-log.ts";
import type { RunEnd } from "./shell-client.ts";
import { type TabHost, TerminalTab } from "./terminal-tab.ts";

/** A shell that ends each run when it is told to. */
function setUp() {
  const started: string[] = [];
  const remembered: string[] = [];
  const ends: ((end: RunEnd) => void)[] = [];
  const interrupted: number[] = [];
  const host: TabHost = {
    async run({ text }) {
      started.push(text);
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
  return { tab, started, remembered, interrupted, ends, end, settle, log };
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
