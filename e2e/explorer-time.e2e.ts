// The alias explorer in time.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const explorer = "/?region=us-west-2#/sandbox/explorer";
const newApp = "1234abcd-12ab-34cd-56ef-1234567890ab";
const successor = "0987dcba-09fe-87dc-65ba-ab0987654321";

const flashes = (page: Page): Locator => page.getByRole("list", { name: "Notifications" });

/** Moves alias new-app of Oregon to its successor, by the page of aliases. */
async function retarget(page: Page): Promise<void> {
  await page.goto("/?region=us-west-2#/sandbox/aliases");
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "new-app", exact: true }) });
  await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Retarget", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Retarget alias new-app" });
  await dialog.getByRole("button", { name: /New target key/ }).click();
  await page.getByRole("option", { name: new RegExp(successor) }).click();
  await dialog.getByRole("button", { name: "Retarget alias" }).click();
  await expect(flashes(page).getByText(`points to key ${successor}`).first()).toBeVisible();
}

async function openExplorer(page: Page, more = ""): Promise<void> {
  await page.goto(explorer + more);
  await expect(page.getByRole("heading", { level: 1, name: "Alias explorer" })).toBeVisible();
}

const pastBanner = (page: Page): Locator => page.getByText(/You are looking at .*, read-only/).first();

test("a moment of the past is shown, linked to, and left again", async ({ page }) => {
  await retarget(page);
  await openExplorer(page, "?view=outline");
  const target = (keyId: string): Locator =>
    page.getByText(new RegExp(`alias new-app, us-west-2, points to key ${keyId.slice(0, 8)}`)).first();
  await expect(target(successor)).toBeVisible();
  await expect(
    page.getByText("You see how things are now, after UpdateAlias alias/new-app (us-west-2).").first(),
  ).toBeVisible();

  await page.getByRole("button", { name: "One change back" }).click();
  await expect(pastBanner(page)).toBeVisible();
  await expect(target(newApp)).toBeVisible();
  await expect(page).toHaveURL(/moment=\d+/);
  const changes = page.getByRole("table", { name: "What has become of the aliases since" });
  await expect(changes.getByRole("row").filter({ hasText: "new-app" })).toContainText("Moved since");

  await page.reload();
  await expect(pastBanner(page)).toBeVisible();
  await expect(target(newApp)).toBeVisible();
  await page.getByRole("button", { name: "Back to now" }).click();
  await expect(target(successor)).toBeVisible();
  await expect(page).not.toHaveURL(/moment/);
});

test("a link to a moment shows nothing of the present until the moment is found", async ({ page }) => {
  await retarget(page);
  await openExplorer(page, "?view=outline");
  await page.getByRole("button", { name: "One change back" }).click();
  await expect(page).toHaveURL(/moment=\d+/);
  // Notes whether what is only so now has been on the page, were it for a blink.
  await page.addInitScript(
    (present) => {
      const look = () => {
        if (document.body?.textContent?.includes(present)) document.documentElement.dataset.sawPresent = "";
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
    },
    `alias new-app, us-west-2, points to key ${successor.slice(0, 8)}`,
  );
  await page.reload();
  await expect(pastBanner(page)).toBeVisible();
  await expect(page.getByText(/alias new-app, us-west-2, points to key 1234abcd/).first()).toBeVisible();
  const root = page.locator("html");
  await expect(root).not.toHaveAttribute("data-saw-present");
  await page.getByRole("button", { name: "Back to now" }).click();
  await expect(root).toHaveAttribute("data-saw-present");
});

test("an alias that has moved since is marked on the map of then", async ({ page }) => {
  await retarget(page);
  await openExplorer(page, "?focus=alias%2Fnew-app");
  const alias = page
    .getByRole("region", { name: "Map of aliases and keys" })
    .getByRole("button", { name: /^alias new-app, us-west-2, .*, moved since$/ });
  await expect(page.getByText("You see how things are now, after UpdateAlias").first()).toBeVisible();
  await expect(alias).toHaveCount(0);
  await page.getByRole("button", { name: "One change back" }).click();
  await expect(alias).toBeVisible();
  await expect(alias.getByText("Moved since")).toBeVisible();
});

test("a key that is in another state since is listed with both", async ({ page }) => {
  const preview = JSON.stringify({ type: "disableKey", region: "us-west-2", keyId: newApp });
  await openExplorer(page, `?${new URLSearchParams({ view: "outline", preview })}`);
  const dialog = page.getByRole("dialog", { name: /preview$/ });
  await dialog.getByRole("button", { name: "Disable key", exact: true }).click();
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  await page.getByRole("button", { name: "One change back" }).click();
  const keys = page.getByRole("table", { name: "What has become of the keys since" });
  const row = keys.getByRole("row").filter({ hasText: "1234abcd" });
  await expect(row).toContainText("Status changed since");
  await expect(row.getByRole("cell", { name: "Enabled", exact: true })).toBeVisible();
  await expect(row.getByRole("cell", { name: "Disabled", exact: true })).toBeVisible();
});

test("what happens meanwhile does not move a moment of the past", async ({ page, context }) => {
  await retarget(page);
  await openExplorer(page, "?view=outline");
  await page.getByRole("button", { name: "One change back" }).click();
  const other = await context.newPage();
  await other.goto("/?region=us-west-2#/sandbox/aliases");
  const row = other.getByRole("row").filter({ has: other.getByRole("rowheader", { name: "test-key", exact: true }) });
  await row.getByRole("checkbox").check();
  await other.getByRole("button", { name: "Delete", exact: true }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(flashes(other).getByText("Successfully deleted alias test-key.").first()).toBeVisible();

  const changes = page.getByRole("table", { name: "What has become of the aliases since" });
  await expect(changes.getByRole("row").filter({ hasText: "test-key" })).toContainText("Removed since");
  await expect(pastBanner(page)).toBeVisible();
  const outlined = page.getByText(/alias test-key, us-west-2/);
  await expect(outlined.first()).toBeVisible();
  await page.getByRole("button", { name: "Now", exact: true }).click();
  await expect(outlined).toHaveCount(0);
});

test("a target of the past is restored by a call in the present, after its preview", async ({ page }) => {
  await retarget(page);
  await openExplorer(page, "?view=outline");
  await page.getByRole("button", { name: "One change back" }).click();
  await page.getByRole("button", { name: "Restore this target: new-app in us-west-2" }).click();
  const preview = page.getByRole("dialog", { name: /Retarget alias new-app/ });
  await preview.getByRole("button", { name: "Retarget alias" }).click();
  await expect(flashes(page).getByText(`Alias new-app in us-west-2 points to key ${newApp}.`).first()).toBeVisible();
  // What was done is done now: there one sees it, and goes on.
  await expect(pastBanner(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/moment/);
  await expect(page.getByText(/alias new-app, us-west-2, points to key 1234abcd/).first()).toBeVisible();
  await flashes(page).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/alias new-app, us-west-2, points to key 0987dcba/).first()).toBeVisible();
});

test("a first visit finds a past to look at", async ({ page }) => {
  await openExplorer(page, "?view=outline");
  const aliases = page.getByText(/alias finance-reports, us-west-2/);
  await expect(page.getByText(/after DeleteAlias alias\/finance-reports/).first()).toBeVisible();
  await expect(aliases).toHaveCount(0);
  await page.getByRole("button", { name: "One change back" }).click();
  await expect(aliases.first()).toBeVisible();
  await page.getByRole("button", { name: "Restore this target: finance-reports in us-west-2" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Create alias" }).click();
  await expect(flashes(page).getByText("Successfully created alias finance-reports").first()).toBeVisible();
  await expect(pastBanner(page)).toHaveCount(0);
  await expect(aliases.first()).toBeVisible();
});

test("the moments are played until now, unless the user asks for less motion", async ({ page }) => {
  await retarget(page);
  await openExplorer(page, "?view=outline");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect(pastBanner(page)).toBeVisible();
  await expect(page.getByText("You see how things are now, after UpdateAlias").first()).toBeVisible();
  await expect(pastBanner(page)).toHaveCount(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeDisabled();
  await page.getByRole("slider", { name: "Moment" }).press("ArrowLeft");
  await expect(pastBanner(page)).toBeVisible();
});

test("a link to a moment that is not kept shows now, and says so", async ({ page }) => {
  await openExplorer(page, "?view=outline&moment=99999");
  await expect(page.getByText("This moment is not kept").first()).toBeVisible();
  await page.getByRole("button", { name: "Back to now" }).click();
  await expect(page.getByText("This moment is not kept")).toHaveCount(0);
});
