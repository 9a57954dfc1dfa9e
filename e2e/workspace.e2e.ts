// Sandbox > Settings, and the notice of a first visit.
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

// Each replaced workspace is a page loaded anew, and some tests replace two.
test.describe.configure({ timeout: 60_000 });

type SettingsTab = "accounts" | "regions" | "clock" | "workspace" | "appearance";

async function openSettings(page: Page, tab: SettingsTab): Promise<void> {
  await page.goto(`/?region=us-west-2#/sandbox/settings?tab=${tab}`);
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
}

interface ExportedFile {
  readonly path: string;
  readonly workspace: { readonly name: string; readonly tables: unknown; readonly material: unknown };
}

async function exportWorkspace(page: Page): Promise<ExportedFile> {
  await page.getByRole("button", { name: "Export to file" }).click();
  const dialog = page.getByRole("dialog", { name: /^Export / });
  await expect(dialog).toContainText("holds the key material of the workspace in the clear");
  const downloading = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export", exact: true }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^kms-sandbox-.*\d{4}-\d\d-\d\d\.json$/);
  await expect(dialog).toBeHidden();
  const path = await download.path();
  return { path, workspace: JSON.parse(await readFile(path, "utf8")) };
}

async function chooseFile(page: Page, name: string, text: string): Promise<Locator> {
  await page.getByRole("button", { name: "Import from file" }).click();
  const dialog = page.getByRole("dialog", { name: "Import a workspace" });
  const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
  await dialog.locator("input[type=file]").setInputFiles(file);
  return dialog;
}

/** By the button of the settings, or by that of the notice above every page. */
async function startEmpty(page: Page, from: Locator): Promise<void> {
  await from.getByRole("button", { name: "Start with an empty workspace" }).click();
  const dialog = page.getByRole("dialog", { name: "Start with an empty workspace" });
  const confirm = dialog.getByRole("button", { name: "Start empty" });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("checkbox").check();
  await confirm.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: /^Customer managed keys/ })).toBeVisible();
  await expect(page.getByText("finance-key")).toHaveCount(0);
  await expect(messages(page)).toContainText("Workspace Empty workspace is open: one account");
}

const settings = (page: Page): Locator => page.getByRole("tabpanel");

const messages = (page: Page): Locator => page.getByRole("list", { name: "Notifications" });

/** A flash message; what is read out to screen readers holds more words. */
const message = (page: Page, text: string): Locator => page.getByText(text, { exact: true });

test("an exported workspace comes back as it was after a reset", async ({ page }) => {
  await openSettings(page, "accounts");
  await page.getByRole("button", { name: "Rename account 111122223333" }).click();
  await page.getByRole("textbox", { name: "Account name" }).fill("Training");
  await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("rowheader", { name: "Training" })).toBeVisible();

  await page.getByRole("tab", { name: "Workspace" }).click();
  await page.getByRole("button", { name: "Dismiss the note on the sample workspace" }).click();
  const before = await exportWorkspace(page);
  await startEmpty(page, settings(page));

  await openSettings(page, "workspace");
  const dialog = await chooseFile(page, "mine.json", await readFile(before.path, "utf8"));
  await expect(dialog).toContainText("Sample workspace");
  await expect(dialog).toContainText(/Accounts\s*2/);
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("finance-key").first()).toBeVisible();
  await expect(messages(page)).toContainText("Imported workspace Sample workspace.");
  await page.getByRole("button", { name: "Restore the previous workspace" }).click();
  await expect(page).toHaveURL(/#\/sandbox\/settings\?tab=workspace$/);
  await page.reload();
  await expect(page.getByText("Imported workspace")).toHaveCount(0);

  const after = await exportWorkspace(page);
  expect(after.workspace.name).toBe(before.workspace.name);
  expect(after.workspace.tables).toEqual(before.workspace.tables);
  expect(after.workspace.material).toEqual(before.workspace.material);
});

test("a file that is wrong somewhere is refused, and the place is named", async ({ page }) => {
  await openSettings(page, "workspace");
  const { path } = await exportWorkspace(page);
  const text = await readFile(path, "utf8");
  const dialog = await chooseFile(page, "bad.json", text.replace('"keySpec": "RSA_2048"', '"keySpec": "RSA_1024"'));
  await expect(dialog).toContainText("bad.json cannot be imported");
  await expect(dialog).toContainText(/tables\.keys\[\d+\]\.keySpec: /);
  await expect(dialog.getByRole("button", { name: "Import", exact: true })).toBeDisabled();
  await dialog.getByRole("button", { name: "Remove file bad.json" }).click();
  const torn = { name: "torn.json", mimeType: "application/json", buffer: Buffer.from(text.slice(0, 900)) };
  await dialog.locator("input[type=file]").setInputFiles(torn);
  await expect(dialog).toContainText("The file is not JSON: the problem is at position");
});

test("an account is added, and opened by its row", async ({ page }) => {
  await openSettings(page, "accounts");
  await page.getByRole("button", { name: "Add account" }).click();
  const dialog = page.getByRole("dialog", { name: "Add account" });
  const id = dialog.getByRole("textbox", { name: "Account ID" });
  await id.fill("12345");
  await dialog.getByRole("button", { name: "Add account" }).click();
  await expect(dialog.getByText("An account ID has 12 digits.").first()).toBeVisible();
  await expect(dialog.getByText("An account name has 1 to 50 characters.").first()).toBeVisible();
  await id.fill("111122223333");
  await dialog.getByRole("textbox", { name: "Account name" }).fill("Shop");
  await expect(dialog.getByText("This workspace already has an account of this ID.").first()).toBeVisible();
  await id.fill("777788889999");
  await id.press("Enter");
  await expect(message(page, "Successfully added account Shop (777788889999).")).toBeVisible();
  await page.getByRole("button", { name: "Switch to account 777788889999" }).click();
  await expect(page).toHaveURL(/[?&]account=777788889999/);
  await expect(page.getByRole("button", { name: /Shop \(777788889999\)/ })).toBeVisible();
});

test("an opt-in Region is in the Region selector while it is enabled", async ({ page }) => {
  const selector = page.getByRole("button", { name: /^Region: / });
  const milan = page.getByRole("menuitem", { name: /eu-south-1/ });
  const toggle = page.getByRole("checkbox", { name: /eu-south-1/ });
  await openSettings(page, "regions");
  await expect(page.getByRole("checkbox", { name: /us-east-1/ })).toBeDisabled();
  await toggle.click();
  await expect(message(page, "Successfully enabled Europe (Milan) (eu-south-1).")).toBeVisible();
  await selector.click();
  await milan.click();
  await expect(page).toHaveURL(/region=eu-south-1/);
  await expect(toggle).toBeDisabled();
  await expect(page.getByText("This Region is open: go to another one before you disable it.").first()).toBeVisible();
  await openSettings(page, "regions");
  await toggle.click();
  await expect(message(page, "Successfully disabled Europe (Milan) (eu-south-1).")).toBeVisible();
  await selector.click();
  await expect(page.getByRole("menuitem", { name: /eu-west-1/ })).toBeVisible();
  await expect(milan).toHaveCount(0);
});

test("moving the clock forward names the keys that fall due, and deletes them with their aliases", async ({ page }) => {
  await openSettings(page, "clock");
  const days = page.getByRole("spinbutton", { name: "Move forward by" });
  const move = page.getByRole("button", { name: "Move forward" });
  await days.fill("0");
  await move.click();
  await expect(page.getByText("Enter a whole number of days, 1 to 3,650.").first()).toBeVisible();
  await days.fill("30");
  await move.click();
  const dialog = page.getByRole("dialog", { name: "Move the sandbox clock forward by 30 days" });
  await expect(dialog.getByRole("listitem").filter({ hasText: "legacy-app" })).toBeVisible();
  await dialog.getByRole("button", { name: "Move forward" }).click();
  await expect(
    page.getByText(/^The sandbox clock was moved forward by 30 days\..* 1 KMS key is deleted\.$/),
  ).toBeVisible();
  await expect(page.getByText("30 days", { exact: true }).first()).toBeVisible();
  await page.goto("/?region=us-west-2#/sandbox/aliases");
  await page.getByRole("searchbox", { name: /Find aliases/ }).fill("app");
  await expect(page.getByRole("rowheader", { name: "new-app" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "legacy-app" })).toHaveCount(0);
});

test("the workspace that was replaced is restored, and the restored one can be left again", async ({ page }) => {
  await openSettings(page, "workspace");
  await expect(page.getByRole("button", { name: "Restore the previous workspace" })).toBeDisabled();
  await startEmpty(page, settings(page));
  await openSettings(page, "workspace");
  await settings(page).getByRole("button", { name: "Restore the previous workspace" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByText("finance-key").first()).toBeVisible();
  await expect(messages(page)).toContainText("Restored workspace Sample workspace.");
  await openSettings(page, "workspace");
  await expect(page.getByText("Empty workspace", { exact: true }).first()).toBeVisible();
  await expect(settings(page).getByRole("button", { name: "Restore the previous workspace" })).toBeEnabled();
});

test("the notice of the sample leads to an empty workspace, and goes away when it is dismissed", async ({ page }) => {
  await page.goto("/?region=us-west-2#/kms/keys");
  await page.getByRole("button", { name: "Dismiss the note on the sample workspace" }).click();
  await page.reload();
  await expect(page.getByText("finance-key").first()).toBeVisible();
  const notice = page.getByText("You are looking at the sample workspace");
  await expect(notice).toHaveCount(0);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(notice).toBeVisible();
  await startEmpty(page, page.getByRole("main"));
  await expect(notice).toHaveCount(0);
});

test("dark mode is applied at once and kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await openSettings(page, "appearance");
  const heading = page.getByRole("heading", { level: 1 });
  const colour = () => heading.evaluate((element) => getComputedStyle(element).color);
  const light = await colour();
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect.poll(colour).not.toBe(light);
  await page.reload();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect.poll(colour).not.toBe(light);
});
