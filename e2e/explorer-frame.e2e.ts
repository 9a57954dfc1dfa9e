// The frame of the alias explorer: what is shown of the map, in which view, and what the URL keeps of it.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { paths } from "#store/paths.ts";
import { expect, test } from "./support/test.ts";

const open = (page: Page, path: string) => page.goto(`/?region=us-west-2#${path}`);
const found = (page: Page) => page.getByRole("main").getByText(/^[\d,]+ alias(es)?, [\d,]+ keys?$/);
const search = (page: Page) => page.getByRole("searchbox", { name: "Search" });
const focus = (page: Page) => page.getByRole("combobox", { name: "Focus on one alias" });
const view = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("searches by alias name and by key ID", async ({ page }) => {
  await open(page, paths.explorer({ view: "outline" }));
  await search(page).fill("FINANCE-");
  await expect(found(page)).toHaveText("3 aliases, 3 keys");
  await search(page).fill("1234abcd");
  await expect(page.getByRole("listitem").filter({ hasText: "points to key 1234abcd" })).toHaveCount(3);
});

test("filters by what a key is, and hides what AWS manages", async ({ page }) => {
  await open(page, paths.explorer({ view: "outline", regions: "one" }));
  const line = (text: string) => page.getByRole("listitem").filter({ hasText: text });
  await expect(line("alias api-tokens, us-west-2")).toBeVisible();
  await expect(line("alias aws/s3, of AWS")).toHaveCount(0);
  await expect(page.getByText("AWS managed ones hidden")).toBeVisible();
  await page.getByRole("button", { name: "Filters", exact: true }).click();
  await page.getByRole("checkbox", { name: "Hide what AWS manages" }).uncheck();
  await expect(line("alias aws/s3, of AWS")).toBeVisible();
  await page.getByRole("checkbox", { name: "Hide what AWS manages" }).check();
  await page.getByRole("button", { name: /^Key type/ }).click();
  await page.getByRole("option", { name: "HMAC" }).click();
  await page.keyboard.press("Escape");
  await expect(found(page)).toHaveText("1 alias, 1 key");
  await expect(line("alias api-tokens, us-west-2")).toBeVisible();
  await expect(page.getByRole("button", { name: "Filters (1)" })).toBeVisible();
});

test("keeps the focus, the view and the Regions in the URL", async ({ page }) => {
  await open(page, paths.explorer());
  await focus(page).fill("new-a");
  await page.getByRole("option", { name: "new-app" }).click();
  // Its keys in three Regions, and the other aliases of these.
  await expect(found(page)).toHaveText("5 aliases, 3 keys");
  await expect(focus(page)).toBeFocused();
  await view(page, "Outline").click();
  await expect(page).toHaveURL(/view=outline/);
  await page.reload();
  await expect(found(page)).toHaveText("5 aliases, 3 keys");
  await expect(focus(page)).toHaveValue("new-app");
  await view(page, "This Region").click();
  await expect(found(page)).toHaveText("3 aliases, 1 key");
  await expect(page).toHaveURL(/regions=one/);
});

test("says so when an alias that a link focuses on is not there", async ({ page }) => {
  await open(page, paths.explorer({ focus: "alias/<b>no-such" }));
  await expect(page.getByText("There is no alias <b>no-such here that matches.")).toBeVisible();
  await expect(found(page)).toHaveText("0 aliases, 0 keys");
  await page.getByRole("button", { name: "Clear search, filters and focus" }).click();
  await expect(found(page)).toHaveText("13 aliases, 13 keys");
  await expect(page).not.toHaveURL(/focus=/);
});

test("shows names as the API has them", async ({ page }) => {
  await open(page, paths.explorer({ regions: "one" }));
  const map = page.getByRole("region", { name: "Map of aliases and keys" });
  await expect(map.getByText("code-signing", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Filters", exact: true }).click();
  await page.getByRole("checkbox", { name: /^Show names as the API has them/ }).check();
  await expect(map.getByText("alias/code-signing", { exact: true })).toBeVisible();
});

test("saves the map as SVG and as PNG", async ({ page }) => {
  await open(page, paths.explorer({ focus: "alias/finance-key" }));
  const save = async (item: string) => {
    await page.getByRole("button", { name: "Picture" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: item }).click();
    return readFile(await (await download).path());
  };
  const svg = (await save("Save as SVG")).toString();
  expect(svg).toContain(">finance-key<");
  expect(svg).toContain(">Missing in 1 of 4<");
  expect(svg).toContain(">Not in ap-southeast-1<");
  const png = await save("Save as PNG");
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  // Sharp on slides: two dots for each unit.
  expect(png.readUInt32BE(16)).toBe(2 * Number(/ width="(\d+)"/.exec(svg)?.[1]));
});

test("opens the preview that a link asks for, and forgets it when it is closed", async ({ page }) => {
  const preview = JSON.stringify({ type: "deleteAlias", region: "us-west-2", aliasName: "alias/finance" });
  await open(page, paths.explorer({ preview }));
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).not.toHaveURL(/preview=/);
});

test("says that the preview of a link could not be read", async ({ page }) => {
  await open(page, paths.explorer({ preview: "{<script>" }));
  const note = page.getByText("The link's preview could not be read");
  await expect(note).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "Dismiss the note on the link's preview" }).click();
  await expect(note).toHaveCount(0);
  await expect(page).not.toHaveURL(/preview=/);
});

test("the back button returns to the view before, but not to what was searched", async ({ page }) => {
  await open(page, paths.explorer());
  await view(page, "Outline").click();
  await search(page).fill("finance-");
  await expect(found(page)).toHaveText("3 aliases, 3 keys");
  await page.goBack();
  await expect(page.getByRole("region", { name: "Map of aliases and keys" })).toBeVisible();
  await expect(search(page)).toHaveValue("finance-");
  await page.goForward();
  await expect(page).toHaveURL(/view=outline/);
});

for (const height of [1000, 800])
  test(`the map and its bar of time fit into a window of 1400 x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width: 1400, height });
    await open(page, paths.explorer());
    await page.getByRole("button", { name: "Dismiss the note on the sample workspace" }).click();
    const map = page.getByRole("region", { name: "Map of aliases and keys" });
    await expect(map).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("region", { name: "Time" })).toBeInViewport({ ratio: 1 });
  });
