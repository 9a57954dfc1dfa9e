// The create-key wizard, from the first tile to the key in the list, and the key policy that it leaves behind.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const wizard = "/?region=us-west-2#/kms/keys/create";
const newApp = "1234abcd-12ab-34cd-56ef-1234567890ab";

const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const flashes = (page: Page) => page.getByRole("list", { name: "Notifications" });
const alias = (page: Page) => page.getByRole("textbox", { name: "Alias", exact: true });

/** Moves the focus on by Tab until the element of that name has it. */
async function tabTo(page: Page, role: "radio" | "textbox" | "button" | "checkbox", name: string): Promise<void> {
  const target = page.getByRole(role, { name, exact: true });
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach the ${role} ${name}`);
}

test.beforeEach(async ({ page }) => {
  await page.goto(wizard);
  await expect(heading(page, "Key type")).toBeVisible();
});

test("a symmetric key is created by keyboard alone", async ({ page }) => {
  await tabTo(page, "button", "Next");
  await page.keyboard.press("Enter");
  await tabTo(page, "textbox", "Alias");
  await page.keyboard.type("by-keyboard");
  await tabTo(page, "button", "Skip to Review");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Key configuration")).toBeVisible();
  await tabTo(page, "button", "Finish");
  await page.keyboard.press("Enter");
  await expect(
    flashes(page).getByText(/Your AWS KMS key was created with alias by-keyboard and key ID [0-9a-f-]{36}\./),
  ).toBeVisible();
  await button(page, "View key").click();
  await expect(page).toHaveURL(/#\/kms\/keys\/[0-9a-f-]{36}/);
});

test("an RSA_4096 signing key gets its labels and the policy of the people chosen", async ({ page }) => {
  await page.getByRole("radio", { name: /^Asymmetric/ }).check();
  await page.getByRole("radio", { name: /^Sign and verify/ }).check();
  await expect(page.getByRole("radio", { name: /^Key agreement/ })).toBeEnabled();
  await expect(page.getByRole("radio", { name: /^ML_DSA_44/ })).toBeEnabled();
  await page.getByRole("radio", { name: "RSA_4096" }).check();
  await button(page, "Next").click();
  await alias(page).fill("release-signing");
  await page.getByRole("textbox", { name: "Description" }).fill("Signs releases");
  await button(page, "Add tag").click();
  await page.getByRole("combobox", { name: "Key" }).fill("Project");
  await button(page, "Next").click();
  await page.getByRole("checkbox", { name: "Select ExampleAdminRole" }).check();
  // Sorting changes the order of the rows and nothing of what is chosen.
  const rows = page.getByRole("table", { name: "Key administrators" }).getByRole("row");
  await page.getByRole("columnheader", { name: "Type" }).getByRole("button").click();
  await expect(rows.nth(1)).toContainText("Role");
  await page.getByRole("columnheader", { name: "Type" }).getByRole("button").click();
  await expect(rows.nth(1)).toContainText("User");
  await expect(page.getByRole("checkbox", { name: "Select ExampleAdminRole" })).toBeChecked();
  await page.getByRole("checkbox", { name: /Allow key administrators to delete/ }).uncheck();
  await button(page, "Next").click();
  await page.getByRole("checkbox", { name: "Select ExampleUser" }).check();
  await expect(page.getByRole("link", { name: "Learn more about keys of other accounts" })).toBeVisible();
  await button(page, "Add another AWS account").click();
  await page.getByRole("textbox", { name: /Account ID/ }).fill("44445555");
  await button(page, "Next").click();
  await expect(page.getByText("An account ID has 12 digits.").first()).toBeVisible();
  await page.getByRole("textbox", { name: /Account ID/ }).fill("444455556666");
  await button(page, "Next").click();
  const policy = page.getByRole("list", { name: "Key policy" });
  await expect(policy).toContainText("role/ExampleAdminRole");
  await expect(policy).toContainText("arn:aws:iam::444455556666:root");
  await expect(policy).toContainText("kms:Sign");
  await expect(policy).not.toContainText("kms:ScheduleKeyDeletion");
  await button(page, "Next").click();
  await button(page, "Finish").click();
  await expect(flashes(page).getByText("Creating a KMS key with alias release-signing.").first()).toBeVisible();
  // The search for primes of 2048 bits takes as long as luck has it.
  await expect(
    flashes(page)
      .getByText(/created with alias release-signing/)
      .first(),
  ).toBeVisible({ timeout: 20_000 });
  await button(page, "View key").click();
  await expect(button(page, "Switch to policy view")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "ExampleAdminRole" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /Allow key administrators to delete/ })).not.toBeChecked();
});

test("step 2 asks for an alias that is free and well formed", async ({ page }) => {
  await button(page, "Next").click();
  await expect(page.getByText("Alias is required.")).toBeHidden();
  await button(page, "Next").click();
  await expect(page.getByText("Alias is required.").first()).toBeVisible();
  await expect(alias(page)).toBeFocused();
  await alias(page).fill("new-app");
  await expect(
    page.getByText(`The alias new-app already exists in this Region for key ${newApp}.`).first(),
  ).toBeVisible();
  await alias(page).fill("aws/mine");
  await expect(page.getByText("The alias can't begin with aws/.").first()).toBeVisible();
  await alias(page).fill("a b");
  await expect(page.getByText("Use only letters, digits, /, _ and -.").first()).toBeVisible();
  await alias(page).fill("alias/mine");
  await expect(page.getByText(/would become alias\/alias\/mine/).first()).toBeVisible();
  await button(page, "Next").click();
  await expect(heading(page, "Key deletion")).toBeVisible();
});

test("step 2 keeps a description that is too long, and the field that is wrong gets the keyboard", async ({ page }) => {
  await button(page, "Next").click();
  await button(page, "Skip to Review").click();
  await expect(page.getByText("Alias is required.").first()).toBeVisible();
  await expect(alias(page)).toBeFocused();
  await alias(page).fill("wordy");
  const description = page.getByRole("textbox", { name: "Description" });
  await description.fill("d".repeat(8193));
  await expect(page.getByText("8193 of 8192 characters.").first()).toBeVisible();
  await button(page, "Next").click();
  await expect(description).toBeFocused();
  await description.fill("d".repeat(8192));
  await button(page, "Next").click();
  await expect(heading(page, "Key deletion")).toBeVisible();
});

test("what was entered comes back after a reload, and leaving asks first", async ({ page }) => {
  await button(page, "Next").click();
  await alias(page).fill("kept");
  await page.reload();
  await expect(page.getByText("What you had entered is back.").first()).toBeVisible();
  await expect(alias(page)).toHaveValue("kept");
  await button(page, "Cancel").click();
  const dialog = page.getByRole("dialog", { name: "Leave page" });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(alias(page)).toHaveValue("kept");
  await button(page, "Cancel").click();
  await dialog.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Customer managed keys/ })).toBeVisible();
  await page.goto(wizard);
  await expect(heading(page, "Key type")).toBeVisible();
  await expect(page.getByText("What you had entered is back.")).toBeHidden();
});

test("a policy that would lock its author out is refused, and the wizard keeps everything", async ({ page }) => {
  await button(page, "Next").click();
  await alias(page).fill("locked");
  for (let step = 2; step < 5; step += 1) await button(page, "Next").click();
  await button(page, "Edit").click();
  const text = page.getByRole("textbox", { name: "Key policy" });
  const policy = await text.inputValue();
  await text.fill(policy.replace('"kms:*",', '"kms:*"'));
  await expect(page.getByText(/JSON error on line 11: expected a comma or }/).first()).toBeInViewport();
  await button(page, "Next").click();
  await expect(text).toBeFocused();
  const marked = () =>
    text.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd));
  expect((await marked()).trim()).toBe('"Action": "kms:*"');
  await text.fill(policy.replaceAll("111122223333", "444455556666"));
  await button(page, "Next").click();
  await button(page, "Finish").click();
  const refusal =
    "MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy in the future.";
  await expect(page.getByText(refusal).first()).toBeVisible();
  await button(page, "Previous").click();
  await expect(page.getByText(refusal).first()).toBeVisible();
  await button(page, "Discard edits").click();
  await button(page, "Next").click();
  await button(page, "Finish").click();
  await expect(
    flashes(page)
      .getByText(/created with alias locked/)
      .first(),
  ).toBeVisible();
});

test("when the alias is taken while the key is being made, the key is kept and its alias can be created again", async ({
  page,
}) => {
  await page.getByRole("radio", { name: /^Asymmetric/ }).check();
  await button(page, "Next").click();
  await alias(page).fill("contested");
  await button(page, "Skip to Review").click();
  // The key material is as slow to come as the other tab needs it to be.
  await page.evaluate(() => {
    const { subtle } = crypto;
    const generateKey = subtle.generateKey.bind(subtle) as (...parts: unknown[]) => Promise<unknown>;
    const gate = new Promise<void>((open) => window.addEventListener("let-go", () => open(), { once: true }));
    Object.assign(subtle, { generateKey: (...parts: unknown[]) => gate.then(() => generateKey(...parts)) });
  });
  await button(page, "Finish").click();
  await expect(flashes(page).getByText("Creating a KMS key with alias contested.").first()).toBeVisible();
  const other = await page.context().newPage();
  await other.goto("/?region=us-west-2#/sandbox/aliases");
  await button(other, "Create alias").click();
  const dialog = other.getByRole("dialog", { name: "Create alias" });
  await dialog.getByRole("textbox", { name: "Alias name" }).fill("contested");
  await dialog.getByRole("button", { name: /Target key/ }).click();
  await other.getByRole("option", { name: /^finance-key / }).click();
  await dialog.getByRole("button", { name: "Create alias" }).click();
  await expect(flashes(other).getByText("Successfully created alias contested.").first()).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event("let-go")));
  await expect(
    flashes(page).getByText(/created with key ID [0-9a-f-]{36}, but without the alias contested/),
  ).toBeVisible();
  await expect(
    flashes(page)
      .getByText(/AlreadyExistsException: An alias with the name/)
      .first(),
  ).toBeVisible();
  await other.getByRole("row").filter({ hasText: "contested" }).getByRole("checkbox").check();
  await button(other, "Delete").click();
  await other.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(flashes(other).getByText("Successfully deleted alias contested.").first()).toBeVisible();
  await button(page, "Create alias").click();
  await expect(
    flashes(page)
      .getByText(/Your AWS KMS key was created with alias contested/)
      .first(),
  ).toBeVisible();
});

test("the key policy of a key is edited as JSON, statement by statement", async ({ page }) => {
  await page.goto(`/?region=us-west-2#/kms/keys/${newApp}?tab=policy`);
  await button(page, "Switch to policy view").click();
  await button(page, "Edit").last().click();
  await button(page, "Add new statement").click();
  await button(page, "Save changes").click();
  const policy = page.getByRole("list", { name: "Key policy" });
  await expect(policy).toContainText("Statement2");
  await expect(button(page, "Switch to default view")).toBeDisabled();
  await button(page, "Edit").last().click();
  await page.getByRole("radio", { name: "Select statement Statement2" }).check();
  await button(page, "Remove").click();
  await page.getByRole("dialog", { name: "Remove statement" }).getByRole("button", { name: "Remove" }).click();
  await button(page, "Save changes").click();
  await expect(policy).not.toContainText("Statement2");
  await button(page, "Switch to default view").click();
  await button(page, "Add Key users").click();
  const dialog = page.getByRole("dialog", { name: "Add key users" });
  await dialog.getByRole("checkbox", { name: "Select ExampleRole" }).check();
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("row").filter({ hasText: "ExampleRole" })).toBeVisible();
});
