// Takes the pictures of README and docs from the built page: `npm run build && npm run pictures`. Each in light and in dark.
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import { preview } from "vite";
import { browserFlags, findBrowser } from "#tools/find-browser.mjs";

type Scheme = "light" | "dark";

const explorer = "/?region=us-west-2#/sandbox/explorer";
const change = {
  type: "retarget",
  region: "us-west-2",
  aliasName: "alias/new-app",
  keyId: "0987dcba-09fe-87dc-65ba-ab0987654321",
};

/** Name of the file -> what brings the page there, from an explorer whose bench has two cards. */
const pictures: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  map: (page) => show(page, explorer),
  matrix: (page) => show(page, `${explorer}?view=matrix`),
  async preview(page) {
    await show(page, `${explorer}?preview=${encodeURIComponent(JSON.stringify(change))}`);
    await page.getByRole("heading", { name: "Who has used it lately" }).waitFor();
  },
  async bench(page) {
    await show(page, explorer);
    await page.getByRole("list", { name: "Cards of the bench" }).scrollIntoViewIfNeeded();
    await page.getByRole("heading", { level: 2, name: /^Bench/ }).evaluate((title) => title.scrollIntoView());
  },
  async time(page) {
    await show(page, explorer);
    for (let step = 0; step < 3; step += 1) await page.getByRole("button", { name: "One change back" }).click();
    await page
      .getByText(/You are looking at .*, read-only/)
      .first()
      .waitFor();
    await page.getByRole("heading", { level: 1 }).evaluate((title) => title.scrollIntoView({ block: "center" }));
  },
  async flight(page) {
    await show(page, `${explorer}?flight=${encodeURIComponent("alias/new-app")}`);
    await page
      .getByRole("button", { name: /^(To the end|End)/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1 }).evaluate((title) => title.scrollIntoView({ block: "center" }));
  },
};

async function show(page: Page, url: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
}

/** Two cards to look at: an encrypted text and a signature. */
async function fillBench(page: Page): Promise<void> {
  await show(page, explorer);
  await page.getByRole("button", { name: "Dismiss the note on the sample workspace" }).click();
  const form = page.getByRole("form", { name: "Make a card" });
  for (const [alias, button, result] of [
    ["finance", "Encrypt a text", /^Encrypted text/],
    ["new-app", "Sign a message", /^Signature/],
  ] as const) {
    await form.getByRole("combobox", { name: "Alias" }).fill(alias);
    await page
      .getByRole("option", { name: new RegExp(`^${alias}`) })
      .first()
      .click();
    await form.getByRole("textbox", { name: /^(Text|Message)/ }).fill("the quarter's figures");
    await form.getByRole("button", { name: button, exact: true }).click();
    await page.getByRole("heading", { name: result }).first().waitFor();
  }
}

async function take(browser: Browser, baseURL: string, scheme: Scheme): Promise<void> {
  const page = await browser.newPage({ baseURL, colorScheme: scheme, viewport: { width: 1366, height: 900 } });
  await fillBench(page);
  for (const [name, open] of Object.entries(pictures)) {
    await open(page);
    const path = fileURLToPath(new URL(`${name}-${scheme}.png`, import.meta.url));
    await page.screenshot({ path, animations: "disabled" });
    process.stdout.write(`${path}\n`);
  }
  await page.close();
}

const server = await preview({ preview: { port: 4175 } });
const executablePath = await findBrowser();
const browser = await chromium.launch({ args: browserFlags, ...(executablePath ? { executablePath } : {}) });
for (const scheme of ["light", "dark"] as const) await take(browser, "http://127.0.0.1:4175", scheme);
await browser.close();
await server.close();
