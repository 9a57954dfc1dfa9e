// The matrix of the alias explorer: names and Regions as a table.
import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const explorer = "/?region=us-west-2#/sandbox/explorer?view=matrix";
const successor = "0987dcba-09fe-87dc-65ba-ab0987654321";
const virginiaFinance = "48f9b6d0-a3e7-4125-9b5c-d76e2f80c1a9";

const row = (page: Page, alias: string): Locator =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${alias}( |$)`) }) });

/** The cell of an alias in a Region: in the row, under the Region's header. */
async function cell(page: Page, alias: string, region: string): Promise<Locator> {
  await expect(page.getByRole("columnheader").filter({ hasText: region }).first()).toBeVisible();
  const headers = await page.getByRole("columnheader").allTextContents();
  const index = headers.findIndex((text) => text.trim() === region);
  expect(index, `a column for ${region}`).toBeGreaterThan(0);
  return row(page, alias).locator("th, td").nth(index);
}

const key = (page: Page, alias: string, region: string): Locator =>
  page.getByRole("button", { name: new RegExp(`^alias ${alias}, ${region}, points to key `) });
const gap = (page: Page, alias: string, region: string): Locator =>
  page.getByRole("button", { name: `Create here: ${region} has no alias ${alias}` });

/** Takes the preview that has been opened at its word. */
async function confirm(page: Page, verb: string): Promise<void> {
  const preview = page.getByRole("dialog", { name: /: preview$/ });
  await preview.getByRole("button", { name: verb, exact: true }).click();
  await expect(preview).toHaveCount(0);
}

test.beforeEach(async ({ page }) => {
  await page.goto(explorer);
  await expect(page.getByRole("heading", { level: 2, name: "Aliases by Region" })).toBeVisible();
});

test("each name has its key in each Region, and a gap where it is missing", async ({ page }) => {
  await expect(await cell(page, "finance-key", "us-west-2")).toContainText("c2d94e70");
  await expect(await cell(page, "finance-key", "eu-central-1")).toContainText("d3c81a5f");
  await expect(await cell(page, "new-app", "eu-central-1")).toContainText("RSA_2048, Sign and verify");
  await expect(await cell(page, "new-app", "us-east-1")).toHaveText(/^- *Create here$/);
  await expect(await cell(page, "old-reports", "us-west-2")).toContainText("Disabled");
  await expect(row(page, "new-app")).toContainText("Missing in 1 of 4");
});

test("a name is created in a Region that lacks it, after the types elsewhere were told", async ({ page }) => {
  await gap(page, "new-app", "us-east-1").click();
  const dialog = page.getByRole("dialog", { name: "Create alias new-app in us-east-1" });
  await expect(dialog.getByText("RSA_2048, Sign and verify")).toHaveCount(3);
  await expect(dialog.getByRole("button", { name: "Preview" })).toBeDisabled();
  await dialog.getByRole("button", { name: /Target key/ }).click();
  await page.getByRole("option", { name: new RegExp(virginiaFinance) }).click();
  await expect(
    dialog.getByText("In no other Region does this name stand for a key of this type").first(),
  ).toBeVisible();
  await dialog.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("dialog", { name: "Create alias new-app: preview" });
  await preview.getByRole("button", { name: "The change as code" }).click();
  await expect(preview.getByRole("tabpanel")).toContainText("aws kms create-alias");
  await preview.getByRole("tab", { name: "CloudFormation" }).click();
  await expect(preview.getByRole("tabpanel")).toContainText('AliasName: "alias/new-app"');
  await preview.getByRole("tab", { name: "Terraform" }).click();
  await expect(preview.getByRole("tabpanel")).toContainText(`target_key_id = "${virginiaFinance}"`);
  // Nothing has happened before the preview is confirmed.
  await expect(await cell(page, "new-app", "us-east-1")).toHaveText(/^- *Create here$/);
  await confirm(page, "Create alias");
  const created = await cell(page, "new-app", "us-east-1");
  await expect(created).toContainText("48f9b6d0");
  await expect(created).toContainText("Most Regions: RSA_2048, Sign and verify");
  await expect(row(page, "new-app")).toContainText("Types differ");
  await page.reload();
  await expect(await cell(page, "new-app", "us-east-1")).toContainText("48f9b6d0");
});

test("by keyboard alone a cell is reached, its menu opened, and its alias retargeted", async ({ page }) => {
  await key(page, "new-app", "eu-central-1").focus();
  await page.keyboard.press("Home");
  for (let at = 0; at < 20; at += 1) {
    if (await key(page, "new-app", "us-west-2").evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press("ArrowRight");
  }
  await expect(key(page, "new-app", "us-west-2")).toBeFocused();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("menu", { name: /^alias new-app, us-west-2, points to key 1234abcd/ });
  await expect(menu.getByRole("menuitem", { name: "Retarget..." })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(key(page, "new-app", "us-west-2")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Retarget alias new-app" });
  await dialog.getByRole("button", { name: /New target key/ }).press("Enter");
  await page.getByRole("combobox", { name: /Find keys/ }).fill(successor);
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Preview" }).press("Enter");
  await confirm(page, "Retarget alias");
  await expect(await cell(page, "new-app", "us-west-2")).toContainText("RSA_4096");
  await expect(await cell(page, "new-app", "us-west-2")).toContainText("Most Regions: RSA_2048, Sign and verify");
});

test("the table is one Tab stop, and arrow keys go through its cells", async ({ page }) => {
  await key(page, "new-app", "eu-central-1").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(key(page, "new-app", "ap-southeast-1")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(gap(page, "legacy-app", "ap-southeast-1")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("grid").locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(gap(page, "legacy-app", "ap-southeast-1")).toBeFocused();
});

test("what is marked as differing is what the filter for it leaves", async ({ page }) => {
  await expect(row(page, "old-reports")).toContainText("Only in us-west-2");
  const differing = page.getByRole("checkbox", { name: "Only what differs between Regions" });
  if (!(await differing.isVisible())) await page.getByRole("button", { name: /^Filters/ }).click();
  await differing.check();
  await expect(page.getByRole("rowheader")).toHaveText([
    /^finance-key.*Missing in 1 of 4$/,
    /^new-app.*Missing in 1 of 4$/,
  ]);
});

test("an ARN finds what it names, in its Region alone", async ({ page }) => {
  const search = page.getByRole("searchbox", { name: "Search" });
  await search.fill(`arn:aws:kms:us-east-1:111122223333:key/${virginiaFinance}`);
  await expect(page.getByRole("rowheader")).toHaveText([/^finance-key/]);
  await expect(page.getByRole("columnheader")).toHaveText(["Alias", "us-east-1"]);
  await search.fill("arn:aws:kms:us-west-2:111122223333:alias/new-app");
  await expect(page.getByRole("rowheader")).toHaveText([/^new-app/]);
  await search.fill("arn:aws:kms:us-west-2:999999999999:alias/new-app");
  await expect(page.getByText("No matches")).toBeVisible();
});

test("in a narrow window the Regions scroll in their frame, under names that stay", async ({ page }) => {
  await page.setViewportSize({ width: 560, height: 800 });
  const last = key(page, "new-app", "eu-central-1");
  const name = page.getByRole("rowheader", { name: /^new-app/ });
  const before = await name.boundingBox();
  await last.focus();
  await expect(last).toBeInViewport();
  await expect(name).toBeInViewport();
  expect((await name.boundingBox())?.x).toBe(before?.x);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});

test("selected cells become CLI lines, a template for each Region, and Terraform configuration", async ({ page }) => {
  await page.getByRole("checkbox", { name: "Select cells" }).check();
  const box = (alias: string, region: string): Locator =>
    page.getByRole("checkbox", { name: new RegExp(`^Select alias ${alias}, ${region}, `) });
  await box("finance-key", "us-west-2").check();
  await box("finance-key", "us-east-1").check();
  await box("new-app", "us-west-2").check();
  await expect(page.getByRole("heading", { level: 2, name: "Selected cells" })).toContainText("(3)");
  const panel = page.getByRole("tabpanel");
  await expect(panel).toContainText(
    `aws kms create-alias --region us-east-1 --alias-name alias/finance-key --target-key-id ${virginiaFinance} ||`,
  );
  await page.getByRole("tab", { name: "CloudFormation" }).click();
  await expect(panel.getByRole("button", { name: "Copy CloudFormation template for us-west-2" })).toBeVisible();
  await expect(panel.getByRole("button", { name: "Copy CloudFormation template for us-east-1" })).toBeVisible();
  await expect(panel.getByText("Type: AWS::KMS::Alias")).toHaveCount(2);
  await page.getByRole("tab", { name: "Terraform" }).click();
  await panel.getByRole("checkbox", { name: "The aliases exist already: import them" }).check();
  await expect(panel.getByText('resource "aws_kms_alias" "finance_key_us_east_1"')).toContainText("import {");
  await page.getByRole("button", { name: "Clear selection" }).click();
  await expect(box("new-app", "us-west-2")).not.toBeChecked();
});

test("an alias of AWS can be opened, and neither moved nor selected", async ({ page }) => {
  await page.goto(`${explorer}&regions=one`);
  await page.getByRole("button", { name: /^Filters/ }).click();
  await page.getByRole("checkbox", { name: "Hide what AWS manages" }).uncheck();
  await page.getByRole("button", { name: /^alias aws\/s3, of AWS, us-west-2, points to key / }).click();
  await expect(page.getByRole("menuitem", { name: /^Retarget.*belong to AWS and cannot be changed/ })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await page.getByRole("menuitem", { name: "Open key" }).click();
  await expect(page).toHaveURL(/defaultKeys\/72e5c1d9/);
});

test("the menu of a cell is that of the map: it swaps and copies, too", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await key(page, "new-app", "us-west-2").click();
  await page.getByRole("menuitem", { name: "Copy ARN" }).click();
  await expect(page.getByText("Alias ARN copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "arn:aws:kms:us-west-2:111122223333:alias/new-app",
  );
  await key(page, "new-app", "us-west-2").click();
  await page.getByRole("menuitem", { name: "Swap with..." }).click();
  await expect(page.getByRole("dialog", { name: "Swap alias new-app" })).toBeVisible();
});

test("a past moment is shown, and nothing can be changed in it", async ({ page }) => {
  await gap(page, "new-app", "us-east-1").click();
  const dialog = page.getByRole("dialog", { name: "Create alias new-app in us-east-1" });
  await dialog.getByRole("button", { name: /Target key/ }).click();
  await page.getByRole("option", { name: new RegExp(virginiaFinance) }).click();
  await dialog.getByRole("button", { name: "Preview" }).click();
  await confirm(page, "Create alias");
  await expect(await cell(page, "new-app", "us-east-1")).toContainText("48f9b6d0");
  await page.getByRole("button", { name: "One change back" }).click();
  await expect(await cell(page, "new-app", "us-east-1")).toHaveText("-");
  await key(page, "new-app", "us-west-2").click();
  await expect(page.getByRole("menuitem", { name: /^Delete.*You are looking at the past/ })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});

for (const colorScheme of ["light", "dark"] as const)
  test(`the matrix has nothing that axe finds, in ${colorScheme} mode, with a menu open and with cells selected`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    const violations = async (): Promise<readonly string[]> =>
      (await new AxeBuilder({ page }).analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
      );
    await key(page, "new-app", "us-west-2").click();
    await expect(page.getByRole("menu")).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("checkbox", { name: "Select cells" }).check();
    await page.getByRole("button", { name: "Select all 13 cells" }).click();
    await expect(page.getByRole("tabpanel")).toBeVisible();
    expect(await violations()).toEqual([]);
  });
