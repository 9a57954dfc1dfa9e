// A workspace as a file: what is written is read again, by this version and by every later one.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { afterAll, KmsError } from "#kms/index.ts";
import { createMemoryHome } from "#storage/memory-home.ts";
import { openWorkspace } from "#storage/open-workspace.ts";
import { openTab, type TestTab } from "#storage/test-tab.ts";
import { worldOf } from "#storage/workspace-contents.ts";
import type { ArchiveDocument } from "./archive-format.ts";
import { archiveText, exportArchive } from "./export-archive.ts";
import { parseArchive } from "./parse-archive.ts";

const now = 1_768_471_200_000;
const day = 24 * 60 * 60 * 1000;

/** Exports a tab's workspace, imports the file into a workspace of its own, and answers what each of the two holds. */
async function throughFile(tab: TestTab) {
  const file = archiveText(await exportArchive(tab.workspace, now));
  const home = createMemoryHome();
  const target = await openWorkspace({ home, first: "empty", now: () => now });
  await target.importArchive(await parseArchive(file));
  const imported = await openWorkspace({ home });
  return { before: await tab.workspace.contents(1_000), after: await imported.contents(1_001), imported };
}

const memoryTab = (first: "sample" | "empty") => openTab({ home: createMemoryHome(), first, now: () => now });

test("reads the sample again as it was written, history included", async () => {
  const tab = await memoryTab("sample");
  await tab.call("CreateAlias", { AliasName: "alias/extra", TargetKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" });
  const { before, after, imported } = await throughFile(tab);
  expect(after.tables).toEqual(before.tables);
  expect(after.material).toEqual(before.material);
  expect(after.history.slice(0, -1)).toEqual(before.history);
  expect(after.history.at(-1)?.event).toMatchObject({ change: { type: "OpenWorkspace", source: "import" } });
  expect(imported.world.seq).toBe(before.history.length + 1);
});

const name = fc.constantFrom("alias/a", "alias/b", "alias/c/d", "alias/E_f");
const nth = fc.nat(9);
const step = fc.oneof(
  fc.record({
    do: fc.constant("CreateKey" as const),
    spec: fc.constantFrom("SYMMETRIC_DEFAULT", "HMAC_384", "ECC_NIST_P256", "ECC_NIST_P521"),
    description: fc.string({ unit: "binary", maxLength: 30 }),
  }),
  fc.record({ do: fc.constant("CreateAlias" as const), name, nth }),
  fc.record({ do: fc.constant("UpdateAlias" as const), name, nth }),
  fc.record({ do: fc.constant("DeleteAlias" as const), name }),
  fc.record({
    do: fc.constant("TagResource" as const),
    nth,
    key: fc.string({ minLength: 1, maxLength: 9 }),
    value: fc.string(),
  }),
  fc.record({ do: fc.constant("DisableKey" as const), nth }),
  fc.record({ do: fc.constant("ScheduleKeyDeletion" as const), nth }),
  fc.record({ do: fc.constant("UpdateKeyDescription" as const), nth, description: fc.string({ unit: "grapheme" }) }),
  fc.record({ do: fc.constant("DescribeKey" as const), name: fc.constantFrom("alias/aws/s3", "alias/aws/ssm") }),
  fc.record({ do: fc.constant("MoveClock" as const), days: fc.nat(9) }),
  fc.record({ do: fc.constant("AddAccount" as const), account: fc.constantFrom("000000000001", "999999999999") }),
);

const usageOf = {
  SYMMETRIC_DEFAULT: "ENCRYPT_DECRYPT",
  HMAC_384: "GENERATE_VERIFY_MAC",
  ECC_NIST_P256: "SIGN_VERIFY",
  ECC_NIST_P521: "SIGN_VERIFY",
} as const;

async function take(tab: TestTab, taken: typeof step extends fc.Arbitrary<infer S> ? S : never): Promise<void> {
  const keys: string[] = [];
  tab.world().tables.keys.scan("", afterAll, ({ keyId }) => keys.push(keyId) > 0);
  const keyId =
    ("nth" in taken && keys[taken.nth % Math.max(1, keys.length)]) || "00000000-0000-4000-8000-000000000000";
  switch (taken.do) {
    case "CreateKey": {
      await tab.call("CreateKey", {
        KeySpec: taken.spec,
        KeyUsage: usageOf[taken.spec],
        Description: taken.description,
      });
      return;
    }
    case "CreateAlias":
    case "UpdateAlias":
      return tab.call(taken.do, { AliasName: taken.name, TargetKeyId: keyId });
    case "DeleteAlias":
      return tab.call("DeleteAlias", { AliasName: taken.name });
    case "TagResource":
      return tab.call("TagResource", { KeyId: keyId, Tags: [{ TagKey: taken.key, TagValue: taken.value }] });
    case "DisableKey":
      return tab.call("DisableKey", { KeyId: keyId });
    case "ScheduleKeyDeletion":
      await tab.call("ScheduleKeyDeletion", { KeyId: keyId, PendingWindowInDays: 7 });
      return;
    case "UpdateKeyDescription":
      return tab.call("UpdateKeyDescription", { KeyId: keyId, Description: taken.description });
    case "DescribeKey":
      await tab.call("DescribeKey", { KeyId: taken.name });
      return;
    case "MoveClock":
      return tab.engine.changeSandbox({
        type: "MoveClock",
        offsetMs: (tab.world().tables.settings.get("settings")?.clockOffsetMs ?? 0) + taken.days * day,
      });
    case "AddAccount":
      return tab.engine.changeSandbox({ type: "AddAccount", account: taken.account, name: "Another" });
  }
}

test("export and import is identity for every workspace that calls can make", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const tab = await memoryTab("empty");
      for (const each of steps)
        await take(tab, each).catch((error: unknown) => {
          if (!(error instanceof KmsError)) throw error; // a refused call changes nothing, which is fine here
        });
      const { before, after } = await throughFile(tab);
      expect(after.tables).toEqual(before.tables);
      expect(after.material).toEqual(before.material);
      expect(after.history.slice(0, -1)).toEqual(before.history);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("says in the file that it holds key material in the clear", async () => {
  const document = await exportArchive((await memoryTab("sample")).workspace, now);
  expect(document.warning).toContain("in the clear");
  expect(Object.keys(document.material)).toHaveLength(17);
});

const archives = new URL("../migrations/archives/", import.meta.url);
test.each(readdirSync(archives))("still reads the frozen archive %s", async (name) => {
  const document: ArchiveDocument = JSON.parse(readFileSync(new URL(name, archives), "utf8"));
  expect(`v${document.version}.json`).toBe(name);
  const { contents } = await parseArchive(JSON.stringify(document));
  const { tables } = worldOf(contents.tables, 0);
  expect(contents.tables.keys.map(({ keySpec }) => keySpec).sort()).toEqual([
    "ECC_NIST_P256",
    "HMAC_256",
    "SYMMETRIC_DEFAULT",
    "SYMMETRIC_DEFAULT",
  ]);
  expect(tables.aliases.get("111122223333/us-west-2/alias/frozen")).toBeDefined();
  expect(tables.settings.size).toBe(1);
  expect(contents.history.length).toBeGreaterThan(3);
});
