// Opens every page in light and dark: axe finds nothing serious, no text says "undefined", and (as the fixture watches) there
// is no console error, no breach of the policy and no request to another origin.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { allPages, matchRoute } from "#app/routes.ts";
import { explorerViews, keyTabs, parseLocation, paths, settingsTabs } from "#store/paths.ts";
import { expect, test } from "./support/test.ts";

const signing = "1234abcd-12ab-34cd-56ef-1234567890ab";
const symmetric = "6b1f0c3e-4a57-4d2b-9c8e-2f6d7a10b9e4";
const pending = "f16a7b48-c90d-4528-a7e3-84d5063c1b9f";

/** Every page, and those of its faces that differ. */
const routes: readonly string[] = [
  paths.home(),
  paths.keys(),
  paths.awsKeys(),
  paths.createKey(),
  // The sample has no multi-Region key: its tab is looked at below.
  ...keyTabs.filter((tab) => !["rotations", "regionality"].includes(tab)).map((tab) => paths.key(signing, tab)),
  paths.key(symmetric, "rotations"),
  paths.key(pending),
  paths.key("00000000-0000-4000-8000-000000000000"),
  paths.scheduleDeletion([symmetric, signing]),
  paths.keyStores("cloudhsm"),
  paths.keyStores("external"),
  ...["Encrypt", "ReEncrypt", "Sign", "Verify", "GenerateRandom", "GenerateDataKeyPair", "DeriveSharedSecret"].map(
    (operation) =>
      paths.cryptoOperations({ operation, keyId: operation === "Sign" ? "alias/new-app" : "alias/finance" }),
  ),
  paths.aliases(),
  paths.aliases("all-regions"),
  ...explorerViews.map((view) => paths.explorer({ view })),
  paths.explorer({ regions: "one" }),
  paths.explorer({ focus: "alias/new-app" }),
  paths.playground(),
  ...settingsTabs.map((tab) => paths.settings(tab)),
  "/no/such/page",
  // Names that every object answers to.
  "/sandbox/constructor",
  "/kms/custom-key-stores/__proto__",
];

/** Faces that the navigation cannot lead to: the URL names a place that is not there. */
const wrongPlaces = ["?region=us-nowhere-9", "?region=af-south-1", "?region=us-west-2&account=999999999999"];

/** `rules`: only these, for a page that has been looked at with all of them. */
async function expectSound(page: Page, rules?: readonly string[]): Promise<void> {
  // There are no frames here; the legacy mode saves a second page for each look.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
  await expect(page.getByText(/\bundefined\b|\bNaN\b|\[object /).filter({ visible: true })).toHaveCount(0);
}

/** `prepare` brings the page to the state that is looked at. */
async function sweep(page: Page, url: string, prepare?: () => Promise<void>): Promise<void> {
  // Colours that are still fading have no contrast of their own.
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(url);
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("main").getByText(/^Loading/)).toHaveCount(0);
  await prepare?.();
  await expectSound(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("body")).toHaveClass(/awsui-dark-mode/);
  // The same elements in other colours.
  await expectSound(page, ["color-contrast", "link-in-text-block"]);
}

for (const route of routes)
  test(`${route} is sound in light and dark`, ({ page }) => sweep(page, `/?region=us-west-2#${route}`));

for (const place of wrongPlaces)
  test(`a URL with ${place} is sound in light and dark`, ({ page }) => sweep(page, `/${place}#${paths.keys()}`));

test("the page of an AWS managed key is sound in light and dark", async ({ page }) => {
  await page.goto(`/?region=us-west-2#${paths.awsKeys()}`);
  const url = await page.getByRole("row").getByRole("link", { name: "aws/s3" }).getAttribute("href");
  await sweep(page, `/${url}`);
});

test("the tabs of a multi-Region key that waits for its key material are sound in light and dark", async ({ page }) => {
  await page.goto(`/?region=us-west-2#${paths.createKey()}`);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await button("Advanced options").click();
  await page.getByRole("radio", { name: /^External \(/ }).check();
  await page.getByRole("checkbox", { name: /^I understand/ }).check();
  await page.getByRole("radio", { name: /^Multi-Region key/ }).check();
  await button("Next").click();
  await page.getByRole("textbox", { name: "Alias", exact: true }).fill("swept");
  await button("Skip to Review").click();
  await button("Finish").click();
  await expect(page).toHaveURL(/#\/kms\/keys\/mrk-/);
  const url = page.url();
  await sweep(page, url, () => expect(page.getByText("No key material", { exact: true })).toBeVisible());
  await sweep(page, url, () => button("Import initial key material").click());
  await sweep(page, url.replace("rotations", "regionality"), () =>
    expect(page.getByText("No related keys")).toBeVisible(),
  );
});

for (const [kind, name] of [
  ["cloudhsm", "Create key store"],
  ["external", "Create external key store"],
] as const)
  test(`the dialog ${name} is sound in light and dark`, ({ page }) =>
    sweep(page, `/?region=us-west-2#${paths.keyStores(kind)}`, () =>
      page.getByRole("button", { name }).first().click(),
    ));

for (const name of [/^Region: /, /^Settings$/, /111122223333/])
  test(`the open menu of the button ${name} is sound in light and dark`, async ({ page }) => {
    await sweep(page, `/?region=us-west-2#${paths.home()}`, async () => {
      await page.getByRole("banner").getByRole("button", { name }).click();
      await expect(page.getByRole("banner").locator("[role^=menuitem]").first()).toBeVisible();
    });
  });

test("the panel of API calls is sound in light and dark", async ({ page }) => {
  await sweep(page, `/?region=us-west-2#${paths.home()}`, async () => {
    await page.getByRole("button", { name: "API calls" }).click();
    await expect(page.getByRole("region", { name: "API calls" })).toBeVisible();
  });
});

test("every page of the app is swept", () => {
  const swept = routes.map((route) => matchRoute(parseLocation("", `#${route}`))?.page);
  expect(new Set(swept)).toEqual(new Set([...allPages, undefined]));
});
