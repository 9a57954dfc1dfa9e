// Key material: rotation by the clock and on demand, and key material that is imported and deleted.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const finance = "6b1f0c3e-4a57-4d2b-9c8e-2f6d7a10b9e4"; // symmetric

const openMaterial = (page: Page, keyId: string) => page.goto(`/?region=us-west-2#/kms/keys/${keyId}?tab=rotations`);
const flash = (page: Page, text: string | RegExp) => page.getByText(text).first();
const materials = (page: Page) => page.getByRole("grid", { name: "Key materials" });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("automatic rotation is enabled with a period, and Undo disables it again", async ({ page }) => {
  await openMaterial(page, finance);
  await button(page, "Edit automatic key rotation").click();
  const dialog = page.getByRole("dialog", { name: "Edit automatic key rotation" });
  await dialog.getByRole("radio", { name: "Enable" }).check();
  const period = dialog.getByRole("spinbutton", { name: "Rotation period (in days)" });
  await expect(period).toHaveValue("365");
  await period.fill("89");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Enter a whole number from 90 to 2560.").first()).toBeVisible();
  await period.fill("90");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(flash(page, /^Successfully enabled automatic key rotation for key/)).toBeVisible();
  await expect(page.getByText("90 days", { exact: true })).toBeVisible();
  await button(page, "Undo").click();
  await expect(flash(page, /^Successfully disabled automatic key rotation for key/)).toBeVisible();
  await expect(page.getByText("90 days", { exact: true })).toBeHidden();
});

test("a rotation on demand makes new key material current and keeps the old", async ({ page }) => {
  await openMaterial(page, finance);
  await expect(materials(page).getByRole("row")).toHaveCount(2);
  await button(page, "Rotate now").click();
  const dialog = page.getByRole("dialog", { name: "Rotate key" });
  await expect(dialog.getByText("25 of 25")).toBeVisible();
  await dialog.getByRole("button", { name: "Rotate key" }).click();
  await expect(flash(page, /^Successfully rotated key/)).toBeVisible();
  await expect(materials(page).getByRole("row")).toHaveCount(3);
  await expect(materials(page).getByRole("row").nth(1)).toContainText(/Current.*On-demand/);
  await expect(materials(page).getByRole("row").nth(2)).toContainText("Non-current");
  await expect(page.getByText("24 of 25")).toBeVisible();
});

test("the schedule is carried out when the sandbox clock moves on", async ({ page }) => {
  await openMaterial(page, finance);
  await button(page, "Edit automatic key rotation").click();
  const dialog = page.getByRole("dialog", { name: "Edit automatic key rotation" });
  await dialog.getByRole("radio", { name: "Enable" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(flash(page, /^Successfully enabled automatic key rotation for key/)).toBeVisible();
  await page.goto("/?region=us-west-2#/sandbox/settings?tab=clock");
  await page.getByRole("spinbutton", { name: "Move forward by" }).fill("366");
  await button(page, "Move forward").click();
  await page.getByRole("dialog").getByRole("button", { name: "Move forward" }).click();
  await expect(flash(page, /^The sandbox clock was moved forward/)).toBeVisible();
  await openMaterial(page, finance);
  await expect(materials(page).getByRole("row").nth(1)).toContainText(/Current.*Automatic/);
});

test("key material is imported into a key of external origin, deleted, and not to be done without", async ({
  page,
}) => {
  await page.goto("/?region=us-west-2#/kms/keys/create");
  await button(page, "Advanced options").click();
  await page.getByRole("radio", { name: /^External \(Import Key material\)/ }).check();
  await button(page, "Next").click();
  await expect(page.getByText("Confirm that you understand what an imported key means.").first()).toBeVisible();
  await page.getByRole("checkbox", { name: /^I understand the security and durability implications/ }).check();
  await button(page, "Next").click();
  await page.getByRole("textbox", { name: "Alias", exact: true }).fill("imported");
  await button(page, "Skip to Review").click();
  await expect(page.getByText("External (Import Key material)", { exact: true })).toBeVisible();
  await button(page, "Finish").click();

  await expect(page.getByRole("tab", { name: "Key material and rotations", selected: true })).toBeVisible();
  await expect(page.getByText("Pending import", { exact: true })).toBeVisible();
  await button(page, "Import initial key material").click();
  const dialog = page.getByRole("dialog", { name: "Import initial key material" });
  await dialog.getByRole("button", { name: "Import key material" }).click();
  await expect(dialog.getByText("Choose the file of the import token.").first()).toBeVisible();
  await dialog.getByRole("button", { name: "Select wrapping key spec RSA_4096 – recommended" }).click();
  await page.getByRole("option", { name: "RSA_2048" }).click();
  await dialog.getByRole("button", { name: "Download wrapping public key and import token" }).click();
  // The search for primes takes as long as luck has it.
  await expect(dialog.getByText(/were downloaded/).first()).toBeVisible({ timeout: 20_000 });
  await dialog.getByRole("button", { name: "Make and wrap key material" }).click();
  await expect(dialog.getByText("EncryptedKeyMaterial.bin")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Description - optional" }).fill("first material");
  await dialog.getByRole("button", { name: "Import key material" }).click();
  await expect(flash(page, /^Successfully imported key material into key/)).toBeVisible();
  await expect(page.getByText("Enabled", { exact: true })).toBeVisible();
  await expect(materials(page).getByRole("row").nth(1)).toContainText(/Current.*Imported.*first material.*Never/);

  await button(page, "Key actions").click();
  await page.getByRole("menuitem", { name: "Delete key material" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete key material" }).click();
  await expect(flash(page, /^Successfully deleted key material of key/)).toBeVisible();
  await expect(materials(page).getByRole("row").nth(1)).toContainText("Pending import");
  await expect(page.getByText(/^This key is pending import/)).toBeVisible();
});
