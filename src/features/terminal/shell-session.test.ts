import { describe, expect, test } from "vitest";
import { shellCommands } from "./shell-commands.ts";
import { ShellFiles } from "./shell-files.ts";
import { ShellSession } from "./shell-session.ts";

function setUp() {
  const told: string[] = [];
  const fs = new ShellFiles(1_000_000, {
    output: (_tab, stream, text) => told.push(`${stream}: ${text}`),
    breathe: async () => undefined,
  });
  const unasked = { ask: async () => undefined, profiles: () => [], hint: () => undefined };
  const session = new ShellSession("tab-1", fs, shellCommands(unasked));
  let env: Readonly<Record<string, string>> = { HOME: "/home/user" };
  let cwd = "/";
  let status = 0;
  /** @returns what was told, and then what the outcome has of it */
  const run = async (text: string, signal = new AbortController().signal) => {
    const request = { type: "run", run: 1, tab: "tab-1", text, env, cwd, status, profiles: [] } as const;
    const outcome = await session.run(request, [], signal);
    ({ env, cwd, exitCode: status } = outcome);
    const rest = [outcome.stdout && `rest out: ${outcome.stdout}`, outcome.stderr && `rest err: ${outcome.stderr}`];
    return [...told.splice(0), ...rest.filter((text) => text !== "")];
  };
  return { run, env: () => env, status: () => status };
}

describe("output", () => {
  test("goes out command by command, errors in their place, also in loops", async () => {
    const { run } = setUp();
    expect(await run("for i in 1 2; do echo $i; ls /nope; done; if true; then echo a | cat; fi")).toEqual([
      "out: 1\n",
      "err: ls: /nope: No such file or directory\n",
      "out: 2\n",
      "err: ls: /nope: No such file or directory\n",
      "out: a\n",
    ]);
  });

  test.each([
    ["x=$(echo in); echo [$x]", ["out: [in]\n"]],
    ["echo a > /f; cat /f; echo b >&2", ["out: a\n", "err: b\n"]],
    ["ls /nope 2>&1 | tr a-z A-Z", ["out: LS: /NOPE: NO SUCH FILE OR DIRECTORY\n"]],
    ["ls /nope |& wc -l", ["out: 1\n"]],
    ["ls /nope 2>/dev/null || echo none", ["out: none\n"]],
    ["{ echo a; echo b; } > /g; wc -l < /g", ["out: 2\n"]],
    ["f() { echo in f; }; y=$(f); echo $y; f | cat", ["out: in f\n", "out: in f\n"]],
    ["while read l; do echo got $l; break; done <<< x", ["out: got x\n"]],
    ["(cd /tmp; pwd); pwd", ["out: /tmp\n", "out: /\n"]],
    ["echo é; echo é | cat", ["out: é\n", "out: é\n"]],
    ["exec 3> /h; echo a >&3; cat /h", ["out: a\n"]],
    ["set -e; echo a; false; echo b", ["out: a\n"]],
    ["for i in 1 2; do [[ $i = 1 ]] && continue; echo $i; done", ["out: 2\n"]],
  ])("of %s is what bash prints", async (text, expected) => {
    expect(await setUp().run(text)).toEqual(expected);
  });

  test("of a process substitution has its bytes", async () => {
    const { run } = setUp();
    expect(await run("cat <(echo gAH/AA== | base64 -d) | base64")).toEqual(["out: gAH/AA==\n"]);
    expect(await run("diff <(echo é) <(cat <(echo é)) && echo same; cat <(true) | wc -c")).toEqual([
      "out: same\n",
      "out: 0\n",
    ]);
  });
});

describe("the next line has", () => {
  test.each([
    ["functions", "f() { echo hi $1; }", "f you", ["out: hi you\n"]],
    ["a function that another line took away", "g() { :; }; unset -f g", "type -t g; echo $?", ["out: 1\n"]],
    ["aliases", "alias hi='echo hi'", "hi there", ["out: hi there\n"]],
    [
      "arrays",
      `a=(1 "x'y" 'q"r$z' $'n\\nl' '')`,
      `printf '<%s>' "\${a[@]}"; echo \${#a[@]}`,
      [`out: <1><x'y><q"r$z><n\nl><>`, "out: 5\n"],
    ],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is bash's
    ["arrays with names", `declare -A m; m[k]="v w"; m[s]='$x"'`, 'echo "${m[k]} ${m[s]}"', ['out: v w $x"\n']],
    ["the exit code", "(exit 7)", "echo $?", ["out: 7\n"]],
    ["options", "set -u", "echo $nope", ["rest err: bash: nope: unbound variable\n"]],
    ["the folder", "cd /tmp", "pwd", ["out: /tmp\n"]],
  ])("%s", async (_what, first, second, expected) => {
    const { run } = setUp();
    await run(first);
    expect(await run(second)).toEqual(expected);
  });

  test("none of the shell's own variables among those of env", async () => {
    const { run } = setUp();
    await run("x=1; false");
    await run("nosuch");
    expect((await run("env")).join("")).not.toMatch(/\?=|SHELLOPTS/);
  });
});

test.each(["sleep 1 &", "echo $(ls &)", "if true; then ls & fi"])(
  "%s is refused before anything runs",
  async (text) => {
    const { run, status } = setUp();
    expect((await run(`echo first\n${text}`)).join("")).toMatch(/^rest err: bash: &: background jobs are not here/);
    expect(status()).toBe(1);
  },
);

test("a syntax error keeps what was defined", async () => {
  const { run } = setUp();
  await run("f() { echo hi; }; set -u");
  expect((await run("for do")).join("")).toContain("syntax error");
  expect(await run("f")).toEqual(["out: hi\n"]);
});

test("tracing does not show what the shell does between the lines", async () => {
  const { run } = setUp();
  expect(await run("set -x; echo a")).toEqual(["out: a\n", "err: + echo a\n"]);
  expect(await run("echo b")).toEqual(["out: b\n", "err: + echo b\n"]);
});
