// The endpoint as a process of its own: command line, signals, and what is left when it is killed.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { usage } from "./command-line.ts";
import { call, createKey, runProcess, startProcess } from "./test-client.ts";

// Each test starts processes, which on a busy machine takes seconds.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kms-sandbox-process-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("the command line", () => {
  test("is that of `npm run endpoint`, which builds what is not built yet", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ["src/tools/endpoint.mjs", "--help"]);
    expect(stdout).toBe(`${usage}\n`);
  });

  test("tells its usage", async () => {
    const { code, out } = await runProcess("--help");
    expect(code).toBe(0);
    expect(out).toContain("--state FILE");
  });

  test("is refused where it cannot be understood, with exit code 2", async () => {
    const { code, errors } = await runProcess("--prot", "1");
    expect(code).toBe(2);
    expect(errors).toMatch(/^Unknown option '--prot'.*Usage:/s);
  });

  test("names a file that cannot be used, with exit code 1", async () => {
    const { code, errors } = await runProcess("--seed", join(folder, "no.json"));
    expect([code, errors]).toEqual([1, `There is no file ${join(folder, "no.json")}.\n`]);
  });
});

describe("a signal", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("%s stops it cleanly", async (signal) => {
    const state = join(folder, `${signal}.json`);
    const endpoint = await startProcess("--state", state);
    await createKey(endpoint.url);
    expect(await endpoint.end(signal)).toBe(0);
    expect(endpoint.errors()).toBe("");
    expect(endpoint.output()).toMatch(new RegExp(`^KMS Sandbox answers on .*\\nStopped\\. Saved to ${state}\\.\\n$`));
    expect((await readdir(folder)).filter((name) => name.startsWith(signal))).toEqual([`${signal}.json`]);
    expect(JSON.parse(await readFile(state, "utf8")).tables.keys).toHaveLength(1);
  });

  test("right behind another is the same, as npm passes on a Ctrl+C", async () => {
    const endpoint = await startProcess();
    const ended = endpoint.end("SIGINT");
    endpoint.child.kill("SIGTERM"); // of another kind, since two of one kind may become one on their way
    expect(await ended).toBe(0);
    expect(endpoint.output()).toMatch(/\nStopped\.\n$/);
  });

  test("SIGKILL in the middle of many calls loses nothing that was answered", async () => {
    const state = join(folder, "killed.json");
    const first = await startProcess("--state", state);
    const TargetKeyId = await createKey(first.url);
    const { CiphertextBlob } = await call(first.url, "Encrypt", { KeyId: TargetKeyId, Plaintext: "aGVsbG8=" });
    const answered: string[] = [];
    let killed: Promise<unknown> | undefined;
    const create = async (name: string): Promise<void> => {
      await call(first.url, "CreateAlias", { AliasName: name, TargetKeyId });
      answered.push(name);
      if (answered.length === 20) killed = first.end("SIGKILL");
    };
    await Promise.allSettled(Array.from({ length: 50 }, (_, i) => create(`alias/a${i}`)));
    expect(await killed).toBe("SIGKILL");
    expect(answered.length).toBeGreaterThanOrEqual(20);

    const second = await startProcess("--state", state);
    const { Aliases } = await call<{ Aliases: { AliasName: string }[] }>(second.url, "ListAliases", {
      KeyId: TargetKeyId,
    });
    expect(Aliases.map(({ AliasName }) => AliasName)).toEqual(expect.arrayContaining(answered));
    expect(await call(second.url, "Decrypt", { CiphertextBlob })).toMatchObject({ Plaintext: "aGVsbG8=" });
    expect(await second.end("SIGTERM")).toBe(0);
  });
});
