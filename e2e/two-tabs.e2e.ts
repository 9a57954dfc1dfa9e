// Two tabs on one workspace, and a disk that is full.
import type { CDPSession, Page } from "@playwright/test";
import { answer, formField, openCryptoPage, run, typeKey, verdict } from "./support/crypto-page.ts";
import { expect, test } from "./support/test.ts";

// Several tabs start up in each test.
test.describe.configure({ timeout: 60_000 });

const oregonAliases = "/?region=us-west-2#/sandbox/aliases";
const financeKey = "6b1f0c3e-4a57-4d2b-9c8e-2f6d7a10b9e4";
const nextFinanceKey = "e85a3d17-0f6c-4b92-8d41-5c07f2ab6e93";

const aliasRow = (page: Page, alias: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: alias, exact: true }) });

async function openAliases(page: Page): Promise<void> {
  await page.goto(oregonAliases);
  await expect(page.getByRole("heading", { level: 1, name: "Aliases" })).toBeVisible();
}

/** Fills the dialog in; `confirmButton` sends it. */
async function prepareAlias(page: Page, alias: string, keyId: string): Promise<void> {
  await page.getByRole("button", { name: "Create alias" }).click();
  const dialog = page.getByRole("dialog", { name: "Create alias" });
  await dialog.getByRole("textbox", { name: "Alias name" }).fill(alias);
  await dialog.getByRole("button", { name: /Target key/ }).click();
  await page.getByRole("option", { name: new RegExp(keyId) }).click();
}

const confirmButton = (page: Page) =>
  page.getByRole("dialog", { name: "Create alias" }).getByRole("button", { name: "Create alias" });

/** Keeps the database of the workspace busy, so that whoever writes has to wait, until the function it answers with is called. */
async function holdWriters(page: Page): Promise<() => Promise<void>> {
  const hold = await page.evaluateHandle(async () => {
    const databases = await indexedDB.databases();
    const name = databases.map((one) => one.name ?? "").find((one) => one.startsWith("kms-sandbox."));
    if (name === undefined) throw new Error("the workspace has no database");
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const stores = [...database.objectStoreNames];
    const store = database.transaction(stores, "readwrite").objectStore(stores[0] ?? "");
    const held = { isReleased: false };
    // A transaction lives as long as it is asked for something.
    await new Promise<void>((begun) => {
      const ask = (): void => {
        if (held.isReleased) database.close();
        else
          store.count().onsuccess = () => {
            begun();
            ask();
          };
      };
      ask();
    });
    return held;
  });
  return () =>
    hold.evaluate((held) => {
      held.isReleased = true;
    });
}

/** Lets the page believe in a disk of so many bytes; the disk it really has when none are given. */
async function setDisk(devtools: CDPSession, baseURL: string | undefined, quotaSize?: number): Promise<void> {
  const size = quotaSize === undefined ? {} : { quotaSize };
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: `${baseURL}/`, ...size });
}

/** Chromium believes for some time in the room that it has seen last; a write that is larger makes it look again. */
async function fillDisk(page: Page, bytes: number): Promise<string> {
  return page.evaluate(
    (size) =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open("filler", 1);
        request.onupgradeneeded = () => request.result.createObjectStore("store");
        request.onsuccess = () => {
          const transaction = request.result.transaction("store", "readwrite");
          for (let part = 0; part < size / 65_536; part++)
            transaction.objectStore("store").put(crypto.getRandomValues(new Uint8Array(65_536)), part);
          transaction.onabort = () => resolve(transaction.error?.name ?? "");
          transaction.oncomplete = () => resolve("written");
        };
        request.onerror = () => resolve(request.error?.name ?? "");
      }),
    bytes,
  );
}

test("a tab sees within a second what another did to an alias", async ({ page, context }) => {
  await openAliases(page);
  const other = await context.newPage();
  await openCryptoPage(other, "operation=Encrypt&keyId=alias/finance");
  await expect(verdict(other, `Encrypt will use key ${financeKey}`)).toBeVisible();

  await aliasRow(page, "finance").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Retarget", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Retarget alias finance" });
  await dialog.getByRole("button", { name: /New target key/ }).click();
  await page.getByRole("option", { name: new RegExp(nextFinanceKey) }).click();
  await dialog.getByRole("button", { name: "Retarget alias" }).click();
  await expect(aliasRow(page, "finance")).toContainText(nextFinanceKey);
  await expect(verdict(other, `Encrypt will use key ${nextFinanceKey}`)).toBeVisible({ timeout: 1000 });

  await formField(other, "Plaintext").fill("x");
  await run(other);
  await expect(other.getByText(`arn:aws:kms:us-west-2:111122223333:key/${nextFinanceKey}`).first()).toBeVisible();
  await openAliases(other);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(aliasRow(page, "finance")).toContainText(financeKey);
  await expect(aliasRow(other, "finance")).toContainText(financeKey, { timeout: 1000 });
});

test("of two tabs that create the same alias at once, exactly one does", async ({ page, context }) => {
  const other = await context.newPage();
  await openAliases(page);
  await openAliases(other);
  await prepareAlias(page, "race", financeKey);
  await prepareAlias(other, "race", nextFinanceKey);

  const release = await holdWriters(page);
  for (const tab of [page, other]) {
    await confirmButton(tab).click();
    await expect(confirmButton(tab)).toBeDisabled(); // its call is under way
  }
  await release();

  await expect(aliasRow(page, "race")).toHaveCount(1);
  await expect(aliasRow(other, "race")).toHaveCount(1);
  const outcomes = await Promise.all(
    [page, other].map(async (tab) => {
      const created = tab.getByText("Successfully created alias race.");
      const refused = tab.getByText(/AlreadyExistsException: .*alias\/race already exists/);
      await expect(created.or(refused)).toBeVisible();
      return (await created.isVisible()) ? "created" : "refused";
    }),
  );
  expect(outcomes.sort()).toEqual(["created", "refused"]);
});

test("a full disk is told about, leaves nothing half-done, and is forgotten when there is room again", async ({
  page,
  baseURL,
}) => {
  const megabyte = 1024 * 1024;
  const devtools = await page.context().newCDPSession(page);
  await setDisk(devtools, baseURL, 4 * megabyte);
  await openAliases(page);
  await prepareAlias(page, "no-room", financeKey);
  await setDisk(devtools, baseURL, 1);
  expect(await fillDisk(page, 8 * megabyte)).toBe("QuotaExceededError");
  await confirmButton(page).click();
  const dialog = page.getByRole("dialog", { name: "Create alias" });
  await expect(dialog.getByText(/storage for this site is full, so nothing was saved/).first()).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(aliasRow(page, "no-room")).toHaveCount(0);

  // What changes nothing goes on.
  await openCryptoPage(page, "operation=Encrypt&keyId=alias/finance");
  await formField(page, "Plaintext").fill("x");
  await run(page);
  await expect(answer(page, "CiphertextBlob")).toHaveValue(/^AQICA/);
  await typeKey(page, "alias/no-room");
  await expect(verdict(page, "Encrypt will answer NotFoundException")).toBeVisible();

  await setDisk(devtools, baseURL);
  await openAliases(page);
  await page.reload();
  await expect(aliasRow(page, "finance")).toHaveCount(1);
  await expect(aliasRow(page, "no-room")).toHaveCount(0);
  await prepareAlias(page, "no-room", financeKey);
  await confirmButton(page).click();
  await expect(page.getByText("Successfully created alias no-room.").first()).toBeVisible();
  await page.reload();
  await expect(aliasRow(page, "no-room")).toContainText(financeKey);
});
