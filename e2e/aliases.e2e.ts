// The page Sandbox > Aliases: what the real console lacks.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const oregon = "/?region=us-west-2#/sandbox/aliases";
const newApp = "1234abcd-12ab-34cd-56ef-1234567890ab";
const successor = "0987dcba-09fe-87dc-65ba-ab0987654321";

const flashes = (page: Page): Locator => page.getByRole("list", { name: "Notifications" });

/** The row of an alias; the name as shown. */
const rowOf = (page: Page, alias: string, region?: string): Locator => {
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: alias, exact: true }) });
  return region === undefined ? row : row.filter({ hasText: region });
};

async function select(page: Page, alias: string, region?: string): Promise<void> {
  await rowOf(page, alias, region).getByRole("checkbox").check();
}

async function openRetarget(page: Page, alias: string): Promise<Locator> {
  await select(page, alias);
  await page.getByRole("button", { name: "Retarget", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: `Retarget alias ${alias}` });
  await dialog.getByRole("button", { name: /New target key/ }).click();
  return dialog;
}

test.beforeEach(async ({ page }) => {
  await page.goto(oregon);
  await expect(page.getByRole("heading", { level: 1, name: "Aliases" })).toBeVisible();
});

test("an alias is moved to another key after its effects were told, and stays there", async ({ page }) => {
  const dialog = await openRetarget(page, "new-app");
  const confirm = dialog.getByRole("button", { name: "Retarget alias" });
  await expect(confirm).toBeDisabled();
  await page.getByRole("option", { name: new RegExp(successor) }).click();
  await expect(
    dialog.getByText("Signatures made before fail when they are verified through alias/new-app"),
  ).toBeVisible();
  await expect(dialog.getByText("The key spec changes from RSA_2048 to RSA_4096.").first()).toBeVisible();
  await confirm.click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, "new-app")).toContainText(successor);
  await expect(rowOf(page, "new-app")).toContainText("RSA_4096");
  await page.reload();
  await expect(rowOf(page, "new-app")).toContainText(successor);
});

test("Undo moves a retargeted alias back to the key it had", async ({ page }) => {
  const dialog = await openRetarget(page, "new-app");
  await page.getByRole("option", { name: new RegExp(successor) }).click();
  await dialog.getByRole("button", { name: "Retarget alias" }).click();
  await expect(rowOf(page, "new-app")).toContainText(successor);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rowOf(page, "new-app")).toContainText(newApp);
  await expect(
    flashes(page).getByText(`Alias new-app in us-west-2 points to key ${newApp} again.`).first(),
  ).toBeVisible();
});

test("keys that an alias cannot be moved to are shown with the reason and cannot be chosen", async ({ page }) => {
  await openRetarget(page, "finance");
  const option = (text: string | RegExp) => page.getByRole("option", { name: text });
  await expect(option(/e85a3d17/)).toBeEnabled();
  for (const [key, reason] of [
    ["finance", "Current target"],
    ["new-app", "Other key type: asymmetric"],
    ["api-tokens", "Other key type: HMAC"],
    ["legacy-app", "Pending deletion"],
    ["aws/s3", "AWS managed key"],
  ] as const) {
    await expect(option(new RegExp(`^${key} .*Not possible: ${reason}`))).toBeDisabled();
  }
  await page.getByRole("combobox", { name: /Find keys/ }).fill("hmac");
  await expect(page.getByRole("option", { name: /HMAC_256/ })).toHaveCount(1);
  await expect(option(/e85a3d17/)).toHaveCount(0);
});

test("an alias is created for a key that is found by its alias", async ({ page }) => {
  await page.getByRole("button", { name: "Create alias" }).click();
  const dialog = page.getByRole("dialog", { name: "Create alias" });
  const name = dialog.getByRole("textbox", { name: "Alias name" });
  await name.fill("finance");
  await expect(
    dialog.getByText(/The alias finance already exists in this Region for key 6b1f0c3e/).first(),
  ).toBeVisible();
  await name.fill("alias/reports");
  await expect(dialog.getByText(/would become alias\/alias\/reports/).first()).toBeVisible();
  await name.fill("reports");
  await dialog.getByRole("button", { name: "Create alias" }).click();
  await expect(dialog.getByText("Choose the key that the alias is to point to.").first()).toBeVisible();
  await dialog.getByRole("button", { name: /Target key/ }).click();
  await expect(page.getByRole("option", { name: /^legacy-app .*Not possible: Pending deletion/ })).toBeDisabled();
  await page.getByRole("combobox", { name: /Find keys/ }).fill("finance-key");
  await page.getByRole("option", { name: /^finance-key / }).click();
  await dialog.getByRole("button", { name: "Create alias" }).click();
  await expect(flashes(page).getByText("Successfully created alias reports.").first()).toBeVisible();
  await expect(rowOf(page, "reports")).toContainText("c2d94e70-88b1-4f36-a05d-91e3b7c64a28");
});

test("several aliases are deleted after they were named, and Undo creates them again", async ({ page }) => {
  await select(page, "test-key");
  await select(page, "project-key");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Delete 2 aliases" });
  await expect(dialog.getByRole("listitem")).toContainText(["project-key in us-west-2", "test-key in us-west-2"]);
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(flashes(page).getByText("Successfully deleted 2 aliases.").first()).toBeVisible();
  await expect(rowOf(page, "test-key")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(flashes(page).getByText("Successfully created 2 aliases again.").first()).toBeVisible();
  await expect(rowOf(page, "test-key")).toContainText(newApp);
  await expect(rowOf(page, "project-key")).toContainText(newApp);
});

test("all Regions of the account are shown side by side, and names as the API has them", async ({ page }) => {
  await page.getByRole("button", { name: "All Regions" }).click();
  await page.getByRole("searchbox", { name: /Find aliases/ }).fill("new-app");
  await expect(rowOf(page, "new-app")).toHaveCount(3);
  for (const [region, key] of [
    ["us-west-2", newApp],
    ["eu-central-1", successor],
    ["ap-southeast-1", "1a2b3c4d-5e6f-1a2b-3c4d-5e6f1a2b3c4d"],
  ] as const)
    await expect(rowOf(page, "new-app", region)).toContainText(key);
  await page.getByRole("checkbox", { name: /names as the API has them/ }).check();
  await expect(rowOf(page, "alias/new-app")).toHaveCount(3);
  await page.goBack();
  await expect(rowOf(page, "new-app").or(rowOf(page, "alias/new-app"))).toHaveCount(1);
});

test("an alias of AWS can be seen and not be changed", async ({ page }) => {
  await page.getByRole("searchbox", { name: /Find aliases/ }).fill("aws/");
  await expect(rowOf(page, "aws/acm")).toContainText("-");
  const choice = rowOf(page, "aws/s3").getByRole("checkbox", { name: /It belongs to AWS and cannot be changed$/ });
  await expect(choice).toBeDisabled();
  await expect(page.getByRole("checkbox", { name: /Select all/ })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Retarget", exact: true })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Delete", exact: true })).toBeDisabled();
});

test("aliases of AWS without a key are hidden in all Regions until they are asked for", async ({ page }) => {
  const hide = page.getByRole("checkbox", { name: "Hide aliases of AWS without a key" });
  await expect(hide).not.toBeChecked();
  await expect(rowOf(page, "aws/acm")).toHaveCount(1);
  await page.getByRole("button", { name: "All Regions" }).click();
  await expect(hide).toBeChecked();
  await expect(page.getByRole("rowheader", { name: "aws/s3" }).first()).toBeVisible();
  await expect(rowOf(page, "aws/acm")).toHaveCount(0);
  await hide.uncheck();
  await page.getByRole("searchbox", { name: /Find aliases/ }).fill("aws/acm");
  await expect(rowOf(page, "aws/acm")).not.toHaveCount(0);
});

test("an older Undo goes when its alias is changed again", async ({ page }) => {
  const dialog = await openRetarget(page, "new-app");
  await page.getByRole("option", { name: new RegExp(successor) }).click();
  await dialog.getByRole("button", { name: "Retarget alias" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(1);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(flashes(page).getByText("Successfully deleted alias new-app.").first()).toBeVisible();
  await expect(flashes(page).getByRole("button", { name: "Undo" })).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(flashes(page).getByText("Successfully created alias new-app again.").first()).toBeVisible();
  await expect(rowOf(page, "new-app")).toContainText(successor);
});
