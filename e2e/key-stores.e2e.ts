// Custom key stores: created, connected, with a key that follows their connection, and deleted.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const flash = (page: Page, text: string | RegExp) => page.getByText(text).first();
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function storeAction(page: Page, name: string): Promise<void> {
  await button(page, "Key store actions").click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

test("a CloudHSM key store is connected, keeps a key, and makes it unavailable when disconnected", async ({ page }) => {
  await page.goto("/?region=us-west-2#/kms/custom-key-stores/cloudhsm");
  await expect(page.getByText("No AWS CloudHSM key stores")).toBeVisible();
  await button(page, "Create key store").first().click();
  const dialog = page.getByRole("dialog", { name: "Create key store" });
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(dialog.getByText("Required.").first()).toBeVisible();
  await dialog.getByRole("textbox", { name: "Custom key store name" }).fill("our-cluster");
  await dialog.getByRole("button", { name: "Fill in example values" }).click();
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(flash(page, /^Successfully created custom key store our-cluster/)).toBeVisible();

  const row = page.getByRole("row").filter({ hasText: "our-cluster" });
  await expect(row).toContainText("Disconnected");
  await row.getByRole("radio").check();
  await storeAction(page, "Connect");
  await expect(row).toContainText("Connecting");
  // The sandbox takes five seconds of its clock to connect.
  await expect(row).toContainText("Connected", { timeout: 15_000 });

  await page.goto("/?region=us-west-2#/kms/keys/create");
  await button(page, "Advanced options").click();
  await page.getByRole("radio", { name: /^AWS CloudHSM key store/ }).check();
  await expect(page.getByRole("radio", { name: /^Multi-Region key/ })).toBeDisabled();
  await button(page, "Next").click();
  await expect(page.getByText("Choose a custom key store.").first()).toBeVisible();
  await page.getByRole("button", { name: /^Custom key store Choose/ }).click();
  await page.getByRole("option", { name: /our-cluster/ }).click();
  await button(page, "Next").click();
  await page.getByRole("textbox", { name: "Alias", exact: true }).fill("in-our-cluster");
  await button(page, "Skip to Review").click();
  await button(page, "Finish").click();
  await expect(flash(page, /^Your AWS KMS key was created with alias/)).toBeVisible();
  await button(page, "View key").click();
  await page.getByRole("tab", { name: "Cryptographic configuration" }).click();
  await expect(page.getByText("our-cluster", { exact: true })).toBeVisible();
  await expect(page.getByRole("tab", { name: "Key material and rotations" })).toBeHidden();

  await page.getByRole("link", { name: /^cks-/ }).click();
  await row.getByRole("radio").check();
  await storeAction(page, "Disconnect");
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(row).toContainText("Disconnected", { timeout: 15_000 });
  await button(page, "Key store actions").click();
  await expect(page.getByRole("menuitem", { name: "Delete", exact: true })).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Customer managed keys" }).first().click();
  await expect(page.getByRole("row").filter({ hasText: "in-our-cluster" })).toContainText("Unavailable");
});

test("an external key store is created, renamed and deleted", async ({ page }) => {
  await page.goto("/?region=us-west-2#/kms/custom-key-stores/external");
  await button(page, "Create external key store").first().click();
  const dialog = page.getByRole("dialog", { name: "Create external key store" });
  await dialog.getByRole("textbox", { name: "Key store name" }).fill("our-manager");
  await dialog.getByRole("button", { name: "Fill in example values" }).click();
  await dialog.getByRole("textbox", { name: /^Proxy URI path prefix/ }).fill("no-slash");
  await dialog.getByRole("button", { name: "Create external key store" }).click();
  await expect(dialog.getByText(/^ValidationException/).first()).toBeVisible();
  await dialog.getByRole("textbox", { name: /^Proxy URI path prefix/ }).fill("/example");
  await dialog.getByRole("button", { name: "Create external key store" }).click();
  await expect(flash(page, /^Successfully created custom key store our-manager/)).toBeVisible();
  await page.getByRole("row").filter({ hasText: "our-manager" }).getByRole("radio").check();
  await storeAction(page, "Edit");
  const edit = page.getByRole("dialog", { name: "Edit custom key store" });
  await edit.getByRole("textbox", { name: "Custom key store name" }).fill("their-manager");
  await edit.getByRole("button", { name: "Save changes" }).click();
  await expect(flash(page, /^Successfully renamed custom key store our-manager to their-manager/)).toBeVisible();
  await storeAction(page, "Delete");
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(flash(page, /^Successfully deleted custom key store their-manager/)).toBeVisible();
  await expect(page.getByText("No external key stores")).toBeVisible();
});
