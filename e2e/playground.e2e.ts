// The page Sandbox > SDK playground: samples, runs that fail or never end, walls, shared links, and the request log.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { type SampleId, samples } from "#features/playground/sample-list.ts";
import { expect, test } from "./support/test.ts";

const openPlayground = async (page: Page, params = "", region = "us-west-2"): Promise<void> => {
  await page.goto(`/?region=${region}#/sandbox/playground${params}`);
  await expect(editor(page)).toBeVisible();
};
const editor = (page: Page): Locator => page.getByRole("textbox", { name: "Code" });
const output = (page: Page): Locator => page.getByRole("log", { name: "Console output" });
const status = (page: Page, text: string): Locator => page.getByText(text, { exact: true }).first();
const requests = (page: Page): Locator => page.getByRole("table", { name: "Requests" }).getByRole("row");
const run = (page: Page): Promise<void> => page.getByRole("button", { name: "Run", exact: true }).click();
/** Those of the sandboxed frame. */
const codeWorkers = (page: Page): number => page.workers().filter((worker) => worker.url().startsWith("data:")).length;

async function write(page: Page, code: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(code);
}

/** What each sample must print, beside ending without an error. */
const printed: Readonly<Record<SampleId, readonly RegExp[]>> = {
  encrypt: [/Encrypted under arn:aws:kms:us-west-2:\d+:key\/c2d94e70/, /Plaintext: Revenue: 1,250,000/],
  signer: [/us-west-2 .*1234abcd/s, /eu-central-1 .*0987dcba/s, /ap-southeast-1 .*1a2b3c4d/s, /valid: true/],
  envelope: [/encryptedKey: Uint8Array\(\d+\) \[ 01 02 02/, /It opens again: true/],
  "encryption-sdk": [
    /Opened in Frankfurt: Invoice 4711/,
    /Opened by discovery: Invoice 4711/,
    /Purpose: invoice/,
    /Warning: With the alias ARN it does not open/,
  ],
  verifier: [
    /Before the retarget: true/,
    /Warning: After the retarget: KMSInvalidSignatureException/,
    /1\. .*: true/,
    /2\. .*: true/,
    /3\. .*: true/,
  ],
};

for (const { id, title } of samples)
  test(`the sample "${title}" runs on the sample workspace`, async ({ page }) => {
    const asked: string[] = [];
    await openPlayground(page, `?sample=${id}`);
    page.on("request", (request) => asked.push(request.url()));
    await run(page);
    await expect(status(page, "Finished")).toBeVisible();
    for (const text of printed[id]) await expect(output(page)).toHaveText(text);
    expect(asked.filter((url) => /kms|amazonaws/.test(new URL(url).host))).toEqual([]);
    expect(await requests(page).count()).toBeGreaterThan(2);
  });

test("the same code uses another key in another Region, and the requests say which", async ({ page }) => {
  await openPlayground(page);
  await run(page);
  await expect(status(page, "Finished")).toBeVisible();
  await page
    .getByRole("button", { name: /^Region/ })
    .last()
    .click();
  await page.getByRole("option", { name: /eu-central-1/ }).click();
  await expect(page).toHaveURL(/region=eu-central-1/);
  await editor(page).press("Control+Enter");
  await expect(output(page)).toHaveText(/Run in Europe \(Frankfurt\) eu-central-1/);
  await expect(output(page)).toHaveText(/us-west-2.*Decrypted with arn:aws:kms:eu-central-1:\d+:key\/d3c81a5f/s);
  const encrypt = requests(page).filter({ hasText: "Encrypt" }).first();
  await expect(encrypt).toContainText("KeyId alias/finance-key");
  await expect(encrypt).toContainText("arn:aws:kms:eu-central-1:111122223333:key/d3c81a5f-9e24-4b70-a6f8-0c7d5e92b341");
  await expect(encrypt).toContainText("200");
  await expect(requests(page).filter({ hasText: "Decrypt" }).first()).toContainText("the ciphertext names it");
});

test("a retarget between Sign and Verify shows KMSInvalidSignatureException", async ({ page }) => {
  await openPlayground(page);
  await write(
    page,
    `import { KMS } from "@aws-sdk/client-kms";
const kms = new KMS({});
const request = { KeyId: "alias/new-app", Message: new Uint8Array(8), SigningAlgorithm: "RSASSA_PSS_SHA_256" } as const;
const { Signature } = await kms.sign(request);
await kms.updateAlias({ AliasName: "alias/new-app", TargetKeyId: "0987dcba-09fe-87dc-65ba-ab0987654321" });
await kms.verify({ ...request, Signature });
`,
  );
  await run(page);
  await expect(status(page, "Ended with an error")).toBeVisible();
  await expect(output(page)).toHaveText(/Uncaught KMSInvalidSignatureException/);
  await expect(output(page)).toHaveText(/main\.ts:6/);
  await expect(requests(page).filter({ hasText: "Verify" })).toContainText("400 KMSInvalidSignatureException");
  await expect(requests(page).filter({ hasText: "Verify" })).toContainText("key/0987dcba");
});

test("loops without end are stopped, also when they print", async ({ page }) => {
  await openPlayground(page);
  for (const loop of [
    "while (true) {}",
    "while (true) console.log('again');",
    "setInterval(() => console.log(1), 1);",
  ]) {
    await write(page, `console.log("begun");\n${loop}`);
    await run(page);
    await expect(status(page, "Running")).toBeVisible();
    await expect(output(page)).toHaveText(/begun/);
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(status(page, "Stopped")).toBeVisible();
    await page.getByRole("button", { name: "Clear console output" }).click();
  }
  await write(page, "console.log('alive')");
  await run(page);
  await expect(status(page, "Finished")).toBeVisible();
  await expect(output(page)).toHaveText(/alive$/);
});

test("thousands of requests leave the page alive, and Stop ends them", async ({ page }) => {
  await openPlayground(page);
  await write(
    page,
    `import { KMS } from "@aws-sdk/client-kms";
const kms = new KMS({});
const request = { KeyId: "alias/finance-key", Plaintext: new Uint8Array(8) };
console.log("begun");
for (;;) await Promise.all(Array.from({ length: 300 }, () => kms.encrypt(request)));
`,
  );
  await run(page);
  await expect(output(page)).toHaveText(/begun/);
  await expect(requests(page)).not.toHaveCount(1);
  // The longest that the page cannot hear the user, over a hundred of its turns.
  const longest = await page.evaluate(async () => {
    let [longest, last] = [0, performance.now()];
    for (let turns = 0; turns < 100; turns += 1) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return longest;
  });
  expect(longest).toBeLessThan(2000);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(status(page, "Stopped")).toBeVisible();
});

test("the port to the page is not found behind changed prototypes", async ({ page }) => {
  await openPlayground(page);
  await write(
    page,
    `import { KMS } from "@aws-sdk/client-kms";
let caught = 0;
for (const of of [MessageEvent.prototype, Event.prototype])
  for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(of)))
    if (get) Object.defineProperty(of, name, { get() { caught += 1; return get.call(this); } });
for (const name of ["postMessage", "start", "close", "dispatchEvent"])
  Object.defineProperty(MessagePort.prototype, name, { value() { caught += 1; } });
const { apply } = Reflect;
Reflect.apply = (...all) => { caught += all[1] instanceof Event ? 1 : 0; return apply(...all); };
Function.prototype.call = function (...all) { caught += all[0] instanceof Event ? 1 : 0; return apply(this, all[0], all.slice(1)); };
await new KMS({}).listKeys({});
console.log("caught", caught);`,
  );
  await run(page);
  await expect(output(page)).toHaveText(/caught 0/);
});

test("a flood of long lines is stopped, and a program's last lines and its error are shown", async ({ page }) => {
  await openPlayground(page);
  await write(page, "for (;;) console.log('x'.repeat(1_000_000));");
  await run(page);
  await expect(output(page)).toHaveText(/xxx/);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(status(page, "Stopped")).toBeVisible();
  await page.getByRole("button", { name: "Clear console output" }).click();
  await write(page, "for (let i = 0; i < 5000; i += 1) console.log('line', i);\nthrow new Error('at last');");
  await run(page);
  await expect(status(page, "Ended with an error")).toBeVisible();
  await expect(output(page)).toHaveText(/lines are not shown.*line 4999.*Uncaught Error: at last.*main\.ts:2/s);
});

test("a run ends its worker, starts once however often it is asked to, and cannot close itself in silence", async ({
  page,
}) => {
  await openPlayground(page);
  await write(page, "close();");
  await editor(page).press("Control+Enter");
  await editor(page).press("Control+Enter");
  await editor(page).press("Control+Enter");
  await expect(status(page, "Ended with an error")).toBeVisible();
  await expect(output(page)).toHaveText(/close is not available in the playground/);
  await write(
    page,
    "const module = { a: 1 }; const process = 2; const exports = 3;\nconsole.log(module, process, exports);",
  );
  await run(page);
  await expect(output(page)).toHaveText(/\{ a: 1 \} 2 3/);
  await expect(status(page, "Finished")).toBeVisible();
  await expect.poll(() => codeWorkers(page)).toBe(0);
});

test("a frame that cannot be loaded is said, and the next run asks for it again", async ({ page, troubles }) => {
  await page.clock.install();
  await page.route("**/playground-frame.html", (route) => route.fulfill({ status: 404, body: "not here" }), {
    times: 1,
  });
  await openPlayground(page);
  await write(page, "console.log('alive')");
  await run(page);
  await expect(page.getByTitle("Playground")).toBeAttached();
  await page.clock.fastForward(20_000);
  await expect(output(page)).toHaveText(/The frame of the playground could not be loaded/);
  await run(page);
  await page.clock.runFor(2000);
  await expect(output(page)).toHaveText(/alive/);
  troubles.splice(0); // the 404
});

test("a run goes on in another Region and ends with a word when the page is left", async ({ page }) => {
  await openPlayground(page);
  await write(page, "let count = 0;\nsetInterval(() => console.log('tick', (count += 1)), 50);");
  await run(page);
  const ticks = async (): Promise<number> => Number((await output(page).textContent())?.match(/tick (\d+)$/)?.[1] ?? 0);
  await expect.poll(ticks).toBeGreaterThan(2);
  expect(codeWorkers(page)).toBe(1);
  await page
    .getByRole("button", { name: /^Region/ })
    .last()
    .click();
  await page.getByRole("option", { name: /eu-central-1/ }).click();
  await expect(page).toHaveURL(/region=eu-central-1/);
  const then = await ticks();
  await expect.poll(ticks).toBeGreaterThan(then + 20); // longer than the playground waits for its page
  await expect(status(page, "Running")).toBeVisible();
  await page.evaluate(() => {
    location.hash = "#/kms/keys";
  });
  await expect(editor(page)).toBeHidden();
  await expect.poll(() => codeWorkers(page)).toBe(0);
  await page.goBack();
  await expect(output(page)).toHaveText(/Stopped, because the page was left$/);
});

test("what the code sends is shown by its beginning", async ({ page }) => {
  await openPlayground(page);
  await write(
    page,
    `import { KMS } from "@aws-sdk/client-kms";
await new KMS({}).describeKey({ KeyId: "x".repeat(900_000) }).catch((error) => console.log("refused", error));`,
  );
  await run(page);
  await expect(output(page)).toHaveText(/refused/);
  await expect(requests(page).last()).toContainText("...");
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(5000);
});

/** What must not be reached, and what the code is told. */
const walls: Readonly<Record<string, RegExp>> = {
  "await fetch('https://example.com')": /TypeError: fetch to example\.com is refused: code in the playground reaches/,
  "await fetch('http://kms.us-west-2.amazonaws.com')": /TypeError: fetch to kms\.us-west-2\.amazonaws\.com is refused/,
  "await fetch('https://kms.us-west-2.amazonaws.com.example.com')": /TypeError: fetch to .* is refused/,
  "await fetch('/index.html')": /TypeError: fetch to \/index\.html is refused/,
  "indexedDB.open('kms-sandbox')": /SecurityError/,
  "await caches.open('x')": /SecurityError/,
  "localStorage.getItem('x')": /ReferenceError: localStorage is not defined/,
  "document.title": /ReferenceError: document is not defined/,
  "parent.document": /ReferenceError: parent is not defined/,
  "new XMLHttpRequest()": /TypeError: XMLHttpRequest is refused/,
  "new WebSocket('wss://example.com')": /TypeError: WebSocket is refused/,
  "new EventSource('https://example.com')": /TypeError: EventSource is refused/,
  "importScripts('https://example.com/x.js')": /TypeError: importScripts is not available/,
  "new Worker('blob:x')": /TypeError: Worker is not available/,
  "await import('https://example.com/x.js')":
    /Error: Cannot find module 'https:\/\/example\.com\/x\.js'\. The playground has @aws-sdk/,
  "await import('node:fs')": /Error: Cannot find module 'node:fs'/,
};

test("the code reaches no network, no storage and no page", async ({ page, troubles }) => {
  await openPlayground(page);
  const attempts = Object.keys(walls).map(
    (code, at) =>
      `try { ${code}; console.log("${at} reached"); } catch (error) { console.log("${at}", String(error)); }`,
  );
  await write(page, attempts.join("\n"));
  await run(page);
  await expect(status(page, "Finished")).toBeVisible();
  for (const [at, wall] of Object.values(walls).entries())
    await expect(output(page)).toHaveText(new RegExp(`${at} ${wall.source}`));
  await expect(output(page)).not.toHaveText(/reached/);
  expect(troubles).toEqual([]);
});

test("behind the clear words stands the policy: no native way out, no eval", async ({ page, baseURL, troubles }) => {
  await openPlayground(page);
  await write(
    page,
    `const told = (name, error) => console.log(name, String(error).slice(0, 9));
// Behind the playground's own are the browser's.
const native = WorkerGlobalScope.prototype;
console.log("native", String(native.fetch).includes("[native code]"), String(native.importScripts).includes("[native code]"));
try { await native.fetch.call(self, "https://example.com/leak"); console.log("reached"); } catch (error) { told("fetch", error); }
for (const host of ["https://example.com", "${baseURL}"])
  try { native.importScripts.call(self, host + "/leak.js"); console.log("reached"); } catch (error) { told("script", error); }
try { eval("1"); console.log("reached"); } catch (error) { told("eval", error); }
try { new Function("return 1")(); console.log("reached"); } catch (error) { told("Function", error); }
try { await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); console.log("reached"); } catch (error) { told("wasm", error); }
console.log(self.origin, isSecureContext);`,
  );
  await run(page);
  await expect(status(page, "Finished")).toBeVisible();
  await expect(output(page)).toHaveText(/native true true/);
  await expect(output(page)).toHaveText(/fetch TypeError.*script NetworkEr.*script NetworkEr/s);
  await expect(output(page)).toHaveText(/eval EvalError/);
  await expect(output(page)).toHaveText(/Function EvalError/);
  await expect(output(page)).toHaveText(/wasm CompileEr/);
  await expect(output(page)).toHaveText(/null true/);
  await expect(output(page)).not.toHaveText(/reached/);
  const breaches = troubles.splice(0);
  expect(breaches.filter((line) => line.startsWith("request to another origin"))).toEqual([]);
  expect(breaches.every((line) => /Content.Security.Policy/i.test(line))).toBe(true);
});

test("errors name the line of the user's file, whatever kind they are", async ({ page }) => {
  await openPlayground(page);
  const cases: readonly (readonly [code: string, told: RegExp])[] = [
    ["const a: number = 1;\nconst b = ;\n", /SyntaxError: .*main\.ts:2/],
    ["type T = string;\nconst a = 1;\nconst a = 2;", /SyntaxError.*already been declared.*main\.ts:3/],
    ["interface I { x: 1 }\n\nnull!.x;", /TypeError: .*main\.ts:3/s],
    ["\nsetTimeout(() => { throw new RangeError('late'); }, 5);", /Uncaught RangeError: late.*main\.ts:2/s],
    [
      "async function main() {\n  throw new Error('nobody caught');\n}\nmain();",
      /\(in promise\) Error: nobody caught.*main\.ts:2/s,
    ],
    ["import _ from 'lodash';\n_.noop();", /Cannot find module 'lodash'\. The playground has @aws-sdk\/client-kms/],
  ];
  for (const [code, told] of cases) {
    await write(page, code);
    await run(page);
    await expect(output(page)).toHaveText(told);
    await expect(status(page, "Ended with an error")).toBeVisible();
    await page.getByRole("button", { name: "Clear console output" }).click();
  }
});

test("a shared link opens the code without running it, and a reload keeps what was made of it", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPlayground(page);
  await write(page, "console.log('Grüße', 1 + 1);");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Copied a link that holds the code").first()).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.reload();
  await expect(editor(page)).toContainText("Grüße");

  const other = await context.newPage();
  await other.goto(link);
  await expect(editor(other)).toContainText("console.log('Grüße', 1 + 1);");
  await expect(other.getByText("This is shared code").first()).toBeVisible();
  await expect(status(other, "Not run yet")).toBeVisible();
  await run(other);
  await expect(output(other)).toHaveText(/Grüße 2/);
  await other.goto(link.replace(/code=[^&]{8}/, "code=AAAAAAAA"));
  await expect(other.getByText("The shared code cannot be read").first()).toBeVisible();
});

test("the editor is left by Escape and Tab, and a sample can be reset", async ({ page }) => {
  await openPlayground(page, "?sample=signer");
  await write(page, "x");
  await editor(page).press("Tab");
  await expect(editor(page)).toBeFocused();
  await editor(page).press("Escape");
  await editor(page).press("Tab");
  await expect(editor(page)).not.toBeFocused();
  await page.getByRole("button", { name: "Reset code" }).click();
  await expect(editor(page)).toContainText("Signs the same release in three Regions");
});

test("the playground is sound in light and dark, empty and after a run", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await openPlayground(page);
  const expectSound = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
  };
  await expectSound();
  await write(page, "// all levels\nconsole.warn('careful', { a: 1 });\nconsole.debug('x');\nthrow new Error('end');");
  await run(page);
  await expect(status(page, "Ended with an error")).toBeVisible();
  await expectSound();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("body")).toHaveClass(/awsui-dark-mode/);
  await expectSound();
});
