import { describe, expect, test } from "vitest";
import { findAccount } from "#kms/model/account.ts";
import type { NewArtefact } from "#kms/model/artefact.ts";
import { afterAll } from "#kms/state/id.ts";
import type { ArtefactRecord } from "#kms/state/records.ts";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine, homeAccount, type TestEngine } from "#testing/test-engine.ts";

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

  test("keeps an artefact, names it in the event without its bytes, and removes it", async () => {
    const sandbox = createTestEngine();
    const { keyId } = await createKey(sandbox.as("us-west-2"));
    const before = sandbox.commits.length;

    await sandbox.engine.changeSandbox({ type: "KeepArtefact", artefact: { ...artefact, keyId } });

    const [kept] = artefactsOf(sandbox);
    expect(kept).toEqual({ ...artefact, keyId, artefactId: kept?.artefactId, createdAt: sandbox.engine.now() });
    const place = { account: homeAccount, region: "us-west-2", artefactId: kept?.artefactId ?? "" };
    expect(sandbox.commits.slice(before).map(({ event }) => event)).toMatchObject([
      { change: { type: "KeepArtefact", ...place } },
    ]);
    await sandbox.engine.changeSandbox({ type: "RemoveArtefact", ...place });
    expect(artefactsOf(sandbox)).toEqual([]);
    const again = await refusal(sandbox.engine.changeSandbox({ type: "RemoveArtefact", ...place }));
    expect(again.message).toContain("no longer on the bench");
  });

  test("keeps an artefact when its key is gone, and drops it with its Region", async () => {
    const sandbox = createTestEngine();
    const region = "af-south-1";
    await sandbox.engine.changeSandbox({ type: "EnableRegion", account: homeAccount, region });
    const call = sandbox.as(region);
    const { keyId } = await createKey(call);
    await sandbox.engine.changeSandbox({ type: "KeepArtefact", artefact: { ...artefact, region, keyId } });
    await call("ScheduleKeyDeletion", { KeyId: keyId, PendingWindowInDays: 7 });
    await sandbox.engine.changeSandbox({ type: "MoveClock", offsetMs: 7 * 24 * 60 * 60 * 1000 });
    expect(sandbox.world().tables.keys.size).toBe(0);
    expect(artefactsOf(sandbox)).toHaveLength(1);

    await sandbox.engine.changeSandbox({ type: "DisableRegion", account: homeAccount, region });
    expect(artefactsOf(sandbox)).toEqual([]);
  });

  test("refuses more than 200 artefacts, and says so", async () => {
    const sandbox = createTestEngine();
    for (let i = 0; i < 200; i++) await sandbox.engine.changeSandbox({ type: "KeepArtefact", artefact });

    const refused = await refusal(sandbox.engine.changeSandbox({ type: "KeepArtefact", artefact }));

    expect(refused.code).toBe("ValidationException");
    expect(refused.message).toContain("holds 200 cards already");
    expect(artefactsOf(sandbox)).toHaveLength(200);
  });

  test.each([
    [{ region: "af-south-1" }, "not enabled"],
    [{ aliasName: "app" }, "aliasName"],
    [{ keyId: "1" }, "keyId"],
    [{ algorithm: "HMAC_SHA_256" }, "algorithm"],
    [{ message: Uint8Array.of(1) }, "message"],
    [{ kind: "mac", algorithm: "HMAC_SHA_256" }, "message"],
    [{ kind: "dataKey" }, "algorithm"],
    [{ blob: new Uint8Array() }, "blob"],
    [{ blob: new Uint8Array(6_145) }, "blob"],
    [{ label: " " }, "label"],
    [{ label: "x".repeat(101) }, "label"],
  ] as const)("refuses an artefact with %o", async (wrong, text) => {
    const sandbox = createTestEngine();

    const refused = await refusal(
      sandbox.engine.changeSandbox({ type: "KeepArtefact", artefact: { ...artefact, ...wrong } }),
    );

    expect(refused.code).toBe("ValidationException");
    expect(refused.message).toContain(text);
    expect(sandbox.commits).toEqual([]);
  });
});

const artefact: NewArtefact = {
  account: homeAccount,
  region: "us-west-2",
  kind: "ciphertext",
  aliasName: "alias/app",
  keyId: "1234abcd-12ab-34cd-56ef-1234567890ab",
  algorithm: "SYMMETRIC_DEFAULT",
  blob: Uint8Array.of(1, 2, 3),
  label: "A text",
};

function artefactsOf(sandbox: TestEngine): readonly ArtefactRecord[] {
  const artefacts: ArtefactRecord[] = [];
  sandbox.world().tables.artefacts.scan("", afterAll, (each) => {
    artefacts.push(each);
    return true;
  });
  return artefacts;
}
