// Exports how a test uses the page Sandbox > Cryptographic operations.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./test.ts";

/** A field of the form, by its label. */
export const formField = (page: Page, name: string): Locator => page.getByRole("form").getByRole("textbox", { name });

export const keyField = (page: Page, name = "Key ID"): Locator => page.getByRole("combobox", { name });

/** Bytes of the answer, by the name that the API gives them. */
export const answer = (page: Page, member: string): Locator => page.getByRole("textbox", { name: member, exact: true });

/** What the page says of the key ID. It is announced, too, outside of the page. */
export const verdict = (page: Page, text: string): Locator => page.locator("#root").getByText(text);

export const run = (page: Page): Promise<void> => page.getByRole("button", { name: "Run", exact: true }).click();

/** `preset` is the query of the route: `operation=Sign&keyId=alias/x`. */
export async function openCryptoPage(page: Page, preset: string, region = "us-west-2"): Promise<void> {
  await page.goto(`/?region=${region}#/sandbox/cryptographic-operations?${preset}`);
  await expect(page.getByRole("heading", { level: 1, name: "Cryptographic operations" })).toBeVisible();
}

export async function typeKey(page: Page, keyId: string): Promise<void> {
  await keyField(page).fill(keyId);
  await keyField(page).press("Escape"); // closes the suggestions, which lie over the form
}

/** Chooses an option of a select. */
export async function choose(page: Page, select: string, option: string): Promise<void> {
  const trigger = page.getByRole("button", { name: new RegExp(`^${select}`) });
  await trigger.click();
  const wanted = page.getByRole("option").filter({ has: page.getByText(option, { exact: true }) });
  // The list scrolls once more when the pointer first comes upon it.
  await wanted.hover();
  await wanted.click();
  await expect(trigger).toContainText(option);
}
