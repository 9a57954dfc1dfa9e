// Plays golden-lines.sh on the AWS CLI as Debian ships it and on ours: each line must print the same and end with the same
// exit code. Both work on an engine of their own, with the same clock and the same randomness for each line.
import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { flagName } from "#cli/flag-name.ts";
import { type Finished, isInstalled, python } from "#endpoint/conformance/client-program.ts";
import { createHttpServer, type HttpServer } from "#endpoint/http-server.ts";
import { contract } from "#kms/index.ts";
import { createRequestHandler } from "#protocol/handle-request.ts";
import { countedRandom } from "#testing/counted-random.ts";
import { createTestEngine } from "#testing/test-engine.ts";
import { goldenFolder, goldenProfiles } from "./golden-files.ts";
import { type GoldenLine, goldenLines } from "./golden-line.ts";
import { knownDifferences } from "./known-differences.ts";
import { ourCli } from "./our-cli.ts";
import { type Command, type RealCli, realCliProbe, startRealCli } from "./real-cli.ts";
import { writeServiceModel } from "./service-model.ts";
import { shellWords } from "./shell-words.ts";

const lines = goldenLines(readFileSync(new URL("golden-lines.sh", import.meta.url), "utf8"));
const installed = await isInstalled(python, realCliProbe);
const betweenLines = 10_000;

/** One of the two CLIs with all that it works on. */
class Side {
  readonly folder = goldenFolder();
  private readonly kept: Record<string, string> = {};
  private draw = countedRandom(0).random;
  readonly sandbox = createTestEngine({ ports: { random: (length) => this.draw(length) } });
  private count = 0;

  /** Later lines find what this one prints under the name it gives, as a shell keeps it. */
  async play(
    { line, keepAs }: GoldenLine,
    url: string,
    run: (command: Command) => Promise<Finished>,
  ): Promise<Finished> {
    this.sandbox.clock.advance(betweenLines);
    this.count += 1;
    this.draw = countedRandom(this.count).random;
    if (!isCommand(line)) return this.prepare(line);
    const { words, variables } = await shellWords(line, this.kept);
    const finished = await run({ words: ["--endpoint-url", url, ...words], variables });
    if (keepAs !== undefined) this.kept[keepAs] = finished.stdout.trimEnd();
    return finished;
  }

  private async prepare(line: string): Promise<Finished> {
    const env = { PATH: process.env.PATH ?? "", ...this.kept };
    await promisify(execFile)("/bin/bash", ["--norc", "-ec", line], { cwd: this.folder, env });
    return { stdout: "", stderr: "", exitCode: 0 };
  }
}

const isCommand = (line: string): boolean => /^(?:AWS_\w+=\S* )*aws( |$)/.test(line);

describe.skipIf(!installed)("the AWS CLI and ours", { timeout: 120_000 }, () => {
  const [real, ours] = [new Side(), new Side()];
  let http: HttpServer;
  let realCli: RealCli;
  const outcomes = new Map<GoldenLine, { readonly real: Finished; readonly ours: Finished }>();

  beforeAll(async () => {
    http = createHttpServer(
      createRequestHandler(real.sandbox.engine, { defaultAccount: goldenProfiles.default, defaultRegion: "us-west-2" }),
    );
    await once(http.server.listen(0, "127.0.0.1"), "listening");
    const url = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`; // it listens on a port
    writeServiceModel(join(real.folder, "models"));
    realCli = startRealCli(real.folder, {
      HOME: join(real.folder, "home"),
      AWS_DATA_PATH: join(real.folder, "models"),
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_PAGER: "",
      TZ: "UTC",
      LC_ALL: "C.UTF-8",
    });
    const runOurs = ourCli(ours.sandbox.engine, ours.folder, goldenProfiles);
    for (const line of lines)
      outcomes.set(line, {
        real: masked(line, await real.play(line, url, realCli.run)),
        ours: masked(line, await ours.play(line, url, runOurs)),
      });
  }, 300_000);
  afterAll(async () => {
    await realCli.stop();
    await http.stop();
    for (const { folder } of [real, ours]) rmSync(folder, { recursive: true });
  });

  const agreeing = lines.filter(({ line }) => isCommand(line) && !Object.hasOwn(knownDifferences, line));
  test.each(agreeing.map((line) => [line.line, line] as const))("agree on %s", (_, line) => {
    const outcome = outcomes.get(line);
    expect(outcome?.ours).toEqual(outcome?.real);
  });

  test.each(Object.entries(knownDifferences))("differ on %s, because %s", (typed) => {
    const outcome = [...outcomes].find(([{ line }]) => line === typed)?.[1];
    expect(outcome, "there is no such line").toBeDefined();
    expect(outcome?.ours).not.toEqual(outcome?.real);
  });

  test("meet every operation, answered and refused", () => {
    const codesOf = (operation: string): number[] =>
      [...outcomes].flatMap(([{ line }, outcome]) =>
        line.includes(` kms ${flagName(operation)} `) ? [outcome.real.exitCode] : [],
      );
    const operations = Object.keys(contract).map((operation) => ({ operation, codes: codesOf(operation) }));
    expect(operations.filter(({ codes }) => !codes.includes(0) || codes.every((code) => code === 0))).toEqual([]);
  });
});

/** Keeps of the base64 that depends on the platform's randomness only how long it is. */
function masked({ random }: GoldenLine, { stdout, stderr, exitCode }: Finished): Finished {
  const mask = (text: string): string =>
    random ? text.replace(/[A-Za-z0-9+/]{40,}={0,2}/g, ({ length }) => `<${length} characters>`) : text;
  return { stdout: mask(stdout), stderr, exitCode };
}
