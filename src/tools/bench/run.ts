// `npm run bench [-- --json] [-- engine storage key-list first-load]`: builds, serves, measures in Chromium, prints ratios.
// Every row compares with a reference measured in the same run. Goals are told, never enforced.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { browserFlags, findBrowser } from "#tools/find-browser.mjs";
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

const benches: Readonly<Record<string, Bench>> = {
  engine: inPage("engine"),
  storage: inPage("storage"),
  "key-list": keyListRows,
  "first-load": firstLoadRows,
};

const executablePath = await findBrowser();
const launchOptions = { args: browserFlags, ...(executablePath ? { executablePath } : {}) };

const words = process.argv.slice(2);
const isJson = words.includes("--json");
const wanted = words.filter((word) => word !== "--json");
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No such benchmark: ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}

const number = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));
function line({ name, ours, reference, ratio, goal, met, unit }: BenchRow): string {
  const times = `${number(ours)} ${unit} / ${number(reference)} ${unit}`;
  return `${met ? "met   " : "MISSED"}  ${ratio.toFixed(2).padStart(7)}x  ${goal.padEnd(14)}  ${times.padEnd(22)}  ${name}`;
}

const rows: BenchRow[] = [];
const served = await serve();
const browser = await chromium.launch(launchOptions);
try {
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const row of await bench(browser, served)) {
      rows.push(row);
      if (!isJson) console.log(line(row));
    }
  }
} finally {
  await browser.close();
  await served.close();
}
if (isJson) console.log(JSON.stringify(rows, undefined, 2));
else console.log(`${rows.filter(({ met }) => met).length} of ${rows.length} goals met.`);
