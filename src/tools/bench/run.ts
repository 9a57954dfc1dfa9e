// `npm run bench [-- --json] [-- engine storage key-list explorer first-load endpoint cli]`: builds, serves, measures, prints ratios:
// the page in Chromium, the endpoint over sockets, the AWS CLI in this process.
// Every row compares with a reference measured in the same run. Goals are told, never enforced.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { browserFlags, findBrowser } from "#tools/find-browser.mjs";
import { cliRows } from "./cli-rows.ts";
import { endpointRows } from "./endpoint/endpoint-rows.ts";
import { explorerRows } from "./explorer-rows.ts";
import type { BenchRow } from "./measure.ts";
import { firstLoadRows, keyListRows } from "./page-benches.ts";
import { type Served, serve } from "./server.ts";

type Bench = (browser: Browser, served: Served) => Promise<BenchRow[]>;

/** Runs the functions that a benchmark page leaves in `window.benches`, in a profile on disk. */
function inPage(page: "engine" | "storage"): Bench {
  return async (browser, served) => {
    const profile = await mkdtemp(join(tmpdir(), "kms-sandbox-profile-"));
    const context = await browser.browserType().launchPersistentContext(profile, launchOptions);
    try {
      const tab = await context.newPage();
      await tab.goto(`${served.pages}${page}.html`);
      await tab.waitForFunction(() => "benches" in globalThis);
      const names = await tab.evaluate(() => Object.keys((globalThis as unknown as Benches).benches));
      const rows: BenchRow[] = [];
      for (const name of names)
        rows.push(
          await tab.evaluate(
            (bench) => (globalThis as unknown as Benches).benches[bench]?.() as Promise<BenchRow>,
            name,
          ),
        );
      return rows;
    } finally {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    }
  };
}

interface Benches {
  readonly benches: Readonly<Record<string, () => Promise<BenchRow>>>;
}

const pageBenches: Readonly<Record<string, Bench>> = {
  engine: inPage("engine"),
  storage: inPage("storage"),
  "key-list": keyListRows,
  explorer: explorerRows,
  "first-load": firstLoadRows,
};

const names = [...Object.keys(pageBenches), "endpoint", "cli"];

const executablePath = await findBrowser();
const launchOptions = { args: browserFlags, ...(executablePath ? { executablePath } : {}) };

const words = process.argv.slice(2);
const isJson = words.includes("--json");
const wanted = words.filter((word) => word !== "--json");
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(", ")}. There are: ${names.join(", ")}.`);
  process.exit(2);
}

const number = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));
function line({ name, ours, reference, ratio, goal, met, unit }: BenchRow): string {
  const times = `${number(ours)} ${unit} / ${number(reference)} ${unit}`;
  return `${met === undefined ? "      " : met ? "met   " : "MISSED"}  ${ratio.toFixed(2).padStart(7)}x  ${goal.padEnd(14)}  ${times.padEnd(22)}  ${name}`;
}

const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
const rows: BenchRow[] = [];
function take(measured: readonly BenchRow[]): void {
  rows.push(...measured);
  if (!isJson) for (const row of measured) console.log(line(row));
}

async function measurePages(chosen: readonly Bench[]): Promise<void> {
  if (chosen.length === 0) return;
  const served = await serve();
  const browser = await chromium.launch(launchOptions);
  try {
    for (const bench of chosen) take(await bench(browser, served));
  } finally {
    await browser.close();
    await served.close();
  }
}

await measurePages(Object.entries(pageBenches).flatMap(([name, bench]) => (isWanted(name) ? [bench] : [])));
if (isWanted("endpoint")) for await (const row of endpointRows()) take([row]);
if (isWanted("cli")) take(await cliRows());
const goals = rows.filter(({ met }) => met !== undefined);
if (isJson) console.log(JSON.stringify(rows, undefined, 2));
else console.log(`${goals.filter(({ met }) => met).length} of ${goals.length} goals met.`);
