import { describe, expect, test } from "vitest";
import { findAccount } from "#kms/model/account.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount } from "#testing/test-engine.ts";

const newAccount = "999988887777";

describe("changing the sandbox", () => {
  test("adds an account that can work at once in every default Region", async () => {
    const sandbox = createTestEngine();

    await sandbox.engine.changeSandbox({ type: "AddAccount", account: newAccount, name: "  Partner " });

    expect(findAccount(sandbox.world(), newAccount)?.name).toBe("Partner");
    expect(await createKey(sandbox.as("sa-east-1", newAccount))).toHaveProperty("keyId");
    expect(sandbox.commits[0]?.event).toEqual({
      eventSource: "sandbox",
      eventTime: "2026-01-15T10:00:00Z",
      change: { type: "AddAccount", account: newAccount, name: "  Partner " },
    });
  });

  test("renames an account", async () => {
    const sandbox = createTestEngine();
    await sandbox.engine.changeSandbox({ type: "RenameAccount", account: homeAccount, name: "Training" });

    expect(findAccount(sandbox.world(), homeAccount)?.name).toBe("Training");
  });

  test("takes an opt-in Region back while it has no customer keys, with what AWS put there", async () => {
    const sandbox = createTestEngine();
    const before = sandbox.world().tables.aliases.size;
    const change = (type: "EnableRegion" | "DisableRegion", region = "af-south-1") =>
      sandbox.engine.changeSandbox({ type, account: homeAccount, region });
    await change("EnableRegion");
    await sandbox.as("af-south-1")("DescribeKey", { KeyId: "alias/aws/s3" });
    const secretsOfAws = sandbox.secrets.size;
    const { keyId } = await createKey(sandbox.as("af-south-1"));

    expect((await refusal(change("DisableRegion"))).message).toContain("still has customer managed keys");
    await sandbox.as("af-south-1")("ScheduleKeyDeletion", { KeyId: keyId, PendingWindowInDays: 7 });
    await sandbox.engine.changeSandbox({ type: "MoveClock", offsetMs: 7 * 24 * 60 * 60 * 1000 });
    await change("DisableRegion");

    expect(sandbox.world().tables.aliases.size).toBe(before);
    expect(sandbox.world().tables.keys.size).toBe(0);
    expect(sandbox.secrets.size).toBe(secretsOfAws - 1);
    expect((await refusal(sandbox.as("af-south-1")("ListKeys", {}))).code).toBe("UnrecognizedClientException");
  });

  test.each([
    [{ type: "AddAccount", account: homeAccount, name: "Again" }, "already exists"],
    [{ type: "AddAccount", account: "12", name: "Short" }, "12 digits"],
    [{ type: "AddAccount", account: newAccount, name: " " }, "1 to 50 characters"],
    [{ type: "RenameAccount", account: newAccount, name: "None" }, "There is no account"],
    [{ type: "EnableRegion", account: homeAccount, region: "mars-1" }, "There is no Region"],
    [{ type: "DisableRegion", account: homeAccount, region: "us-east-1" }, "enabled by default"],
    [{ type: "MoveClock", offsetMs: -1 }, "only be moved forward"],
    [{ type: "MoveClock", offsetMs: 0.5 }, "only be moved forward"],
    [{ type: "MoveClock", offsetMs: 8_640_000_000_000_000 }, "ends with the year 9999"],
  ] as const)("refuses %o", async (change, text) => {
    const sandbox = createTestEngine();

    const refused = await refusal(sandbox.engine.changeSandbox(change));

    expect(refused.code).toBe("ValidationException");
    expect(refused.message).toContain(text);
    expect(sandbox.commits).toEqual([]);
  });
});
