// The terminal at the foot of the page: bash and the AWS CLI on the same engine as the console.
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

const aliasesPage = "/?region=us-west-2#/sandbox/aliases";
const newApp = "1234abcd-12ab-34cd-56ef-1234567890ab";
const successor = "0987dcba-09fe-87dc-65ba-ab0987654321";

const drawer = (page: Page): Locator => page.getByRole("region", { name: "CloudShell" });
const line = (page: Page): Locator => drawer(page).getByRole("textbox", { name: "Command line" });
const output = (page: Page): Locator => drawer(page).getByRole("log");
const rowOf = (page: Page, alias: string): Locator =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: alias, exact: true }) });

async function open(page: Page, url = aliasesPage): Promise<void> {
  await page.goto(url);
  await page.getByRole("contentinfo").getByRole("button", { name: "CloudShell" }).click();
  await expect(line(page)).toBeFocused();
}

/** Types a line and waits for its end, which a second line tells: lines run one after another. */
let runs = 0;
async function run(page: Page, text: string): Promise<void> {
  runs += 1;
  await line(page).fill(text);
  await line(page).press("Enter");
  await line(page).fill(`echo end-"${runs}"`);
  await line(page).press("Enter");
  await expect(output(page).getByText(`end-${runs}`, { exact: true })).toBeVisible();
}

/** Pastes as a user does, whatever the clipboard may. */
async function paste(page: Page, text: string): Promise<void> {
  await line(page).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test("the lines of AWS's pages run as they are pasted", async ({ page }) => {
  await open(page);
  await run(page, "aws kms generate-data-key --key-id alias/finance --key-spec AES_256");
  await expect(output(page)).toContainText('"CiphertextBlob"');
  await paste(
    page,
    `aws --region us-west-2 kms create-alias \\
    --alias-name alias/from-the-page \\
    --target-key-id ${newApp}
message=$(echo -n "pay" | base64)
aws kms sign --key-id alias/from-the-page --message $message --message-type RAW --signing-algorithm RSASSA_PSS_SHA_384 > signed.json
aws kms verify --key-id alias/new-app --message $message --message-type RAW --signing-algorithm RSASSA_PSS_SHA_384 \\
    --signature $(jq -r .Signature signed.json) --query SignatureValid
`,
  );
  await expect(output(page)).toContainText("true");
  await expect(rowOf(page, "from-the-page")).toContainText(newApp);
});

test("where AWS's page is wrong, the CLI says so and a hint what to type", async ({ page }) => {
  await open(page);
  await run(page, `aws kms create-alias --alias-name alias/x --key-id ${newApp}`);
  await expect(output(page)).toContainText("the following arguments are required: --target-key-id");
  await output(page).getByRole("button", { name: "Explain" }).click();
  await expect(output(page)).toContainText("create-alias takes the key as --target-key-id");
});

test("a retarget in the terminal moves the row of the console, and the other way round", async ({ page }) => {
  await open(page);
  await expect(rowOf(page, "new-app")).toContainText(newApp);
  await run(page, `aws kms update-alias --alias-name alias/new-app --target-key-id ${successor}`);
  await expect(rowOf(page, "new-app")).toContainText(successor);

  await drawer(page).getByRole("button", { name: "Close terminal" }).click();
  await rowOf(page, "new-app").getByRole("checkbox").check();
  await page.getByRole("button", { name: "Retarget", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Retarget alias new-app" });
  await dialog.getByRole("button", { name: /New target key/ }).click();
  await page.getByRole("option", { name: new RegExp(newApp) }).click();
  await dialog.getByRole("button", { name: "Retarget alias" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("contentinfo").getByRole("button", { name: "CloudShell" }).click();
  await run(page, "aws kms describe-key --key-id alias/new-app --query KeyMetadata.KeyId --output text");
  await expect(output(page).getByRole("link", { name: newApp })).toBeVisible();
});

test("a retarget in the terminal moves the edge of the explorer's map", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 1400 });
  await open(page, "/?region=us-west-2#/sandbox/explorer");
  const map = page.getByRole("region", { name: "Map of aliases and keys" });
  const edge = map.getByRole("button", { name: /^edge: alias finance, us-west-2, / });
  await expect(edge).toHaveAccessibleName(/points to key 6b1f0c3e/);
  await run(
    page,
    "aws kms update-alias --alias-name alias/finance --target-key-id e85a3d17-0f6c-4b92-8d41-5c07f2ab6e93",
  );
  await expect(edge).toHaveAccessibleName(/points to key e85a3d17/);
});

test("an identifier in the output leads to its page", async ({ page }) => {
  await open(page);
  await run(page, "aws kms describe-key --key-id alias/finance --query KeyMetadata.Arn --output text");
  await output(page)
    .getByRole("link", { name: /^arn:aws:kms:us-west-2/ })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/[0-9a-f]{8}-/);
  await expect(line(page)).toBeVisible();
});

test("Tab completes commands, options, names and files, and lists what is left to choose", async ({ page }) => {
  await open(page);
  const field = line(page);
  await field.fill("aws kms describe-k");
  await field.press("Tab");
  await expect(field).toHaveValue("aws kms describe-key ");
  await field.pressSequentially("--key-i");
  await field.press("Tab");
  await field.pressSequentially("alias/api");
  await field.press("Tab");
  await expect(field).toHaveValue("aws kms describe-key --key-id alias/api-tokens ");
  await field.fill("aws kms describe-key --key-id alias/fin");
  await field.press("Tab");
  await expect(field).toHaveValue("aws kms describe-key --key-id alias/finance");
  await expect(drawer(page).getByRole("list", { name: "Completions" })).toContainText("alias/finance-key");
  await field.fill("");
  await run(page, "echo hello > notes.txt");
  await field.fill("cat no");
  await field.press("Tab");
  await expect(field).toHaveValue("cat notes.txt ");
});

test("Ctrl+C ends a loop without end, and drops a line that goes on", async ({ page }) => {
  await open(page);
  await run(page, "echo kept > before.txt");
  await line(page).fill("while ((1)); do x=1; done");
  await line(page).press("Enter");
  await expect(line(page)).toHaveAttribute("aria-busy", "true");
  await line(page).press("Control+c");
  await expect(output(page)).toContainText("^C");
  await expect(line(page)).toHaveAttribute("aria-busy", "false");
  await run(page, "cat before.txt; echo status $?");
  await expect(output(page)).toContainText("kept");
  await line(page).fill("echo 'open");
  await line(page).press("Enter");
  await expect(drawer(page).getByText(">", { exact: true })).toBeVisible();
  await line(page).press("Control+c");
  await run(page, "echo again");
  await expect(output(page).getByText("again", { exact: true })).toBeVisible();
});

test("history and files are there again after a reload, and can be deleted", async ({ page }) => {
  await open(page);
  await run(page, "aws kms get-public-key --key-id alias/new-app --query PublicKey --output text > key.pem");
  await run(page, "base64 -d key.pem > key.der; mkdir -p d; echo deep > d/e");
  await page.reload();
  await page.getByRole("button", { name: "CloudShell" }).first().click();
  await run(page, "pwd");
  for (let i = 0; i < 4; i += 1) await line(page).press("ArrowUp");
  await expect(line(page)).toHaveValue("base64 -d key.pem > key.der; mkdir -p d; echo deep > d/e");
  await line(page).press("Control+c");
  await line(page).press("Control+r");
  const search = drawer(page).getByRole("textbox", { name: "Search the history" });
  await search.pressSequentially("get-public");
  await expect(drawer(page).getByRole("status")).toContainText("aws kms get-public-key");
  await search.press("Escape");
  await expect(line(page)).toHaveValue(/^aws kms get-public-key/);
  await run(page, "base64 -w 0 key.der | diff - key.pem && echo same; cat d/e");
  await expect(output(page)).toContainText("deep");

  await drawer(page).getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: "Delete history and files" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(output(page)).toContainText("History and files are deleted.");
  await page.reload();
  await page.getByRole("button", { name: "CloudShell" }).first().click();
  await run(page, "ls; history");
  await expect(output(page)).not.toContainText("key.pem");
});

test("bad input of any kind is refused as a shell refuses it", async ({ page }) => {
  await open(page);
  await run(page, "aws kms list-keys --no-such-flag");
  await expect(output(page)).toContainText("Unknown options: --no-such-flag");
  await run(page, "echo )");
  await expect(output(page)).toContainText("syntax error");
  await paste(page, "x".repeat(1_000_000));
  await expect(output(page)).toContainText("a paste of 1,000,000 characters is too long");
  await run(page, "echo gAH/AA== | base64 -d > blob; cat blob");
  await expect(output(page)).toContainText("␁");
  await run(page, "seq 1 6000");
  await expect(output(page)).toContainText("earlier lines are no longer shown");
  await run(page, "openssl dgst -verify key.pem");
  await expect(output(page)).toContainText("openssl: not in this terminal");
});

test("the terminal goes along when the console changes its Region", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: /^Region: / }).click();
  await page.getByRole("menuitem", { name: /eu-central-1/ }).click();
  await expect(output(page)).toContainText("AWS_REGION=eu-central-1");
  await run(page, "echo in $AWS_REGION; aws configure list");
  await expect(output(page)).toContainText("in eu-central-1");
});

test("tabs have their own folders and share the files", async ({ page }) => {
  await open(page);
  await run(page, "mkdir -p shared; cd shared; echo x > here");
  await drawer(page).getByRole("button", { name: "New tab" }).click();
  await expect(drawer(page).getByRole("tabpanel", { name: "Shell 2" })).toBeVisible();
  await expect(line(page)).toBeFocused();
  await run(page, "pwd; ls shared");
  await expect(output(page)).toContainText("/home/user");
  await expect(output(page)).toContainText("here");
  await line(page).fill("exit");
  await line(page).press("Enter");
  await expect(drawer(page).getByRole("tabpanel", { name: "Shell 1" })).toContainText("cd shared");
  await expect(drawer(page).getByRole("button", { name: "Shell 2" })).toHaveCount(0);
});

test("a CLI line of the console comes to a free prompt by a click, and runs by Enter", async ({ page }) => {
  await open(page);
  await run(page, "aws kms describe-key --key-id alias/finance");
  await page.getByRole("button", { name: "API calls" }).click();
  await line(page).fill("half typed");
  await page.getByRole("button", { name: "To the terminal" }).click();
  await expect(drawer(page).getByRole("tabpanel", { name: "Shell 2" })).toBeVisible();
  await expect(line(page)).toBeFocused();
  await expect(line(page)).toHaveValue(/^aws kms describe-key/);
  await expect(output(page).getByText(/"KeyMetadata"/)).toHaveCount(0);
  await line(page).press("Enter");
  await expect(output(page).getByText(/"KeyMetadata"/)).toHaveCount(1);
  await drawer(page).getByRole("button", { name: "Shell 1", exact: true }).click();
  await expect(line(page)).toBeFocused();
  await expect(line(page)).toHaveValue("half typed");
});

test("a call of another account comes with its profile", async ({ page }) => {
  await open(page);
  await run(page, "aws kms list-aliases --profile 444455556666 --query 'length(Aliases)'");
  await page.getByRole("button", { name: "API calls" }).click();
  await page.getByRole("button", { name: "To the terminal" }).click();
  await expect(line(page)).toHaveValue(/^aws kms list-aliases \\\n +--profile 444455556666/);
});

test("a name in the output leads to the Region that it was printed in", async ({ page }) => {
  await open(page);
  await run(page, "aws kms list-aliases --region us-east-1 --query 'Aliases[].AliasName' --output text");
  const links = await output(page)
    .getByRole("link")
    .evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((href) => !href.includes("region=us-east-1"))).toEqual([]);
});

test("the open terminal, its tabs and their folders are there again after a reload", async ({ page }) => {
  await open(page);
  await run(page, "mkdir -p deep/er; cd deep/er");
  await drawer(page).getByRole("button", { name: "New tab" }).click();
  await expect(line(page)).toBeFocused();
  await page.reload();
  await expect(drawer(page).getByRole("tabpanel", { name: "Shell 2" })).toBeVisible();
  await expect(line(page)).not.toBeFocused();
  await drawer(page).getByRole("button", { name: "Shell 1", exact: true }).click();
  await run(page, "pwd");
  await expect(output(page)).toContainText("/home/user/deep/er");
  await drawer(page).getByRole("button", { name: "Close terminal" }).click();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(drawer(page)).toHaveCount(0);
});

test("files that are deleted in one tab of the browser are gone in the others", async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await run(other, "echo secret > secret.txt");
  await drawer(page).getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: "Delete history and files" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(output(page)).toContainText("History and files are deleted.");
  await expect(output(other)).toContainText("deleted, in another tab of the browser");
  await run(other, "ls");
  await other.reload();
  await run(other, "ls; echo listed");
  await expect(output(other)).not.toContainText("secret.txt");
});

test("Up goes from a recalled command of many lines to the one before", async ({ page }) => {
  await open(page);
  await run(page, "echo first");
  await run(page, "echo 'a\nb\nc'");
  for (let i = 0; i < 2; i += 1) await line(page).press("ArrowUp");
  await expect(line(page)).toHaveValue("echo 'a\nb\nc'");
  for (let i = 0; i < 2; i += 1) await line(page).press("ArrowUp");
  await expect(line(page)).toHaveValue("echo first");
});

test("a long paste leaves the page alive", async ({ page }) => {
  await open(page);
  const started = Date.now();
  await paste(page, `cat > lines <<EOF\n${"1\n".repeat(20_000)}EOF\nwc -l lines\n`);
  await expect(output(page).getByText("20000 lines")).toBeVisible();
  expect(Date.now() - started).toBeLessThan(10_000);
});

test("the keyboard opens, resizes and closes it, and the focus returns", async ({ page }) => {
  await page.goto(aliasesPage);
  const opener = page.getByRole("contentinfo").getByRole("button", { name: "CloudShell" });
  await opener.press("Enter");
  await expect(line(page)).toBeFocused();
  const handle = drawer(page).getByRole("separator", { name: "Height of the terminal" });
  const height = Number(await handle.getAttribute("aria-valuenow"));
  await handle.press("ArrowUp");
  await expect(handle).toHaveAttribute("aria-valuenow", String(height + 32));
  await line(page).fill("half typed");
  await line(page).press("Escape");
  await expect(drawer(page)).toContainText("Press Escape again");
  await line(page).press("Escape");
  await expect(drawer(page)).toBeHidden();
  await expect(opener).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the ${colorScheme} drawer`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    await run(page, "aws kms describe-key --key-id alias/finance; aws kms create-alias --key-id x");
    await line(page).fill("aws kms describe-");
    await line(page).press("Tab");
    const { violations } = await new AxeBuilder({ page }).include("#bottom-dock").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}
