// The preview of a change in the alias explorer: what it tells, that nothing happens before it is confirmed, and the way back.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const finance = "6b1f0c3e-4a57-4d2b-9c8e-2f6d7a10b9e4";
const spare = "e85a3d17-0f6c-4b92-8d41-5c07f2ab6e93";
const tokens = "3f7c92d5-1e48-4a6b-b3d0-7a95c8e21f64"; // HMAC_256
const region = "us-west-2";

const explorer = (change?: object): string =>
  `/?region=${region}#/sandbox/explorer${change ? `?preview=${encodeURIComponent(JSON.stringify(change))}` : ""}`;
const retarget = { type: "retarget", region, aliasName: "alias/finance", keyId: spare };

/** The dialog as soon as the change has been tried: some dozens of calls, with turns for the page between them. */
async function previewOf(page: Page, title: string): Promise<Locator> {
  const dialog = page.getByRole("dialog", { name: `${title}: preview` });
  await expect(dialog.getByRole("heading", { name: "Who has used it lately" })).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByText("Trying the change")).toHaveCount(0);
  return dialog;
}

const flashes = (page: Page): Locator => page.getByRole("list", { name: "Notifications" });
const cardRow = (dialog: Locator): Locator => dialog.getByRole("row").filter({ hasText: "Encrypted text of 21 bytes" });

async function makeCard(page: Page): Promise<void> {
  const form = page.getByRole("form", { name: "Make a card" });
  await form.getByRole("combobox", { name: "Alias" }).fill("finance");
  await page
    .getByRole("option", { name: /^finance/ })
    .first()
    .click();
  await form.getByRole("textbox", { name: /^Text/ }).fill("the quarter's figures");
  await form.getByRole("button", { name: "Encrypt a text", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Encrypted text of 21 bytes" })).toBeVisible();
}

/** Which key the alias means, as the page of all aliases has it. */
async function expectTarget(page: Page, alias: string, keyId: string): Promise<void> {
  await page.goto(`/?region=${region}#/sandbox/aliases`);
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: alias, exact: true }) });
  await expect(row).toContainText(keyId);
}

test("a retarget is foretold for callers and cards, made on confirmation, and undone", async ({ page }) => {
  await page.goto(explorer());
  await makeCard(page);
  await page.goto(explorer(retarget));
  const dialog = await previewOf(page, "Retarget alias finance");
  await expect(
    dialog.getByText(`New Encrypt calls that name alias/finance use key ${spare} instead of key ${finance}.`).first(),
  ).toBeVisible();
  await expect(
    dialog.getByText("with alias/finance as the KeyId fails with IncorrectKeyException").first(),
  ).toBeVisible();
  await expect(dialog.getByText(`Key ${finance} is left without an alias.`).first()).toBeVisible();
  await expect(dialog.getByText(/user\/Admin: 1 call \(Encrypt\)/)).toBeVisible();
  await expect(cardRow(dialog)).toContainText("Changes");
  await expect(cardRow(dialog)).toContainText(/Now\s*Decrypts\s*After\s*IncorrectKeyException/);
  await dialog.getByRole("button", { name: "The change as code" }).click();
  await expect(dialog.getByText("aws kms update-alias").first()).toBeInViewport();

  await dialog.getByRole("button", { name: "Retarget alias" }).click();
  await expect(dialog).toBeHidden();
  await expect(flashes(page).getByText(`Alias finance in us-west-2 points to key ${spare}.`).first()).toBeVisible();
  await expect(page.getByText("IncorrectKeyException").first()).toBeVisible(); // the card, as it was foretold
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(flashes(page).getByText("points to the key that it had before").first()).toBeVisible();
  await expectTarget(page, "finance", finance);
});

test("what is looked at and left alone has changed nothing", async ({ page }) => {
  await page.goto(explorer(retarget));
  const dialog = await previewOf(page, "Retarget alias finance");
  await expect(dialog.getByRole("button", { name: "Retarget alias" })).toBeEnabled();
  // A stray Enter confirms nothing.
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page).not.toHaveURL(/preview=/);
  await expectTarget(page, "finance", finance);
});

test("a change that AWS KMS refuses is told with its answer, and with what a new alias would mean", async ({
  page,
}) => {
  await page.goto(explorer({ ...retarget, keyId: tokens }));
  const dialog = await previewOf(page, "Retarget alias finance");
  await expect(dialog.getByText("AWS KMS would refuse UpdateAlias").first()).toBeVisible();
  await expect(dialog.getByText(/^ValidationException: .*must have the same key type/).first()).toBeVisible();
  await expect(dialog.getByRole("heading", { name: "What a new alias of the same name would mean" })).toBeVisible();
  await expect(dialog.getByText("Between the two calls: New Encrypt calls").first()).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Retarget alias" })).toBeDisabled();
});

test("a swap shows the moment between its two calls", async ({ page }) => {
  await page.goto(explorer({ type: "swap", region, aliasName: "alias/finance", otherName: "alias/finance-key" }));
  const dialog = await previewOf(page, "Swap aliases finance and finance-key");
  await expect(dialog.getByRole("heading", { name: "Between the two calls" })).toBeVisible();
  await dialog.getByRole("button", { name: "Swap aliases" }).click();
  await expect(flashes(page).getByText("have each other's key").first()).toBeVisible();
  await expectTarget(page, "finance-key", finance);
});

test("the console copy shows the impact before a key is disabled, deleted, or loses an alias", async ({ page }) => {
  await page.goto(`/?region=${region}#/kms/keys/${finance}`);
  await page.getByRole("button", { name: "Key actions" }).click();
  await page.getByRole("menuitem", { name: "Disable", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Disable key", exact: true });
  await question.getByRole("checkbox").check();
  await question.getByRole("link", { name: `See impact on key ${finance} (Sandbox)` }).click();
  const disable = await previewOf(page, "Disable key");
  await expect(disable.getByText("fail with DisabledException").first()).toBeVisible();
  // Whoever only wanted to know goes on where the question was asked.
  await disable.getByRole("button", { name: "Cancel" }).click();
  await expect(disable).toBeHidden();
  await expect(question.getByRole("checkbox")).toBeChecked();
  await expect(question.getByRole("link", { name: /See impact/ })).toBeFocused();
  await question.getByRole("link", { name: /See impact/ }).click();
  await previewOf(page, "Disable key");
  await disable.getByRole("button", { name: "Disable key" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(/#\/kms\/keys\//);
  await expect(flashes(page).getByText(`Successfully disabled key ${finance}`).first()).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(flashes(page).getByText(`Successfully enabled key ${finance}`).first()).toBeVisible();

  await page.goto(`/?region=${region}#/kms/schedule-deletion?keys=${finance}`);
  await page.getByRole("spinbutton", { name: "Waiting period (in days)" }).fill("9");
  await page.getByRole("link", { name: `See impact on key ${finance} (Sandbox)` }).click();
  const deletion = await previewOf(page, "Schedule key deletion");
  await expect(deletion.getByText("9 days")).toBeVisible();
  await expect(deletion.getByText("gone for ever").first()).toBeVisible();
  await deletion.getByRole("button", { name: "Cancel" }).click();
  await expect(deletion).toBeHidden();
  await expect(page.getByRole("spinbutton", { name: "Waiting period (in days)" })).toHaveValue("9");

  await page.goto(`/?region=${region}#/kms/keys/${finance}?tab=aliases`);
  await page
    .getByRole("row", { name: /finance/ })
    .getByRole("checkbox")
    .check();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("link", { name: "See impact on alias finance (Sandbox)" }).click();
  const alias = await previewOf(page, "Delete alias finance");
  await expect(alias.getByText("fail with NotFoundException").first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a URL that tells no change opens the explorer alone", async ({ page }) => {
  await page.goto(explorer({ ...retarget, aliasName: "<img src=x onerror=alert(1)>" }));
  await expect(page.getByRole("heading", { level: 1, name: "Alias explorer" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the preview has no accessibility violations", async ({ page }) => {
  await page.goto(explorer());
  await makeCard(page);
  await page.goto(explorer(retarget));
  const dialog = await previewOf(page, "Retarget alias finance");
  await expect(cardRow(dialog)).toContainText("Changes");
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include("[role=dialog]").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
});
