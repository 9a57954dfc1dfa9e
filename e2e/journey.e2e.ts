// The story of the sandbox from page to page: what an alias is for, and what moving it to another key does and does not do.
import type { Page } from "@playwright/test";
import { answer, choose, formField, keyField, openCryptoPage, run, typeKey, verdict } from "./support/crypto-page.ts";
import { expect, test } from "./support/test.ts";

// Each test is a long walk.
test.describe.configure({ timeout: 60_000 });

const signingKeys = {
  "US West (Oregon)": "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  "Europe (Frankfurt)": "arn:aws:kms:eu-central-1:111122223333:key/0987dcba-09fe-87dc-65ba-ab0987654321",
  "Asia Pacific (Singapore)": "arn:aws:kms:ap-southeast-1:111122223333:key/1a2b3c4d-5e6f-1a2b-3c4d-5e6f1a2b3c4d",
} as const;
type RegionName = keyof typeof signingKeys;
const regionNames = ["US West (Oregon)", "Europe (Frankfurt)", "Asia Pacific (Singapore)"] as const;

const oregonSuccessor = "0987dcba-09fe-87dc-65ba-ab0987654321";
const financeKey = "6b1f0c3e-4a57-4d2b-9c8e-2f6d7a10b9e4";
const nextFinanceKey = "e85a3d17-0f6c-4b92-8d41-5c07f2ab6e93";

async function switchRegion(page: Page, region: RegionName): Promise<void> {
  await page.getByRole("button", { name: /^Region: / }).click();
  await page.getByRole("menuitem", { name: new RegExp(`^${region.replace(/[()]/g, "\\$&")}`) }).click();
  await expect(page.getByRole("button", { name: `Region: ${region}` })).toBeVisible();
}

async function visit(page: Page, name: "Aliases" | "Cryptographic operations"): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

const aliasRow = (page: Page, alias: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: alias, exact: true }) });

/** On the page of aliases. */
async function retarget(page: Page, alias: string, keyId: string): Promise<void> {
  await aliasRow(page, alias).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Retarget", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: `Retarget alias ${alias}` });
  await dialog.getByRole("button", { name: /New target key/ }).click();
  await page.getByRole("option", { name: new RegExp(keyId) }).click();
  await dialog.getByRole("button", { name: "Retarget alias" }).click();
  await expect(dialog).toBeHidden();
  await expect(aliasRow(page, alias)).toContainText(keyId);
}

test("one alias signs in three Regions; moved in one, it no longer verifies there what it signed", async ({ page }) => {
  await openCryptoPage(page, "operation=Sign&keyId=alias/new-app");
  await formField(page, "Message").fill("release 1.0");
  const signatures: Partial<Record<RegionName, string>> = {};
  for (const region of regionNames) {
    await switchRegion(page, region);
    await expect(keyField(page)).toHaveValue("alias/new-app");
    await run(page);
    await expect(page.getByText(signingKeys[region], { exact: true }).first()).toBeVisible();
    signatures[region] = await answer(page, "Signature").inputValue();
  }

  await switchRegion(page, "US West (Oregon)");
  await visit(page, "Aliases");
  await retarget(page, "new-app", oregonSuccessor);

  await visit(page, "Cryptographic operations");
  await choose(page, "Operation", "Verify");
  await typeKey(page, "alias/new-app");
  await expect(verdict(page, `Verify will use key ${oregonSuccessor}`)).toBeVisible();
  await formField(page, "Message").fill("release 1.0");
  await formField(page, "Signature").fill(signatures["US West (Oregon)"] ?? "");
  await run(page);
  await expect(page.getByText("KMSInvalidSignatureException", { exact: true }).first()).toBeVisible();

  await typeKey(page, signingKeys["US West (Oregon)"]);
  await run(page);
  await expect(page.getByText("SignatureValid", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("KMSInvalidSignatureException", { exact: true })).toBeHidden();

  await typeKey(page, "alias/new-app");
  for (const region of ["Europe (Frankfurt)", "Asia Pacific (Singapore)"] as const) {
    await switchRegion(page, region);
    await formField(page, "Signature").fill(signatures[region] ?? "");
    await run(page);
    await expect(page.getByText(signingKeys[region], { exact: true }).first()).toBeVisible();
    await expect(page.getByText("SignatureValid", { exact: true }).first()).toBeVisible();
  }
});

test("what an alias encrypted is decrypted after the alias was moved, and after a reload", async ({
  page,
  context,
}) => {
  await openCryptoPage(page, "operation=Encrypt&keyId=alias/finance");
  await formField(page, "Plaintext").fill("report of May");
  await run(page);
  await expect(answer(page, "CiphertextBlob")).toHaveValue(/^AQICA/);
  const ciphertext = await answer(page, "CiphertextBlob").inputValue();

  await visit(page, "Aliases");
  await retarget(page, "finance", nextFinanceKey);
  await page.goBack();
  await expect(formField(page, "Plaintext")).toHaveValue("report of May");
  await expect(verdict(page, `Encrypt will use key ${nextFinanceKey}`)).toBeVisible();

  await page.getByRole("button", { name: "Use in Decrypt" }).click();
  await run(page);
  await expect(answer(page, "Plaintext")).toHaveValue("report of May");
  await expect(
    page.getByText(`arn:aws:kms:us-west-2:111122223333:key/${financeKey}`, { exact: true }).first(),
  ).toBeVisible();
  await typeKey(page, "alias/finance");
  await run(page);
  await expect(page.getByText("IncorrectKeyException", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "View API calls" }).last().click();
  await expect(page.getByText("aws kms decrypt").first()).toBeVisible();

  await page.reload();
  await expect(page).toHaveURL(/operation=Decrypt/);
  await expect(formField(page, "Ciphertext")).toHaveValue("");
  await formField(page, "Ciphertext").fill(ciphertext);
  await run(page);
  await expect(answer(page, "Plaintext")).toHaveValue("report of May");

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole("form", { name: "Request: Decrypt" })).toBeVisible();
  await visit(other, "Aliases");
  await expect(aliasRow(other, "finance")).toContainText(nextFinanceKey);
});
