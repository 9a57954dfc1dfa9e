// Exports the benchmarks that watch a page from outside: typing into the key list, and the first load.
import type { Browser } from "@playwright/test";
import { type BenchRow, benchRow, median } from "./measure.ts";
import type { Served } from "./server.ts";

/** What the benchmark pages leave on their window. */
interface Watched {
  readonly keystrokes?: number[];
  firstRow?: number;
}

const word = "bench-00042";

async function keystroke(browser: Browser, served: Served, keys: number): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(`${served.pages}key-list.html?keys=${keys}`);
  const filter = page.getByRole("combobox").first();
  await page.getByRole("row").nth(1).waitFor({ timeout: 120_000 });
  await filter.click();
  for (const letter of word) {
    const before = await page.evaluate(() => (window as Watched).keystrokes?.length ?? 0);
    await page.keyboard.press(letter);
    await page.waitForFunction((count) => ((window as Watched).keystrokes?.length ?? 0) > count, before);
  }
  const times = await page.evaluate(() => (window as Watched).keystrokes ?? []);
  await page.close();
  return median(times);
}

/** The key list at 10,000 and 100,000 keys against 100 keys. */
export async function keyListRows(browser: Browser, served: Served): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const keys of [10_000, 100_000]) {
    const ours = await keystroke(browser, served, keys);
    const reference = await keystroke(browser, served, 100);
    const name = `Keystroke in the key filter, ${keys.toLocaleString("en-US")} keys / 100 keys`;
    rows.push(benchRow(name, ours, reference, { ours: 50 }, "ms"));
  }
  return rows;
}

/** Milliseconds from navigation to the first data row, in a profile that is as new as the page. */
async function firstRow(browser: Browser, url: string, visits: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  await context.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector("tbody tr td a")) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        (window as Watched).firstRow = performance.now();
      });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  const page = await context.newPage();
  let time = 0;
  for (let visit = 0; visit < visits; visit += 1) {
    await page.goto("about:blank");
    await page.goto(url);
    await page.waitForFunction(() => (window as Watched).firstRow !== undefined);
    time = await page.evaluate(() => (window as Watched).firstRow ?? 0);
  }
  await context.close();
  return time;
}

/** First visit (the sample workspace is made) and the visit after it, against an empty Cloudscape page. */
export async function firstLoadRows(browser: Browser, served: Served): Promise<BenchRow[]> {
  const rounds = 9;
  const app = `${served.app}?region=us-west-2#/kms/keys`;
  const empty = `${served.pages}empty-page.html`;
  const rows: BenchRow[] = [];
  for (const [name, visits] of [
    ["First visit", 1],
    ["Second visit", 2],
  ] as const) {
    const ours: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await firstRow(browser, app, visits));
      reference.push(await firstRow(browser, empty, visits));
    }
    const row = `${name} to first data row / empty Cloudscape page`;
    rows.push(benchRow(row, median(ours), median(reference), { ratio: 1.3 }, "ms"));
  }
  return rows;
}
