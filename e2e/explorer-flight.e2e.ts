// The flight of the alias explorer: an application that calls one alias in Region after Region, on the panel and on the map.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const virginiaKey = "48f9b6d0-a3e7-4125-9b5c-d76e2f80c1a9"; // SYMMETRIC_DEFAULT
const frankfurtKey = "0987dcba-09fe-87dc-65ba-ab0987654321"; // RSA_2048, of alias new-app there
const oregonKey = "1234abcd-12ab-34cd-56ef-1234567890ab";
const aliasName = "alias/new-app";
const regions = ["us-west-2", "us-east-1", "eu-central-1"];

const explorer = (params: Readonly<Record<string, string>>): string =>
  `/?region=us-west-2#/sandbox/explorer?${new URLSearchParams(params)}`;
const link = (flight: object): string => explorer({ flight: JSON.stringify(flight) });

const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });
const hopsIn = (page: Page, region: string): Locator =>
  page.getByRole("list", { name: `The call in ${region}` }).getByRole("listitem");
const onMap = (page: Page, name: RegExp): Locator =>
  page.getByRole("region", { name: "Map of aliases and keys" }).getByRole("button", { name });
/** Nodes, without the edges that lead to them. */
const failedOnMap = (page: Page): Locator => onMap(page, /^(?!Actions|edge:).*, failed here$/);

/** Makes a change by its link, so that one of the Regions is broken. */
async function change(page: Page, wanted: object, verb: string): Promise<void> {
  await page.goto(explorer({ view: "outline", preview: JSON.stringify(wanted) }));
  const dialog = page.getByRole("dialog", { name: /preview$/ });
  await dialog.getByRole("button", { name: verb, exact: true }).click();
  // The change is tried before it can be made, and what is made is kept on disk.
  await expect(dialog).toBeHidden({ timeout: 30_000 });
}

async function flyToEnd(page: Page, flight: object): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(link(flight));
  await button(page, "To the end").click();
}

test("a flight over three Regions fails where one of them lacks the alias, and the gap stays marked", async ({
  page,
}) => {
  await flyToEnd(page, { aliasName, operation: "Sign", regions });
  await expect(page.getByText("Sign through new-app failed in 1 of 3 Regions: us-east-1.").first()).toBeVisible();
  await expect(hopsIn(page, "us-east-1").last()).toContainText(
    "NotFoundException: Alias arn:aws:kms:us-east-1:111122223333:alias/new-app is not found.",
  );
  await expect(hopsIn(page, "us-east-1").last()).toContainText("Alias");
  await expect(hopsIn(page, "eu-central-1").last()).toContainText(
    `answers with KeyId arn:aws:kms:eu-central-1:111122223333:key/${frankfurtKey}`,
  );
  await expect(failedOnMap(page)).toHaveCount(1);
  await expect(failedOnMap(page)).toHaveAccessibleName(/^us-east-1 has no alias new-app/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  await button(page, "Close flight").click();
  await expect(failedOnMap(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/flight=/);
  await expect(onMap(page, /^alias finance-key, us-west-2/)).toBeVisible();
});

test("a flight over three Regions fails at the state of a disabled key", async ({ page }) => {
  await change(page, { type: "disableKey", region: "eu-central-1", keyId: frankfurtKey }, "Disable key");
  await flyToEnd(page, { aliasName, operation: "Sign", regions: ["us-west-2", "ap-southeast-1", "eu-central-1"] });
  await expect(page.getByText("Sign through new-app failed in 1 of 3 Regions: eu-central-1.").first()).toBeVisible();
  const last = hopsIn(page, "eu-central-1").last();
  await expect(last).toContainText("Key state");
  await expect(last).toContainText(
    `DisabledException: arn:aws:kms:eu-central-1:111122223333:key/${frankfurtKey} is disabled.`,
  );
  await expect(failedOnMap(page)).toHaveCount(1);
  await expect(failedOnMap(page)).toHaveAccessibleName(/^key 0987dcba\.\.\., eu-central-1, .*disabled/);
});

test("a flight over three Regions fails at the usage of a key that is for encryption", async ({ page }) => {
  await change(page, { type: "createAlias", region: "us-east-1", aliasName, keyId: virginiaKey }, "Create alias");
  await flyToEnd(page, { aliasName, operation: "Sign", regions });
  await expect(page.getByText("Sign through new-app failed in 1 of 3 Regions: us-east-1.").first()).toBeVisible();
  const last = hopsIn(page, "us-east-1").last();
  await expect(last).toContainText("Key usage");
  await expect(last).toContainText(
    `InvalidKeyUsageException: arn:aws:kms:us-east-1:111122223333:key/${virginiaKey} key usage is ENCRYPT_DECRYPT`,
  );
  await expect(failedOnMap(page)).toHaveCount(1);
  await expect(failedOnMap(page)).toHaveAccessibleName(/^key 48f9b6d0\.\.\., us-east-1, /);
});

test("a flight from the form goes through the Regions of the map, hop by hop under the hand", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(explorer({}));
  await page.getByRole("combobox", { name: "Alias that the application calls" }).fill("old-reports");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Operation/ })).toContainText("Encrypt");
  await button(page, "Start flight").press("Enter");
  await expect(page.getByText("Hop 1 of 10")).toBeVisible();
  await expect(button(page, "Play flight")).toBeDisabled();

  const forward = button(page, "One hop forward");
  await forward.press("Enter");
  await forward.press("Enter");
  // The first lane is Virginia's, which has no such alias: only a focused map has a place for it.
  await expect(failedOnMap(page)).toHaveAccessibleName(/^us-east-1 has no alias old-reports/);
  await forward.press("Enter");
  await forward.press("Enter");
  await forward.press("Enter");
  await expect(hopsIn(page, "us-west-2")).toHaveCount(4);
  await expect(hopsIn(page, "us-west-2").last()).toContainText("DisabledException");
  await expect(failedOnMap(page)).toHaveCount(2);
  await button(page, "One hop back").press("Enter");
  await expect(hopsIn(page, "us-west-2")).toHaveCount(3);
  await expect(failedOnMap(page)).toHaveCount(1);
});

test("a Region that the account does not use has its lane as long as a flight goes there", async ({ page }) => {
  await flyToEnd(page, { aliasName, regions: ["us-west-2", "eu-west-1"] });
  await expect(failedOnMap(page)).toHaveAccessibleName(/^eu-west-1 has no alias new-app/);
  await button(page, "Close flight").click();
  await expect(onMap(page, /^alias finance-key, us-west-2/)).toBeVisible();
  await expect(onMap(page, /eu-west-1/)).toHaveCount(0);
});

test("a flight is seen on the map and in words at once, wherever it was started from", async ({ page }) => {
  await page.setViewportSize({ width: 1400, height: 1000 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(explorer({}));
  await page.getByRole("combobox", { name: "Alias that the application calls" }).fill("new-app");
  await page.keyboard.press("Escape");
  await button(page, "Start flight").click();
  const caption = page.getByRole("region", { name: "Flight in brief" });
  await expect(caption).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("region", { name: "Map of aliases and keys" })).toBeInViewport({ ratio: 1 });
  await expect(caption).toContainText("us-east-1: Request");
  await expect(caption).toContainText("The explorer shows alias new-app and what shares its keys");
  await caption.getByRole("button", { name: "One hop forward" }).click();
  await expect(caption).toContainText("us-east-1: Alias");
  await expect(caption).toContainText("NotFoundException");
  await caption.getByRole("button", { name: "Close flight" }).click();
  await expect(caption).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Bench in brief" })).toBeVisible();
});

test("a flight plays by itself and can be paused", async ({ page }) => {
  await page.goto(link({ aliasName, regions }));
  await button(page, "Pause flight").click();
  await expect(button(page, "Play flight")).toBeEnabled();
  await button(page, "Play flight").click();
  await expect(page.getByText("Sign through new-app failed in 1 of 3 Regions: us-east-1.").first()).toBeVisible({
    timeout: 30_000,
  });
});

test("a flight goes through the moment that is shown", async ({ page }) => {
  await change(page, { type: "disableKey", region: "us-west-2", keyId: oregonKey }, "Disable key");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(link({ aliasName, regions: ["us-west-2"] }));
  await button(page, "To the end").click();
  await expect(hopsIn(page, "us-west-2").last()).toContainText("DisabledException");
  await button(page, "One change back").click();
  await expect(page.getByText(/A flight goes through the moment that is shown/).first()).toBeVisible();
  await expect(page.getByText(/Other aliases or keys are shown than when this flight began/).first()).toBeVisible();
  await button(page, "Start flight").click();
  await button(page, "To the end").click();
  await expect(page.getByText("Sign through new-app was answered in the Region.").first()).toBeVisible();
  await expect(failedOnMap(page)).toHaveCount(0);
});

test("a link whose flight cannot be read says so and flies nothing", async ({ page }) => {
  await page.goto(link({ aliasName, operation: "DeleteAlias", regions: ["<img src=x>"] }));
  await expect(page.getByText(/The flight of this link could not be read/).first()).toBeVisible();
  await expect(button(page, "Close flight")).toHaveCount(0);
});
