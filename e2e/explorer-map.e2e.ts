// The map of the alias explorer: aliases moved to other keys by hand and by keyboard, and refused where AWS KMS would refuse.
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const oregon = "/?region=us-west-2#/sandbox/explorer?regions=one";
const allRegions = "/?region=us-west-2#/sandbox/explorer";

// So high that a map in view can be read.
test.use({ viewport: { width: 1366, height: 1400 } });

const map = (page: Page): Locator => page.getByRole("region", { name: "Map of aliases and keys" });
const aliasNode = (page: Page, name: string, region = "us-west-2"): Locator =>
  map(page).getByRole("button", { name: new RegExp(`^alias ${name}, ${region}, `) });
const edge = (page: Page, name: string): Locator =>
  map(page).getByRole("button", { name: new RegExp(`^edge: alias ${name}, us-west-2, `) });
const keyNode = (page: Page, start: string): Locator =>
  map(page).getByRole("button", { name: new RegExp(`^(AWS managed )?key ${start}`) });
const says = (page: Page): Locator => map(page).getByRole("status");

/** Opens the map, small enough to be in view as a whole. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.getByRole("heading", { level: 1, name: "Alias explorer" })).toBeVisible();
  await fitMap(page);
}

/** What AWS manages is hidden at first. */
async function showAws(page: Page): Promise<void> {
  const filters = page.getByRole("button", { name: "Filters", exact: true });
  await filters.click();
  const hide = page.getByRole("checkbox", { name: "Hide what AWS manages" });
  await hide.uncheck();
  await filters.click();
  // The map follows in turns, and moves up when the panel goes: where it stands is known when both are done.
  await expect(hide).toBeHidden();
  await expect(aliasNode(page, "aws/s3, of AWS")).toBeAttached();
}

async function fitMap(page: Page): Promise<void> {
  await map(page).evaluate((frame) => frame.scrollIntoView({ block: "center" }));
  await map(page).getByRole("button", { name: "Fit the map into the frame" }).click();
}

/** Takes hold of the middle of something; `at` is a shift from there, in pixels. */
async function take(page: Page, from: Locator, at = { x: 0, y: 0 }): Promise<void> {
  await from.hover(); // waits until it stands still
  const { x, y } = await middleOf(from);
  await page.mouse.move(x + at.x, y + at.y);
  await page.mouse.down();
}

async function moveTo(page: Page, to: Locator): Promise<void> {
  const { x, y } = await middleOf(to);
  await page.mouse.move(x, y, { steps: 6 });
}

async function middleOf(what: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await what.boundingBox();
  if (!box) throw new Error("it is not on the screen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Opens the menu of a node by keyboard and chooses. */
async function choose(page: Page, node: Locator, item: string): Promise<void> {
  await node.press("Enter");
  await page.getByRole("menuitem", { name: item }).click();
}

async function confirm(page: Page, title: string, button: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: `${title}: preview` });
  await dialog.getByRole("button", { name: button, exact: true }).click();
  // Two calls, each kept on disk, on a machine that may be busy.
  await expect(dialog).toBeHidden({ timeout: 20_000 });
}

test("an alias is dragged onto another key, and its edge is there after the preview is confirmed", async ({ page }) => {
  await open(page, oregon);
  await take(page, aliasNode(page, "new-app"));
  await moveTo(page, keyNode(page, "0987dcba"));
  await expect(says(page)).toHaveText("Alias new-app can point to 2 keys. Drop it on one, or press Escape.");
  await page.mouse.up();
  await expect(aliasNode(page, "new-app")).toHaveAccessibleName(/points to key 1234abcd/);
  await confirm(page, "Retarget alias new-app", "Retarget alias");
  await expect(aliasNode(page, "new-app")).toHaveAccessibleName(/points to key 0987dcba/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(aliasNode(page, "new-app")).toHaveAccessibleName(/points to key 1234abcd/);
});

test("the end of an edge is dragged onto another key", async ({ page }) => {
  await open(page, oregon);
  const key = keyNode(page, "6b1f0c3e");
  const width = (await key.boundingBox())?.width ?? 0;
  await key.hover();
  await take(page, key, { x: -width / 2 - 12, y: 0 });
  await moveTo(page, keyNode(page, "e85a3d17"));
  await page.mouse.up();
  await confirm(page, "Retarget alias finance", "Retarget alias");
  await expect(aliasNode(page, "finance")).toHaveAccessibleName(/points to key e85a3d17/);
});

test("keys that cannot be the target say why while an alias is in the hand, and when it is dropped on them", async ({
  page,
}) => {
  await open(page, oregon);
  await showAws(page);
  await fitMap(page);
  for (const [alias, key, reason] of [
    ["finance", "1234abcd", "Other key type: asymmetric"],
    ["finance", "3f7c92d5", "Other key type: HMAC"],
    ["finance", "f16a7b48", "Pending deletion"],
    ["finance", "6b1f0c3e", "Current target"],
    ["finance", "09d7e2a4", "AWS managed key"],
  ] as const) {
    await take(page, aliasNode(page, alias));
    await moveTo(page, keyNode(page, key));
    await expect(keyNode(page, key).getByText(reason)).toBeAttached();
    await page.mouse.up();
    await expect(says(page)).toHaveText(`Alias ${alias} cannot point to key ${key}...: ${reason}.`);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await take(page, aliasNode(page, "aws/s3, of AWS"));
  await moveTo(page, keyNode(page, "1234abcd"));
  await expect(says(page)).toContainText("Aliases that begin with aws/ belong to AWS");
  await page.mouse.up();
});

test("a key of another Region is refused, and Escape lets go of everything", async ({ page }) => {
  await open(page, allRegions);
  await take(page, aliasNode(page, "finance-key", "us-east-1"));
  const other = keyNode(page, "6b1f0c3e");
  await moveTo(page, other);
  await page.mouse.up();
  await expect(says(page)).toHaveText("Alias finance-key cannot point to key 6b1f0c3e...: Other Region.");
  await take(page, aliasNode(page, "finance", "us-west-2"));
  await moveTo(page, keyNode(page, "e85a3d17"));
  await page.keyboard.press("Escape");
  await expect(says(page)).toHaveText("Nothing was changed.");
  await page.mouse.up();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(aliasNode(page, "finance")).toHaveAccessibleName(/points to key 6b1f0c3e/);
});

test("by keyboard alone: along the map, through the menu and the list of keys, to a retargeted alias", async ({
  page,
}) => {
  await open(page, oregon);
  await aliasNode(page, "api-tokens").focus();
  await page.keyboard.press("ArrowRight");
  await expect(edge(page, "api-tokens")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(keyNode(page, "3f7c92d5")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(aliasNode(page, "api-tokens")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(aliasNode(page, "code-signing")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Retarget..." })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(aliasNode(page, "code-signing")).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Retarget alias code-signing" });
  await expect(dialog.getByRole("button", { name: /New target key/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("option", { name: /Not possible: Other key type: symmetric/ }).first()).toBeDisabled();
  await page.getByRole("option", { name: /0987dcba/ }).click();
  await dialog.getByRole("button", { name: "Preview" }).press("Enter");
  await confirm(page, "Retarget alias code-signing", "Retarget alias");
  await expect(aliasNode(page, "code-signing")).toHaveAccessibleName(/points to key 0987dcba/);
});

test("an edge has the menu of its alias, and the focus comes back to it from the dialog and from the preview", async ({
  page,
}) => {
  await open(page, oregon);
  const ofFinance = edge(page, "finance");
  await expect(ofFinance).toHaveAccessibleName(/^edge: alias finance, us-west-2, points to key 6b1f0c3e/);
  await aliasNode(page, "finance").focus();
  await page.keyboard.press("ArrowRight");
  await expect(ofFinance).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(edge(page, "finance-key")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Retarget..." }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Retarget alias finance" });
  await dialog.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(ofFinance).toBeFocused();
  await aliasNode(page, "finance").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Retarget..." }).press("Enter");
  await dialog.getByRole("button", { name: /New target key/ }).press("Enter");
  await page.getByRole("option", { name: /c2d94e70/ }).click();
  await dialog.getByRole("button", { name: "Preview" }).press("Enter");
  await page
    .getByRole("dialog", { name: /preview$/ })
    .getByRole("button", { name: "Cancel" })
    .press("Enter");
  await expect(aliasNode(page, "finance")).toBeFocused();
});

test("a target that is allowed but disabled or of other algorithms is marked so, by hand and in the list", async ({
  page,
}) => {
  await open(page, oregon);
  const otherAlgorithms = "Allowed, but other algorithms: ECDSA_SHA_256, not RSASSA_...";
  await take(page, aliasNode(page, "new-app"));
  await moveTo(page, keyNode(page, "a94b6e02"));
  await expect(keyNode(page, "a94b6e02").getByText(otherAlgorithms)).toBeAttached();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await take(page, aliasNode(page, "finance"));
  await moveTo(page, keyNode(page, "5d20e8fb"));
  await expect(keyNode(page, "5d20e8fb").getByText("Allowed, but the key is disabled")).toBeAttached();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await choose(page, aliasNode(page, "new-app"), "Retarget...");
  await page.getByRole("button", { name: /New target key/ }).press("Enter");
  const option = page.getByRole("option", { name: /a94b6e02/ });
  await expect(option).toContainText(otherAlgorithms);
  await option.click();
  await expect(page.getByRole("dialog").getByText(`${otherAlgorithms}.`).first()).toBeVisible();
});

test("the border moves the map no further than its end, and Escape brings it back", async ({ page }) => {
  await page.goto(oregon);
  await showAws(page);
  await map(page).evaluate((frame) => frame.scrollIntoView({ block: "center" }));
  const stood = await standsAt(page);
  await take(page, aliasNode(page, "finance"));
  const frame = await map(page).boundingBox();
  if (!frame) throw new Error("the map is not on the screen");
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height - 50, { steps: 6 });
  await expect.poll(() => standsAt(page)).not.toBe(stood);
  let last = "";
  const isStill = async (): Promise<boolean> => {
    const [before, now] = [last, await standsAt(page)];
    last = now;
    return before === now;
  };
  await expect.poll(isStill).toBe(true);
  await expect(aliasNode(page, "aws/xray, of AWS")).toBeInViewport();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect.poll(() => standsAt(page)).toBe(stood);
});

test("a key with 50 aliases takes no more, and a key of another account cannot be found for an alias", async ({
  page,
}) => {
  await importWith50Aliases(page);
  await open(page, oregon);
  await take(page, aliasNode(page, "finance"));
  await moveTo(page, keyNode(page, "e85a3d17"));
  await page.mouse.up();
  await expect(says(page)).toHaveText("Alias finance cannot point to key e85a3d17...: 50 aliases reached.");
  await choose(page, aliasNode(page, "finance"), "Retarget...");
  const chooser = page.getByRole("button", { name: /New target key/ });
  await chooser.press("Enter");
  await expect(page.getByRole("option", { name: /e85a3d17.*Not possible: 50 aliases reached/ })).toBeDisabled();
  await page.keyboard.type("arn:aws:kms:us-west-2:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab");
  await expect(page.getByText("Other account: 444455556666.").first()).toBeVisible();
});

/** The sample workspace with 50 aliases on a key that had none: made through its file, since 50 dialogs take minutes. */
async function importWith50Aliases(page: Page): Promise<void> {
  await page.goto("/?region=us-west-2#/sandbox/settings?tab=workspace");
  await page.getByRole("button", { name: "Export to file" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Export", exact: true }).click();
  const { history: _history, ...workspace } = JSON.parse(await readFile(await (await downloading).path(), "utf8"));
  const { aliases, keys } = workspace.tables;
  const key = keys.find(({ keyId }: { readonly keyId: string }) => keyId.startsWith("e85a3d17"));
  const model = aliases.find(({ aliasName }: { readonly aliasName: string }) => aliasName === "alias/finance");
  for (let n = 10; n < 60; n += 1) aliases.push({ ...model, aliasName: `alias/zz-full-${n}`, targetKeyId: key.keyId });
  await page.getByRole("button", { name: "Import from file" }).click();
  const dialog = page.getByRole("dialog", { name: "Import a workspace" });
  const file = { name: "full.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(workspace)) };
  await dialog.locator("input[type=file]").setInputFiles(file);
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("Imported workspace").first()).toBeVisible();
}

/** Where the map stands in its frame. */
const standsAt = (page: Page): Promise<string> =>
  map(page).evaluate((frame) => frame.querySelector<HTMLElement>(".react-flow__viewport")?.style.transform ?? "");

test("two aliases swap their keys", async ({ page }) => {
  await open(page, oregon);
  await choose(page, aliasNode(page, "finance"), "Swap with...");
  const dialog = page.getByRole("dialog", { name: "Swap alias finance" });
  await expect(dialog.getByText("these are two UpdateAlias calls").first()).toBeVisible();
  await dialog.getByRole("button", { name: /Swap with/ }).click();
  await expect(page.getByRole("option", { name: /^new-app.*Not possible: Other key type/ })).toBeDisabled();
  await page.getByRole("option", { name: /^finance-key/ }).click();
  await dialog.getByRole("button", { name: "Preview" }).click();
  await confirm(page, "Swap aliases finance and finance-key", "Swap aliases");
  await expect(aliasNode(page, "finance")).toHaveAccessibleName(/points to key c2d94e70/);
  await expect(aliasNode(page, "finance-key")).toHaveAccessibleName(/points to key 6b1f0c3e/);
});

test("an alias is pulled out of a key, named and created, and deleted again", async ({ page }) => {
  // As it opens: seen as a whole, the map is too small for its buttons.
  await page.goto(oregon);
  await map(page).evaluate((frame) => frame.scrollIntoView({ block: "center" }));
  await take(page, map(page).getByRole("button", { name: "Create alias for key e85a3d17..." }));
  await moveTo(page, aliasNode(page, "old-reports"));
  await page.mouse.up();
  const dialog = page.getByRole("dialog", { name: "Create alias" });
  const name = dialog.getByRole("textbox", { name: "Alias name" });
  await name.fill("finance");
  await expect(dialog.getByText("already exists in this Region").first()).toBeVisible();
  await name.fill("reports");
  await dialog.getByRole("button", { name: "Preview" }).click();
  await confirm(page, "Create alias reports", "Create alias");
  await expect(aliasNode(page, "reports")).toHaveAccessibleName(/points to key e85a3d17/);
  await choose(page, aliasNode(page, "reports"), "Delete alias...");
  await confirm(page, "Delete alias reports", "Delete alias");
  await expect(aliasNode(page, "reports")).toHaveCount(0);
});

test("the gap of a Region that lacks a name is filled from its menu", async ({ page }) => {
  await open(page, allRegions);
  const gap = map(page).getByRole("button", { name: "us-east-1 has no alias new-app", exact: true });
  await choose(page, gap, "Create alias in us-east-1...");
  const dialog = page.getByRole("dialog", { name: "Create alias new-app in us-east-1" });
  await dialog.getByRole("button", { name: /Target key/ }).click();
  await page.getByRole("option", { name: /48f9b6d0/ }).click();
  await dialog.getByRole("button", { name: "Preview" }).click();
  await confirm(page, "Create alias new-app", "Create alias");
  await expect(gap).toHaveCount(0);
  await expect(aliasNode(page, "new-app", "us-east-1")).toHaveAccessibleName(/points to key 48f9b6d0/);
});

test("in the past nothing is taken from the map, and its menus say why", async ({ page }) => {
  await open(page, oregon);
  await choose(page, aliasNode(page, "test-key"), "Delete alias...");
  await confirm(page, "Delete alias test-key", "Delete alias");
  await page.getByRole("button", { name: "One change back" }).click();
  await expect(aliasNode(page, "test-key")).toBeVisible();
  await fitMap(page);
  await take(page, aliasNode(page, "finance"));
  await moveTo(page, keyNode(page, "e85a3d17"));
  await expect(map(page)).not.toHaveAttribute("data-dragging");
  await page.mouse.up();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(map(page).getByText("You are looking at the past.")).toBeVisible();
  await expect(map(page).getByRole("button", { name: /^Create alias for key/ })).toHaveCount(0);
  const past = "You are looking at the past. Go back to now to change something.";
  for (const [node, items] of [
    [aliasNode(page, "finance"), ["Retarget...", "Swap with...", "Delete alias..."]],
    [keyNode(page, "e85a3d17"), ["Create alias...", "Disable key...", "Schedule key deletion..."]],
  ] as const) {
    await node.press("Enter");
    for (const item of items) {
      const offered = page.getByRole("menuitem", { name: `${item} ${past}` });
      await expect(offered).toHaveAttribute("aria-disabled", "true");
    }
    // It can be pressed, and does nothing.
    await page.getByRole("menuitem", { name: items[0] }).press("Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("Escape");
  }
});

test("a second finger neither moves nor drops what is in the hand", async ({ page }) => {
  await open(page, oregon);
  await take(page, aliasNode(page, "finance"));
  const target = await middleOf(keyNode(page, "e85a3d17"));
  await moveTo(page, keyNode(page, "1234abcd"));
  await page.evaluate(({ x, y }) => {
    const finger = { pointerId: 77, pointerType: "touch", isPrimary: false, clientX: x, clientY: y, bubbles: true };
    for (const type of ["pointermove", "pointerup", "pointercancel"])
      document.body.dispatchEvent(new PointerEvent(type, finger));
  }, target);
  await expect(map(page)).toHaveAttribute("data-dragging", "retarget");
  await page.mouse.up();
  await expect(says(page)).toHaveText("Alias finance cannot point to key 1234abcd...: Other key type: asymmetric.");
});

test("a key that can take no alias says the same on its button and in its menu", async ({ page }) => {
  await importWith50Aliases(page);
  // As it opens: seen as a whole, the map is too small for its buttons.
  await page.goto(oregon);
  const button = map(page).getByRole("button", { name: "Create alias for key e85a3d17..." });
  await expect(button).toHaveAttribute("title", "Key e85a3d17... cannot take another alias: 50 aliases reached.");
  await keyNode(page, "e85a3d17").press("Enter");
  await expect(page.getByRole("menuitem", { name: "Create alias... 50 aliases reached" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});

test("a menu whose node has gone does not come back with it", async ({ page }) => {
  await open(page, oregon);
  await aliasNode(page, "finance").press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  // The filter as another part of the page sets it, since the menu covers the field.
  const search = page.getByRole("searchbox", { name: "Search" });
  await search.evaluate((field) => field instanceof HTMLElement && field.focus());
  await page.keyboard.type("api-tokens");
  await expect(aliasNode(page, "finance")).toHaveCount(0);
  await expect(page.getByRole("menu")).toHaveCount(0);
  await search.fill("");
  await expect(aliasNode(page, "finance")).toBeVisible();
  await expect(page.getByRole("menu")).toHaveCount(0);
});

test("in a narrow window the first view and Fit hold the keys whole, and far away their state can be read", async ({
  page,
}) => {
  await page.setViewportSize({ width: 800, height: 900 });
  await page.goto(allRegions);
  const state = map(page).getByText("Pending deletion").first();
  const frame = await map(page).boundingBox();
  const right = async (): Promise<number> => {
    const box = await keyNode(page, "6b1f0c3e").boundingBox();
    return (box?.x ?? Number.POSITIVE_INFINITY) + (box?.width ?? 0);
  };
  const end = (frame?.x ?? 0) + (frame?.width ?? 0);
  await expect.poll(right).toBeLessThan(end - 40); // the rail
  await fitMap(page);
  await expect.poll(right).toBeLessThan(end - 40);
  await expect(state).toBeVisible();
});

test("axe finds nothing on the map and its menu, in light and in dark", async ({ page }) => {
  await open(page, allRegions);
  await aliasNode(page, "new-app").press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .include(".map-view")
      .include(".map-menu")
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});
