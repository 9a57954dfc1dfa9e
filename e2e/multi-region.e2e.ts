// A multi-Region key from the wizard to its replica keys and a change of the primary Region.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const flash = (page: Page, text: string | RegExp) => page.getByText(text).first();
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const related = (page: Page) => page.getByRole("grid", { name: "Related multi-Region keys" });

/** Creates a multi-Region key in Oregon and opens its tab "Regionality". */
async function createPrimary(page: Page, alias: string): Promise<void> {
  await page.goto("/?region=us-west-2#/kms/keys/create");
  await button(page, "Advanced options").click();
  await page.getByRole("radio", { name: /^Multi-Region key/ }).check();
  await button(page, "Next").click();
  await page.getByRole("textbox", { name: "Alias", exact: true }).fill(alias);
  await button(page, "Skip to Review").click();
  await expect(page.getByText("Multi-Region", { exact: true })).toBeVisible();
  await button(page, "Finish").click();
  await expect(flash(page, /^Your AWS KMS key was created with alias/)).toBeVisible();
  await button(page, "View key").click();
  await expect(page).toHaveURL(/#\/kms\/keys\/mrk-[0-9a-f]{32}/);
  await page.getByRole("tab", { name: "Regionality" }).click();
}

async function replicate(page: Page, ...regions: RegExp[]): Promise<void> {
  await button(page, "Create new replica keys").click();
  const dialog = page.getByRole("dialog", { name: "Create new replica keys" });
  await dialog.getByRole("button", { name: /^Replica key Regions/ }).click();
  for (const region of regions) await page.getByRole("option", { name: region }).click();
  await page.keyboard.press("Escape");
  await dialog.getByRole("button", { name: /^Create replica key/ }).click();
}

test("a primary key is replicated into two Regions, and its related keys lead there", async ({ page }) => {
  await createPrimary(page, "everywhere");
  await expect(button(page, "Change primary Region")).toBeDisabled();
  await replicate(page, /Ireland/, /Tokyo/);
  await expect(flash(page, /^Successfully created replica keys in/)).toContainText("with alias everywhere");
  await expect(related(page).getByRole("row")).toHaveCount(3);
  const tokyo = related(page).getByRole("row").filter({ hasText: "Tokyo" });
  await expect(tokyo).toContainText(/Enabled.*Replica/);
  await tokyo.getByRole("link").click();
  await expect(page).toHaveURL(/region=ap-northeast-1/);
  await expect(page.getByRole("heading", { name: "Replica key", exact: true })).toBeVisible();
  await expect(page.getByText("Multi-Region replica key")).toBeVisible();
  await expect(button(page, "Create new replica keys")).toBeHidden();
  await page.getByRole("tab", { name: "Aliases" }).click();
  await expect(page.getByRole("rowheader", { name: "everywhere", exact: true })).toBeVisible();
});

test("the alias of replica keys must be free in their Regions", async ({ page }) => {
  await createPrimary(page, "shared-name");
  await replicate(page, /Ireland/);
  await expect(flash(page, /^Successfully created a replica key in/)).toBeVisible();
  await page.reload();
  await button(page, "Create new replica keys").click();
  const dialog = page.getByRole("dialog", { name: "Create new replica keys" });
  await dialog.getByRole("textbox", { name: "Alias" }).fill("new-app");
  await dialog.getByRole("button", { name: /^Replica key Regions/ }).click();
  await expect(page.getByRole("option", { name: /Ireland/ })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("option", { name: /Frankfurt/ }).click();
  await page.keyboard.press("Escape");
  await expect(dialog.getByText(/already exists in Europe \(Frankfurt\) for key/).first()).toBeVisible();
});

test("the primary Region is changed, and Undo brings it back", async ({ page }) => {
  await createPrimary(page, "movable");
  await replicate(page, /Ireland/);
  await expect(flash(page, /^Successfully created a replica key in/)).toBeVisible();
  await button(page, "Change primary Region").click();
  await page
    .getByRole("dialog", { name: "Change primary Region" })
    .getByRole("button", { name: "Change primary Region" })
    .click();
  await expect(flash(page, /^Successfully changed the primary Region of key/)).toContainText("to Europe (Ireland).");
  await expect(page.getByRole("heading", { name: "Replica key", exact: true })).toBeVisible();
  await expect(related(page).getByRole("row").nth(1)).toContainText("Primary");
  await button(page, "Undo").click();
  await expect(flash(page, /^Successfully changed the primary Region of key/)).toContainText("to US West (Oregon).");
  await expect(page.getByRole("heading", { name: "Primary key", exact: true })).toBeVisible();
});
