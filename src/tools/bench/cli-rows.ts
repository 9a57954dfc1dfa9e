// Exports the benchmark of the AWS CLI in the page: what a line costs beside the call that it makes, and Tab among 100,000 aliases.
import { type AwsHost, FileError } from "#cli/aws/aws-host.ts";
import { runAws } from "#cli/aws/run-aws.ts";
import { completeLine, type LineSources } from "#features/terminal/complete-line.ts";
import { sourcesFor } from "#features/terminal/completion-sources.ts";
import type { Terminal } from "#features/terminal/terminal.ts";
import type { TerminalTab } from "#features/terminal/terminal-tab.ts";
import type { Inputs, World } from "#kms/index.ts";
import { aliasNameOf, caller, engineOn, place, worldOf } from "./bench-world.ts";
import { type BenchRow, benchRow, contest } from "./measure.ts";

const many = { keys: 10_000, aliases: 100_000 };
const few = { keys: 10, aliases: 100 };
/** What a line may cost on top of its call, and Tab in all. Milliseconds. */
const [addedMs, completionMs] = [5, 50];

export async function cliRows(): Promise<BenchRow[]> {
  const [big, small] = [worldOf(many), worldOf(few)];
  return [await describeKeyRow(big), ...(await completionRows(big, small))];
}

async function describeKeyRow(world: World): Promise<BenchRow> {
  const { engine } = engineOn(world);
  const alias = aliasNameOf(42_000);
  const profile = { account: place.account, principal: caller.principal };
  const host: AwsHost = {
    call: (operation, input, { region }) =>
      engine.call({ ...profile, region, operation, input: input as Inputs[typeof operation] }), // the engine validates it
    readFile: (path) => Promise.reject(new FileError("ENOENT", path)),
    writeFile: (path) => Promise.reject(new FileError("EACCES", path)),
    env: { AWS_REGION: place.region },
    profiles: new Map([["default", profile]]),
    lookupEvents: async () => ({ Events: [] }),
  };
  const argv = ["kms", "describe-key", "--key-id", alias];
  const { stdout } = await runAws(argv, host);
  if (!stdout.includes('"KeyMetadata"')) throw new Error(`describe-key answered ${stdout}`);
  const { ours, reference } = await contest(
    { rounds: 9, count: 200 },
    () => runAws(argv, host),
    () => engine.call({ ...caller, operation: "DescribeKey", input: { KeyId: alias } }),
  );
  const name = `aws kms describe-key by alias, ${counted(many.aliases)} / the same call without a CLI`;
  return benchRow(name, ours, reference, { ours: reference + addedMs }, "ms");
}

async function completionRows(big: World, small: World): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const beginning of ["alias/", "alias/bench-00000"]) {
    const line = `aws kms describe-key --key-id ${beginning}`;
    // As at a keystroke: the sources are made anew for each.
    const complete = (world: World) => completeLine(line, sourcesIn(world, line));
    if (complete(big).candidates.length !== 100) throw new Error(`${beginning} was not completed`);
    const { ours, reference } = await contest(
      { rounds: 9, count: 200 },
      () => complete(big),
      () => complete(small),
    );
    const name = `Tab after --key-id ${beginning}, ${counted(many.aliases)} / ${counted(few.aliases)}`;
    rows.push(benchRow(name, ours, reference, { ours: completionMs }, "ms"));
  }
  return rows;
}

function sourcesIn(world: World, line: string): LineSources {
  const terminal = {
    account: place.account,
    sandbox: { worldStore: { port: { get: () => world } } },
    profiles: () => [["default", { account: place.account, principal: caller.principal }]],
    files: new Map(),
  } as unknown as Terminal; // all that completion reads of a terminal
  const tab = { state: { get: () => ({ region: place.region, cwd: "/home" }) } } as unknown as TerminalTab; // likewise
  return sourcesFor(terminal, tab, line);
}

const counted = (aliases: number): string => `${aliases.toLocaleString("en-US")} aliases`;
