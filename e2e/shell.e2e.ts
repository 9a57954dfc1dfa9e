// The frame round the pages: Region and account in the URL, navigation, wrong URLs, colour mode, a browser without storage.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const app = "1234abcd-12ab-34cd-56ef-1234567890ab"; // in us-west-2 only
const shared = "0987dcba-09fe-87dc-65ba-ab0987654321"; // in us-west-2 and, another key, in eu-central-1

const heading = (page: Page) => page.getByRole("main").getByRole("heading", { level: 1 });
const regionSelector = (page: Page) => page.getByRole("button", { name: /^Region: / });
const sideNavigation = (page: Page) => page.getByRole("link", { name: "AWS managed keys" });

async function chooseRegion(page: Page, code: string): Promise<void> {
  await regionSelector(page).click();
  await page.getByRole("menuitem", { name: new RegExp(`${code}\\b`) }).click();
}

test("choosing a Region keeps the page, changes the URL, and the back button goes back", async ({ page }) => {
  await page.goto("/?region=us-west-2#/kms/keys");
  await expect(heading(page)).toContainText("(9)");
  await chooseRegion(page, "ap-southeast-1");
  await expect(page).toHaveURL(/\?region=ap-southeast-1#\/kms\/keys$/);
  await expect(regionSelector(page)).toHaveText("Asia Pacific (Singapore)");
  await expect(heading(page)).toContainText("(1)");
  await page.goBack();
  await expect(regionSelector(page)).toHaveText("US West (Oregon)");
  await expect(heading(page)).toContainText("(9)");
});

test("a key's page in a Region without that key names the Region, and offers the one that has it", async ({ page }) => {
  await page.goto(`/?region=us-west-2#/kms/keys/${app}`);
  await expect(heading(page)).toHaveText(app);
  await chooseRegion(page, "eu-central-1");
  await expect(heading(page)).toHaveText("Key not found");
  await expect(page.getByRole("main")).toContainText("Europe (Frankfurt)");
  await page.getByRole("link", { name: "Open this key in US West (Oregon) (us-west-2)" }).click();
  await expect(heading(page)).toHaveText(app);
});

test("a key of the same ID in another Region is shown as that Region's key", async ({ page }) => {
  await page.goto(`/?region=us-west-2#/kms/keys/${shared}?tab=cryptography`);
  await expect(page.getByRole("tabpanel")).toContainText("RSA_4096");
  await chooseRegion(page, "eu-central-1");
  await expect(page.getByRole("tabpanel")).toContainText("RSA_2048");
});

test("a URL without a Region gets the one of the last visit, without a step in the history", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\?region=us-west-2#\/kms\/keys$/);
  await chooseRegion(page, "eu-central-1");
  await expect(heading(page)).toContainText("Customer managed keys");
  await page.goto("about:blank");
  await page.goto("/#/kms/defaultKeys");
  await expect(page).toHaveURL(/\?region=eu-central-1#\/kms\/defaultKeys$/);
  await page.goBack();
  expect(page.url()).toBe("about:blank");
});

for (const [what, url, title, text] of [
  ["an unknown Region", "/?region=us-nowhere-9#/kms/keys", "Region not found", "us-nowhere-9"],
  ["a Region not enabled", "/?region=af-south-1#/kms/keys", "Region not enabled", "Africa (Cape Town)"],
  ["an unknown account", "/?region=us-west-2&account=999999999999#/kms/keys", "Account not found", "999999999999"],
  ["an unknown page", "/?region=us-west-2#/kms/nothing/here", "Page not found", "no page at this address"],
  ["a broken escape", "/?region=us-west-2#/kms/keys/%E0%A4%A", "Key not found", "%E0%A4%A"],
  ["markup", "/?region=%3Cimg%20src%3Dx%3E#/kms/keys", "Region not found", "<img src=x>"],
] as const)
  test(`a URL with ${what} says what is wrong and leads on`, async ({ page }) => {
    await page.goto(url);
    await expect(heading(page)).toHaveText(title);
    await expect(page.getByRole("main")).toContainText(text);
    await page.getByRole("main").getByRole("link").first().click();
    await expect(heading(page)).toContainText("Customer managed keys");
  });

test("navigation sets the title and moves the focus to the page's heading", async ({ page }) => {
  await page.goto("/?region=us-west-2#/kms/keys");
  await expect(page).toHaveTitle("Customer managed keys | KMS Sandbox");
  await page.getByRole("link", { name: "AWS managed keys" }).press("Enter");
  await expect(page).toHaveTitle("AWS managed keys | KMS Sandbox");
  await expect(heading(page)).toBeFocused();
  await page.getByRole("link", { name: "Cryptographic operations" }).press("Enter");
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveTitle("Cryptographic operations | KMS Sandbox");
});

test("the side navigation stays as it was left, and makes room for a wizard", async ({ page }) => {
  await page.goto("/?region=us-west-2#/kms/keys");
  await expect(sideNavigation(page)).toBeVisible();
  await page.getByRole("link", { name: "Create key" }).first().click();
  await expect(heading(page)).toBeVisible();
  await expect(sideNavigation(page)).toBeHidden();
  await page.getByRole("link", { name: "Customer managed keys" }).first().click();
  await expect(sideNavigation(page)).toBeVisible();
  await page.getByRole("button", { name: /close.*(navigation|side)/i }).click();
  await expect(sideNavigation(page)).toBeHidden();
  await page.reload();
  await expect(heading(page)).toBeVisible();
  await expect(sideNavigation(page)).toBeHidden();
});

test("the account menu copies the account ID and switches the account", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/?region=us-west-2#/kms/keys");
  await page.getByRole("button", { name: /\(111122223333\)/ }).click();
  await page.getByRole("menuitem", { name: "Copy account ID" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("111122223333");
  await page.getByRole("button", { name: /\(111122223333\)/ }).click();
  await page.getByRole("menuitem", { name: /444455556666/ }).click();
  await expect(page).toHaveURL(/account=444455556666/);
  await expect(heading(page)).toContainText("(1)");
  await expect(page.getByRole("link", { name: "ExampleAlias" })).toBeVisible();
});

test("dark mode is chosen in the top bar and outlives a reload", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/?region=us-west-2#/kms/keys");
  await page.getByRole("banner").getByRole("button", { name: "Settings" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Dark" }).click();
  await expect(page.locator("body")).toHaveClass(/awsui-dark-mode/);
  await page.reload();
  await expect(heading(page)).toBeVisible();
  await expect(page.locator("body")).toHaveClass(/awsui-dark-mode/);
});

test("the footer says on every page that this is not AWS", async ({ page }) => {
  const footer = page.getByRole("contentinfo");
  for (const route of ["/kms/keys", "/sandbox/settings", "/no/such/page"]) {
    await page.goto(`/?region=us-west-2#${route}`);
    await expect(footer).toContainText("not affiliated with AWS. Its keys protect nothing real.");
    await expect(footer).toBeInViewport();
  }
});

test("at 800 pixels the page does not scroll sideways and the Region can be chosen", async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 700 });
  for (const route of ["/kms/keys", "/sandbox/aliases", "/sandbox/cryptographic-operations", "/sandbox/settings"]) {
    await page.goto(`/?region=us-west-2#${route}`);
    await expect(heading(page)).toBeVisible();
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide, route).toBeLessThanOrEqual(0);
  }
  await chooseRegion(page, "eu-west-1");
  await expect(page).toHaveURL(/region=eu-west-1/);
});

test("a browser that keeps nothing gets a sandbox in memory, and is told so", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await page.goto("/?region=us-west-2#/sandbox/aliases");
  const warning = page.getByRole("listitem").filter({ hasText: "This workspace is kept in memory only" });
  await expect(warning).toContainText("it is gone when this page is closed or reloaded");
  await expect(page.getByRole("rowheader", { name: "finance-key" })).toBeVisible();
});

test("a newer version of the sandbox stops this tab's writing, and a reload says what to do", async ({ page }) => {
  await page.goto("/?region=us-west-2#/kms/keys");
  await expect(heading(page)).toBeVisible();
  await page.evaluate(async () => {
    for (const { name = "", version = 1 } of await indexedDB.databases())
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, version + 1000);
        opening.onsuccess = () => resolve(opening.result.close());
        opening.onerror = () => reject(opening.error);
      });
  });
  const outdated = page.getByRole("listitem").filter({ hasText: "This page can no longer save changes" });
  await outdated.getByRole("button", { name: "Reload page" }).click();
  await expect(page.getByRole("heading", { name: "KMS Sandbox could not start" })).toBeVisible();
  await expect(page.getByText(/newer/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Reload page" })).toBeVisible();
});

test("another tab that starts afresh takes this one along", async ({ page, context }) => {
  await page.goto("/?region=us-west-2#/kms/keys");
  await expect(heading(page)).toContainText("(9)");
  const other = await context.newPage();
  await other.goto("/?region=us-west-2#/kms/keys");
  await other.getByRole("button", { name: "Start with an empty workspace" }).click();
  await other.getByRole("dialog").getByRole("checkbox").check();
  await other.getByRole("dialog").getByRole("button", { name: "Start empty" }).click();
  await expect(page.getByText("No customer managed keys").first()).toBeVisible();
});
