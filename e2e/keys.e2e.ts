// The console copy of keys over the sample workspace: lists, key actions, the key's page and its tabs, deletion.
import type { Page } from "@playwright/test";
import { answer, formField, openCryptoPage, run } from "./support/crypto-page.ts";
import { expect, test } from "./support/test.ts";

const app = "1234abcd-12ab-34cd-56ef-1234567890ab"; // aliases new-app, project-key, test-key
const spare = "0987dcba-09fe-87dc-65ba-ab0987654321"; // RSA_4096, without an alias; Frankfurt has a key of this ID too
const finance = "6b1f0c3e-4a57-4d2b-9c8e-2f6d7a10b9e4"; // alias finance
const pending = "f16a7b48-c90d-4528-a7e3-84d5063c1b9f"; // pending deletion

const open = (page: Page, route: string, region = "us-west-2") => page.goto(`/?region=${region}#${route}`);
const row = (page: Page, keyId: string) => page.getByRole("row").filter({ hasText: keyId });
const flash = (page: Page, text: string | RegExp) => page.getByText(text).first();

async function choose(page: Page, ...keyIds: string[]) {
  for (const keyId of keyIds) await page.getByRole("checkbox", { name: `Select key ${keyId}` }).check();
}

async function keyAction(page: Page, name: string) {
  await page.getByRole("button", { name: "Key actions" }).click();
  await page.getByRole("menuitem", { name }).click();
}

test("lists keys in key-ID order with one alias each and all of them on hover", async ({ page }) => {
  await open(page, "/kms/keys");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Customer managed keys (9)");
  const ids = await page
    .getByRole("row")
    .getByRole("link", { name: /^[0-9a-f-]{36}$/ })
    .allTextContents();
  expect(ids).toHaveLength(9);
  expect(ids).toEqual([...ids].sort());
  await expect(row(page, spare).getByRole("gridcell").nth(1)).toHaveText("-");
  await row(page, app).getByRole("link", { name: "(+2 more)" }).hover();
  await expect(page.getByText("project-key").first()).toBeVisible();
  await row(page, app).getByRole("link", { name: "(+2 more)" }).click();
  await expect(page.getByRole("tab", { name: "Aliases" })).toHaveAttribute("aria-selected", "true");
  await expect(page).toHaveURL(/tab=aliases/);
});

test("finds keys by alias and by tag", async ({ page }) => {
  await open(page, "/kms/keys");
  const box = page.getByPlaceholder("Filter keys by properties or tags");
  await box.fill("FINANCE");
  await box.press("Enter");
  await expect(page.getByText("2 matches").first()).toBeVisible();
  await expect(row(page, finance)).toBeVisible();
  await expect(row(page, app)).toBeHidden();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await box.fill("Project = new-app");
  await box.press("Enter");
  await expect(row(page, app)).toBeVisible();
  await expect(row(page, spare)).toBeVisible();
  await expect(row(page, finance)).toBeHidden();
});

test("disables several keys after asking, and Undo enables them again", async ({ page }) => {
  await open(page, "/kms/keys");
  await choose(page, app, finance);
  await keyAction(page, "Disable");
  const dialog = page.getByRole("dialog", { name: "Disable 2 keys" });
  await expect(dialog).toContainText("new-app");
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "Disable keys" }).click();
  await expect(flash(page, "Successfully disabled 2 keys.")).toBeVisible();
  await expect(row(page, app)).toContainText("Disabled");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(flash(page, "Successfully enabled 2 keys.")).toBeVisible();
  await expect(row(page, finance)).toContainText("Enabled");
});

test("allows only canceling for a key that is pending deletion, which leaves it disabled", async ({ page }) => {
  await open(page, "/kms/keys");
  await choose(page, pending);
  await page.getByRole("button", { name: "Key actions" }).click();
  await expect(page.getByRole("menuitem", { name: "Schedule key deletion" })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("menuitem", { name: "Cancel key deletion" }).click();
  await expect(flash(page, /Successfully canceled deletion for key/)).toBeVisible();
  await expect(row(page, pending)).toContainText("Disabled");
});

test("schedules the deletion of several keys and says which aliases stay", async ({ page }) => {
  await open(page, "/kms/keys");
  await choose(page, spare, finance);
  await keyAction(page, "Schedule key deletion");
  await expect(page.getByRole("heading", { level: 1, name: "Schedule key deletion" })).toBeVisible();
  await expect(page.getByText("1 alias stays attached").first()).toBeVisible();
  const days = page.getByLabel("Waiting period (in days)");
  await days.fill("31");
  await expect(page.getByText("Enter a whole number from 7 to 30.").first()).toBeVisible();
  await days.fill("7");
  await page.getByRole("checkbox", { name: /After the 7 day waiting period/ }).check();
  await page.getByRole("button", { name: "Schedule deletion" }).click();
  await expect(flash(page, "Successfully scheduled deletion for 2 keys.")).toBeVisible();
  await expect(row(page, finance)).toContainText("Pending deletion");
  await row(page, finance).getByRole("link", { name: finance }).click();
  await expect(page.getByText("Scheduled deletion date").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Edit description" })).toHaveAttribute("aria-disabled", "true");
});

test("creates aliases with the checks of the field, deletes several and brings them back", async ({ page }) => {
  await open(page, `/kms/keys/${app}?tab=aliases`);
  await page.getByRole("button", { name: "Create alias" }).click();
  const field = page.getByRole("textbox", { name: "Alias name" });
  await expect(field).toBeFocused();
  await page.keyboard.type("finance");
  await expect(
    page.getByText(`The alias finance already exists in this Region for key ${finance}.`).first(),
  ).toBeVisible();
  await field.fill("alias/signer");
  await expect(page.getByText(/would become alias\/alias\/signer/).first()).toBeVisible();
  await field.fill("signer");
  await field.press("Enter");
  await expect(flash(page, "Successfully created alias signer.")).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("checkbox", { name: "Select alias alias/signer" }).check();
  await page.getByRole("checkbox", { name: "Select alias alias/test-key" }).check();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Delete 2 aliases" });
  await expect(dialog).toContainText("test-key");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(flash(page, "Successfully deleted 2 aliases.")).toBeVisible();
  await expect(row(page, "alias/test-key")).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, "alias/test-key")).toBeVisible();
});

test("edits description and tags", async ({ page }) => {
  await open(page, `/kms/keys/${finance}?tab=tags`);
  await page.getByRole("button", { name: "Edit description" }).click();
  await page.getByLabel("Description", { exact: true }).fill("Reports of all years");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Reports of all years").first()).toBeVisible();
  await page.getByRole("button", { name: "Edit tags" }).click();
  await page
    .getByRole("button", { name: /Remove.*CostCenter|Remove/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Add new tag" }).click();
  const newKey = page.getByRole("combobox").filter({ visible: true }).nth(-2);
  await newKey.fill("aws:mine");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("button", { name: "Save changes" })).toBeVisible();
  await newKey.fill("Team");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(flash(page, /Successfully saved the tags/)).toBeVisible();
  await expect(row(page, "Team")).toBeVisible();
  await expect(row(page, "Confidentiality")).toBeHidden();
});

test("shows and downloads the public key of an asymmetric key", async ({ page }) => {
  await open(page, `/kms/keys/${app}?tab=public-key`);
  await expect(page.getByText("-----BEGIN PUBLIC KEY-----").first()).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe(`${app}.pem`);
});

test("shows AWS managed keys by alias, to be read only", async ({ page }) => {
  await open(page, "/kms/defaultKeys");
  const aliases = page.getByRole("row").getByRole("link", { name: /^aws\// });
  await expect(aliases).toHaveText(["aws/dynamodb", "aws/ebs", "aws/s3"]);
  await aliases.first().click();
  await expect(page.getByText("Default key that protects my DynamoDB tables").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Key actions" })).toBeHidden();
  await page.getByRole("tab", { name: "Aliases" }).click();
  await expect(page.getByRole("button", { name: "Create alias" })).toBeHidden();
});

test("says in which Region a key is when it is opened in another", async ({ page }) => {
  await open(page, `/kms/keys/${spare}`, "us-east-1");
  await expect(page.getByRole("heading", { name: "Key not found" })).toBeVisible();
  await page.getByRole("link", { name: /Open this key in US West \(Oregon\)/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: spare })).toBeVisible();
});

test("shows each kind of key under its own list only", async ({ page }) => {
  await open(page, `/kms/defaultKeys/${app}`);
  await expect(page.getByRole("heading", { name: "Key not found" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(`${app} is a customer managed key`);
  await page.getByRole("link", { name: `Open key ${app}` }).click();
  await expect(page).toHaveURL(new RegExp(`#/kms/keys/${app}`));
  await expect(page.getByRole("heading", { level: 1, name: app })).toBeVisible();
});

test("offers the key that an alias or an ARN in the address means", async ({ page }) => {
  await open(page, "/kms/keys/alias%2Fnew-app");
  await expect(page.getByRole("main")).toContainText("alias/new-app is an alias name.");
  await expect(page.getByRole("link", { name: `Open key ${app}` })).toBeVisible();
  await open(page, "/kms/keys/new-app");
  await expect(page.getByRole("main")).toContainText("new-app is not a key ID.");
  await expect(page.getByRole("link", { name: `Open key ${app}` })).toBeVisible();
  await open(page, "/kms/keys/alias%2Fno-such");
  await expect(page.getByRole("main")).toContainText("There is no such alias");
  await open(page, `/kms/keys/${encodeURIComponent(`arn:aws:kms:us-west-2:111122223333:key/${app}`)}`, "us-east-1");
  await page.getByRole("link", { name: /Open this key in US West \(Oregon\)/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: app })).toBeVisible();
});

test("tells when and for what a key was last used", async ({ page }) => {
  await open(page, `/kms/keys/${finance}`);
  await expect(page.getByRole("button", { name: "Not used yet" })).toBeVisible();
  await openCryptoPage(page, `operation=Encrypt&keyId=${finance}`);
  await formField(page, "Plaintext").fill("used");
  await run(page);
  await expect(answer(page, "CiphertextBlob")).toHaveValue(/^AQICA/);
  await open(page, `/kms/keys/${finance}`);
  await page.getByRole("button", { name: "Less than a minute ago" }).click();
  await expect(page.getByText("Operation: Encrypt")).toBeVisible();
});
