// The bench of the alias explorer: what was made through an alias, and what becomes of it when the alias moves.
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const explorer = "/?region=us-west-2#/sandbox/explorer";
const successor = /e85a3d17/; // the other symmetric key of Oregon

const form = (page: Page): Locator => page.getByRole("form", { name: "Make a card" });
const cards = (page: Page): Locator => page.getByRole("list", { name: "Cards of the bench" });
const cardOf = (page: Page, name: string): Locator =>
  cards(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name }) });
/** One line of a card: "By key ARN" and what it says. */
const line = (card: Locator, way: string): Locator => card.locator("dl > div").filter({ hasText: way });

async function chooseAlias(page: Page, alias: string): Promise<void> {
  const field = form(page).getByRole("combobox", { name: "Alias" });
  await field.fill(alias);
  await page
    .getByRole("option", { name: new RegExp(`^${alias}`) })
    .first()
    .click();
}

async function make(page: Page, alias: string, button: string, text?: string): Promise<void> {
  await chooseAlias(page, alias);
  if (text !== undefined)
    await form(page)
      .getByRole("textbox", { name: /^(Text|Message)/ })
      .fill(text);
  await form(page).getByRole("button", { name: button, exact: true }).click();
}

/** In another tab, so that this one hears of it while it is looked at. */
async function retargetElsewhere(context: BrowserContext, alias: string, key: RegExp): Promise<void> {
  const other = await context.newPage();
  await other.goto("/?region=us-west-2#/sandbox/aliases");
  const row = other.getByRole("row").filter({ has: other.getByRole("rowheader", { name: alias, exact: true }) });
  await row.getByRole("checkbox").check();
  await other.getByRole("button", { name: "Retarget", exact: true }).click();
  const dialog = other.getByRole("dialog", { name: `Retarget alias ${alias}` });
  await dialog.getByRole("button", { name: /New target key/ }).click();
  await other.getByRole("option", { name: key }).click();
  await dialog.getByRole("button", { name: "Retarget alias" }).click();
  await expect(dialog).toBeHidden();
  await other.close();
}

test.beforeEach(async ({ page }) => {
  await page.goto(explorer);
  await expect(page.getByRole("heading", { level: 2, name: /^Bench/ })).toBeVisible();
});

test("a card turns when its alias is moved, says what changed, and is kept", async ({ page, context }) => {
  await expect(page.getByText("Encrypt a text or sign a message through an alias").first()).toBeVisible();
  await make(page, "finance", "Encrypt a text", "the quarter's figures");
  const card = cardOf(page, "Encrypted text of 21 bytes");
  await expect(card).toContainText("alias finance, us-west-2");
  for (const way of ["By alias finance", "By key ARN", "Without KeyId"])
    await expect(line(card, way)).toContainText("Decrypts");
  await expect(page.getByText("the quarter's figures")).toHaveCount(0);

  await retargetElsewhere(context, "finance", successor);

  await expect(line(card, "By alias finance")).toContainText("IncorrectKeyException");
  await expect(line(card, "By alias finance")).toContainText("Changed just now");
  const chip = page.getByRole("button", { name: /Ciphertext through finance/ });
  await expect(chip).toContainText("fails now");
  await expect(chip).toContainText("Changed");
  await chip.click();
  await expect(cards(page).getByRole("listitem").first()).toBeFocused();
  for (const way of ["By key ARN", "Without KeyId"]) {
    await expect(line(card, way)).toContainText("Decrypts");
    await expect(line(card, way)).not.toContainText("Changed just now");
  }
  await page.reload();
  await expect(line(card, "By alias finance")).toContainText("IncorrectKeyException");
  await expect(card.getByText("Changed just now")).toHaveCount(0);
});

test("at an earlier moment the cards tell what KMS would have answered then, and cannot be changed", async ({
  page,
  context,
}) => {
  await make(page, "finance", "Encrypt a text", "figures");
  const card = cardOf(page, "Encrypted text of 7 bytes");
  await expect(line(card, "By alias finance")).toContainText("Decrypts");
  await retargetElsewhere(context, "finance", successor);
  await expect(line(card, "By alias finance")).toContainText("IncorrectKeyException");

  await page.getByRole("button", { name: "One change back" }).click();

  await expect(page.getByText("also for cards that were made later").first()).toBeVisible();
  await expect(line(card, "By alias finance")).toContainText("Decrypts");
  await expect(card.getByRole("button", { name: /^Remove/ })).toBeDisabled();
  await expect(form(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Back to now" }).click();
  await expect(line(card, "By alias finance")).toContainText("IncorrectKeyException");
  await expect(card.getByText("Changed just now")).toHaveCount(0);
  await expect(card.getByRole("button", { name: /^Remove/ })).toBeEnabled();
});

test("a signature keeps its message as text, can be tried elsewhere, and is removed when confirmed", async ({
  page,
}) => {
  const message = "<img src=x onerror=alert(1)>";
  await make(page, "new-app", "Sign a message", message);
  const card = cardOf(page, `Signature of "${message}"`);
  await expect(line(card, "By alias new-app")).toContainText("Valid");
  await expect(line(card, "Without KeyId")).toContainText("Not possible");
  await expect(card.locator("img")).toHaveCount(0);
  await expect(card.getByRole("link", { name: "Try it in Cryptographic operations" })).toHaveAttribute(
    "href",
    /operation=Verify&keyId=alias%2Fnew-app/,
  );
  await expect(card.getByRole("button", { name: /^Copy Signature/ })).toBeVisible();
  await card.getByRole("button", { name: /^Remove/ }).click();
  const dialog = page.getByRole("dialog", { name: "Remove card" });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(card).toBeVisible();
  await card.getByRole("button", { name: /^Remove/ }).click();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(card).toHaveCount(0);
  await expect(page.getByText("No cards", { exact: true })).toBeVisible();
});

test("a data key and a MAC are made by what the key can do, and what is wrong is said at its field", async ({
  page,
}) => {
  await form(page).getByRole("button", { name: "Make and keep" }).click();
  await expect(form(page).getByText("Choose an alias.").first()).toBeVisible();
  await chooseAlias(page, "finance");
  await expect(form(page).getByText("Enter a text.").first()).toBeVisible();
  await form(page)
    .getByRole("button", { name: /What to do/ })
    .click();
  await page.getByRole("option", { name: "Generate a data key" }).click();
  await form(page)
    .getByRole("textbox", { name: /Name of the card/ })
    .fill("Key of the archive");
  await form(page).getByRole("button", { name: "Generate a data key", exact: true }).click();
  await expect(line(cardOf(page, "Key of the archive"), "Without KeyId")).toContainText("Decrypts");
  await make(page, "api-tokens", "Generate a MAC", "token 1");
  await expect(line(cardOf(page, 'MAC of "token 1"'), "By key ARN")).toContainText("Valid");
  await expect(cards(page).getByRole("heading")).toHaveCount(2);
});
