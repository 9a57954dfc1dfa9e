// Exports the benchmark of the alias explorer: how long it takes to open, and the frames while panning and dragging.
import type { Browser, Page } from "@playwright/test";
import { type BenchRow, benchRow, median } from "./measure.ts";
import type { Served } from "./server.ts";

/** What pages/explorer.tsx leaves on its window. */
interface Watched {
  readonly explorer?: {
    readonly opened: number | undefined;
    readonly longest: number;
    readonly frames: readonly number[];
    watch(): void;
  };
}

/** The explorer at 100 and 100,000 aliases, then the frames at 200, 2,000 and 10,000 edges against an idle page. */
export async function explorerRows(browser: Browser, served: Served): Promise<BenchRow[]> {
  const rows = await openingRows(browser, served);
  for (const edges of [200, 2_000, 10_000]) rows.push(...(await frameRows(browser, served, edges)));
  return rows;
}

async function openingRows(browser: Browser, served: Served): Promise<BenchRow[]> {
  const opened: Record<"few" | "many", number[]> = { few: [], many: [] };
  const longest: Record<"few" | "many", number[]> = { few: [], many: [] };
  const searching: Record<"few" | "many", number[]> = { few: [], many: [] };
  for (let round = 0; round < 5; round += 1)
    for (const [which, aliases] of [
      ["few", 100],
      ["many", 100_000],
    ] as const) {
      const page = await openExplorer(browser, served, aliases);
      opened[which].push(await page.evaluate(() => (window as Watched).explorer?.opened ?? Number.NaN));
      longest[which].push(await longestTask(page));
      searching[which].push(await longestWhileSearching(page));
      await page.close();
    }
  const of = "100,000 aliases / 100";
  return [
    benchRow(`Opening the alias explorer, ${of}`, median(opened.many), median(opened.few), { ours: 2_000 }, "ms"),
    benchRow(`Longest task of that, ${of}`, median(longest.many), median(longest.few), { ours: 50 }, "ms"),
    benchRow(`Longest task of a search, ${of}`, median(searching.many), median(searching.few), { ours: 50 }, "ms"),
  ];
}

async function longestWhileSearching(page: Page): Promise<number> {
  const found = page.getByRole("status").filter({ hasText: /^1 alias, / });
  await page.evaluate(() => (window as Watched).explorer?.watch());
  await page.getByRole("searchbox", { name: "Search" }).pressSequentially("bench-0000042", { delay: 60 });
  await found.waitFor({ timeout: 30_000 });
  return longestTask(page);
}

function longestTask(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // The browser tells of a task when it is over, and what was found is drawn in a frame.
    await new Promise<void>((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    // No task over 50 ms is no entry at all: a frame stands for it.
    return Math.max(16, (window as Watched).explorer?.longest ?? Number.NaN);
  });
}

async function frameRows(browser: Browser, served: Served, edges: number): Promise<BenchRow[]> {
  const page = await openExplorer(browser, served, edges);
  const map = page.getByRole("region", { name: "Map of aliases and keys" });
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  if (!box) throw new Error("the map is not to be seen");
  const idle = await framesWhile(page, () =>
    page.waitForFunction(() => ((window as Watched).explorer?.frames.length ?? 0) >= 60),
  );
  // Left of the lane there is nothing but the ground.
  const ground = { x: box.x + 30, y: box.y + box.height / 2 };
  const panning = await framesWhile(page, () => drag(page, ground, { x: box.width / 3, y: -box.height / 3 }));
  // Groups stay where they are: beyond 2,000 edges there is nothing to drag.
  const node = edges > 2_000 ? null : await map.locator(".map-node[data-take]").first().boundingBox();
  const grip = node && { x: node.x + node.width / 3, y: node.y + node.height / 2 };
  const dragging = grip
    ? await framesWhile(page, () => drag(page, grip, { x: box.width / 3, y: box.height / 4 }))
    : undefined;
  await page.close();
  const named = `${edges.toLocaleString("en-US")} edges`;
  // A median of 60 Hz is promised up to 2,000 edges; beyond, the map is drawn in groups.
  const rows = (what: string, frames: readonly number[]): BenchRow[] => [
    benchRow(`${what}, ${named}: median frame / idle`, median(frames), median(idle), { ours: 17.5 }, "ms"),
    benchRow(`${what}, ${named}: 95th of 100 frames / idle`, slowest(frames), slowest(idle), undefined, "ms"),
  ];
  return [...rows("Panning the map", panning), ...(dragging ? rows("Dragging an alias", dragging) : [])];
}

async function openExplorer(browser: Browser, served: Served, aliases: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1200 } });
  await page.goto(`${served.pages}explorer.html?aliases=${aliases}`);
  await page.waitForFunction(() => (window as Watched).explorer?.opened !== undefined, undefined, { timeout: 120_000 });
  // What stands last on the page: until then, drawing it may still block.
  await page.getByRole("form", { name: "Make a card" }).waitFor();
  return page;
}

async function framesWhile(page: Page, act: () => Promise<unknown>): Promise<readonly number[]> {
  await page.evaluate(() => (window as Watched).explorer?.watch());
  await act();
  return page.evaluate(() => (window as Watched).explorer?.frames ?? []);
}

/** There and back again, a move for each frame or so. */
async function drag(
  page: Page,
  from: { readonly x: number; readonly y: number },
  by: { readonly x: number; readonly y: number },
): Promise<void> {
  const before = await handOf(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 60 });
  // A drag that moves nothing would be the fastest of all.
  if (before === (await handOf(page))) throw new Error(`nothing was dragged from ${from.x}, ${from.y}`);
  await page.mouse.move(from.x, from.y, { steps: 60 });
  // Nothing is dropped anywhere.
  await page.keyboard.press("Escape");
  await page.mouse.up();
}

/** Where the map has been moved to, and what is in the hand. */
function handOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const viewport = document.querySelector<HTMLElement>(".react-flow__viewport")?.style.transform;
    return `${viewport} ${document.querySelector(".map-view")?.getAttribute("data-dragging")}`;
  });
}

function slowest(frames: readonly number[]): number {
  const sorted = [...frames].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN;
}
