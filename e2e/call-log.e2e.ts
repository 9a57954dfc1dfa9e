// The panel "API calls": what was clicked, as it is done without the console.
import { expect, test } from "./support/test.ts";

test("each call of an action is shown as CLI line, SDK code, request and response", async ({ page }) => {
  await page.goto("/?region=us-west-2#/sandbox/aliases");
  await page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: "project-key", exact: true }) })
    .getByRole("checkbox")
    .check();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Successfully created alias project-key again.", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "View API calls" }).click();

  const panel = page.getByRole("region", { name: "API calls" });
  await expect(panel.getByRole("rowheader")).toHaveText(["CreateAlias"]);
  await expect(panel.getByText("--alias-name alias/project-key").first()).toBeVisible();
  await panel.getByRole("tab", { name: "SDK for JavaScript v3" }).click();
  await expect(panel.getByText("new CreateAliasCommand({").first()).toBeVisible();
  await panel.getByRole("tab", { name: "Request" }).click();
  await expect(panel.getByText('"AliasName": "alias/project-key"').first()).toBeVisible();

  await panel.getByRole("button", { name: "Show all calls" }).click();
  await expect(panel.getByRole("rowheader")).toHaveText(["CreateAlias", "DeleteAlias"]);
  await panel.getByRole("rowheader", { name: "DeleteAlias" }).click();
  await expect(panel.getByRole("heading", { name: "DeleteAlias" })).toBeVisible();
  await panel.getByRole("tab", { name: "Response" }).click();
  await expect(panel.getByText("DeleteAlias answers without a body.").first()).toBeVisible();
  await panel.getByRole("button", { name: /close/i }).click();
  await expect(panel).toHaveCount(0);
});

test("a page without calls says what the panel is for", async ({ page }) => {
  await page.goto("/?region=us-west-2#/kms/keys");
  await page.getByRole("button", { name: "API calls" }).click();
  await expect(page.getByText("see here how to do it with the AWS CLI or an AWS SDK").first()).toBeVisible();
});
