// The page Sandbox > Cryptographic operations: forms, the way of a key ID, results and what they are used for next.
import type { Locator, Page } from "@playwright/test";
import { answer, choose, formField, keyField, openCryptoPage, run, typeKey, verdict } from "./support/crypto-page.ts";
import { expect, test } from "./support/test.ts";

const finance = "6b1f0c3e-4a57-4d2b-9c8e-2f6d7a10b9e4";
const newApp = "1234abcd-12ab-34cd-56ef-1234567890ab";

const steps = (page: Page): Locator =>
  page.getByRole("list", { name: "How the Key ID is resolved" }).getByRole("listitem");
const format = (page: Page, name: string, wanted: string): Promise<void> =>
  page
    .getByRole("toolbar", { name: `Format of ${name}` })
    .getByRole("button", { name: wanted })
    .click();

test("a text is encrypted with a context by keyboard, and its ciphertext carried over to Decrypt", async ({ page }) => {
  await openCryptoPage(page, "operation=Encrypt&keyId=alias/finance");
  await expect(keyField(page)).toHaveValue("alias/finance");
  await page.getByRole("button", { name: "Add pair" }).click();
  await formField(page, "Encryption context: Name 1").fill("stage");
  await formField(page, "Encryption context: Value 1").fill("test");
  await formField(page, "Plaintext").fill("Grüße");
  await expect(page.getByText("7 of 4,096 bytes").first()).toBeVisible();
  await formField(page, "Plaintext").press("Control+Enter");
  await expect(answer(page, "CiphertextBlob")).toHaveValue(/^AQICA/);

  await page.getByRole("button", { name: "Use in Decrypt" }).click();
  await expect(page).toHaveURL(/operation=Decrypt/);
  await expect(page).not.toHaveURL(/Gr|AQIC|stage/);
  await expect(keyField(page)).toHaveValue("");
  await run(page);
  await expect(answer(page, "Plaintext")).toHaveValue("Grüße");
  await expect(page.getByText(`arn:aws:kms:us-west-2:111122223333:key/${finance}`).first()).toBeVisible();

  await formField(page, "Encryption context: Value 1").fill("Test");
  await run(page);
  await expect(page.getByText("InvalidCiphertextException", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("KMS sends no message with this error.").first()).toBeVisible();

  await page.goBack();
  await expect(formField(page, "Plaintext")).toHaveValue("Grüße");
  await expect(answer(page, "CiphertextBlob")).toHaveValue(/^AQICA/);
});

test("a name without alias/ is explained and mended with one click", async ({ page }) => {
  await openCryptoPage(page, "operation=Encrypt&keyId=finance");
  await expect(verdict(page, "Encrypt will answer NotFoundException")).toBeVisible();
  await expect(steps(page).first()).toContainText("The API needs an alias name with its prefix: alias/finance.");
  await formField(page, "Plaintext").fill("x");
  await run(page);
  await expect(page.getByText("Invalid keyId 'finance'").first()).toBeVisible();
  await page.getByRole("button", { name: "Use alias/finance" }).click();
  await expect(keyField(page)).toHaveValue("alias/finance");
  await expect(verdict(page, `Encrypt will use key ${finance}`)).toBeVisible();
  await expect(steps(page)).toHaveCount(7);
  await expect(steps(page).nth(2)).toContainText(`alias/finance points to key ${finance} now`);
});

test("every form of a key identifier is suggested, and another Region's ARN explained", async ({ page }) => {
  await openCryptoPage(page, "operation=Sign");
  await keyField(page).fill("new-a");
  for (const suggestion of [
    "alias/new-app",
    newApp,
    "arn:aws:kms:us-west-2:111122223333:alias/new-app",
    `arn:aws:kms:us-west-2:111122223333:key/${newApp}`,
  ])
    await expect(page.getByRole("option", { name: suggestion }).first()).toBeVisible();
  await page.getByRole("option", { name: "arn:aws:kms:us-west-2:111122223333:alias/new-app" }).click();
  await expect(verdict(page, `Sign will use key ${newApp}`)).toBeVisible();
  await keyField(page).fill("arn:aws:kms:eu-central-1:111122223333:alias/new-app");
  await expect(steps(page).nth(1)).toContainText(
    "The ARN names Region eu-central-1, but the call is made in us-west-2",
  );
});

test("a message is hashed here, signed as a digest and verified as a whole", async ({ page }) => {
  await openCryptoPage(page, "operation=Sign&keyId=alias/new-app");
  await formField(page, "Message").fill("release 1.0");
  await page.getByRole("radio", { name: "DIGEST" }).click();
  await run(page);
  await expect(
    page.getByText("Digest is invalid length for algorithm RSASSA_PKCS1_V1_5_SHA_256.").first(),
  ).toBeVisible();
  await page.getByRole("button", { name: "Replace the message with its SHA-256 digest" }).click();
  await expect(page.getByText("32 of 4,096 bytes").first()).toBeVisible();
  await run(page);
  await expect(page.getByText("256 bytes", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Use in Verify" }).click();
  await page.getByRole("radio", { name: "RAW" }).click();
  await format(page, "Message", "Text");
  await formField(page, "Message").fill("release 1.0");
  await run(page);
  await expect(page.getByText("SignatureValid").first()).toBeVisible();
  await formField(page, "Message").fill("release 1.1");
  await run(page);
  await expect(page.getByText("KMSInvalidSignatureException", { exact: true }).first()).toBeVisible();
});

test("an algorithm that the key does not have can be chosen to see what KMS answers", async ({ page }) => {
  await openCryptoPage(page, "operation=Sign&keyId=alias/new-app");
  await formField(page, "Message").fill("m");
  await choose(page, "Signing algorithm", "ECDSA_SHA_256");
  await expect(page.getByText("has no such algorithm; KMS will refuse it.").first()).toBeVisible();
  await run(page);
  await expect(page.getByText("Algorithm ECDSA_SHA_256 is incompatible with key spec RSA_2048.").first()).toBeVisible();
});

test("what cannot be sent is named at its field", async ({ page }) => {
  await openCryptoPage(page, "operation=Decrypt");
  await run(page);
  await expect(page.getByText("Enter the ciphertext.").first()).toBeVisible();
  await expect(formField(page, "Ciphertext")).toBeFocused();
  await formField(page, "Ciphertext").fill("AQIC-A==");
  await expect(page.getByText('Position 5 is "-", which is no base64 digit').first()).toBeVisible();
});

test("a file is encrypted, and one above the limit told about and refused by KMS", async ({ page }) => {
  await openCryptoPage(page, "operation=Encrypt&keyId=alias/finance");
  await format(page, "Plaintext", "File");
  const upload = (name: string, size: number) =>
    page
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.alloc(size) });
  await upload("large.bin", 4097);
  await expect(page.getByText("KMS takes 4,096 bytes here at most and will refuse this.").first()).toBeVisible();
  await run(page);
  await expect(page.getByText(/Value at 'plaintext' failed to satisfy constraint/).first()).toBeVisible();
  await upload("small.bin", 64);
  await run(page);
  await expect(answer(page, "CiphertextBlob")).toHaveValue(/^AQICA/);
});

test("a data key is made, and a dry run of it makes none", async ({ page }) => {
  await openCryptoPage(page, "operation=GenerateDataKey&keyId=alias/finance");
  await run(page);
  await expect(page.getByText("32 bytes", { exact: true }).first()).toBeVisible();
  await formField(page, "Number of bytes").fill("16");
  await run(page);
  await expect(page.getByText("Please specify either number of bytes or key spec.").first()).toBeVisible();

  await choose(page, "Operation", "GenerateDataKeyWithoutPlaintext");
  await typeKey(page, "alias/finance");
  await page.getByRole("checkbox", { name: "Dry run" }).check();
  await run(page);
  await expect(page.getByText("DryRunOperationException", { exact: true }).first()).toBeVisible();
});

test("a public key is shown as PEM and saved so", async ({ page }) => {
  await openCryptoPage(page, "operation=GetPublicKey&keyId=alias/new-app");
  await run(page);
  await expect(answer(page, "PublicKey")).toHaveValue(/^-----BEGIN PUBLIC KEY-----\n/);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download PublicKey" }).click();
  expect((await saved).suggestedFilename()).toBe("PublicKey.pem");
});

test("random bytes need no key, and a MAC is verified as it was made", async ({ page }) => {
  await openCryptoPage(page, "operation=GenerateRandom");
  await formField(page, "Number of bytes").fill("8");
  await run(page);
  await page.getByRole("toolbar", { name: "View of Plaintext" }).getByRole("button", { name: "Hex" }).click();
  await expect(answer(page, "Plaintext")).toHaveValue(/^[0-9a-f]{16}$/);

  await choose(page, "Operation", "GenerateMac");
  await typeKey(page, "alias/api-tokens");
  await formField(page, "Message").fill("token");
  await run(page);
  await page.getByRole("button", { name: "Use in VerifyMac" }).click();
  await run(page);
  await expect(page.getByText("MacValid").first()).toBeVisible();
});

test("the navigation leads back to the operation that was open, and Back to the one before", async ({ page }) => {
  await page.goto("/?region=us-west-2#/sandbox/cryptographic-operations");
  await expect(page).toHaveURL(/operation=Encrypt$/);
  await choose(page, "Operation", "GenerateRandom");
  await formField(page, "Number of bytes").fill("12");
  await page.getByRole("link", { name: "Aliases", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Aliases" })).toBeVisible();
  await page.getByRole("link", { name: "Cryptographic operations" }).click();
  await expect(formField(page, "Number of bytes")).toHaveValue("12");
  for (const _page of ["Aliases", "GenerateRandom", "Encrypt"]) await page.goBack();
  await expect(formField(page, "Plaintext")).toBeVisible();
});

test("another address typed over that of the page is gone to", async ({ page }) => {
  await openCryptoPage(page, "operation=GenerateRandom");
  await page.goto("/?region=us-west-2#/sandbox/aliases");
  await expect(page.getByRole("heading", { level: 1, name: "Aliases" })).toBeVisible();
  await expect(page).toHaveURL(/#\/sandbox\/aliases$/);
});

test("a result goes when the form that made it can no longer be sent", async ({ page }) => {
  await openCryptoPage(page, "operation=GenerateRandom");
  await run(page);
  await expect(answer(page, "Plaintext")).toBeVisible();
  await formField(page, "Number of bytes").fill("x");
  await run(page);
  await expect(page.getByText('"x" is not a whole number.').first()).toBeVisible();
  await expect(answer(page, "Plaintext")).toHaveCount(0);
});

test("an operation in the address that does not exist is named", async ({ page }) => {
  await openCryptoPage(page, "operation=Frobnicate");
  await expect(page.getByText('There is no operation "Frobnicate" here').first()).toBeVisible();
});
