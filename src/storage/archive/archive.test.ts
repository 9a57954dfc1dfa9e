// A workspace as a file: what is written is read again, by this version and by every later one.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { TableName } from "#kms/index.ts";
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

const memoryTab = () => openTab({ home: createMemoryHome(), first: "sample", now: () => now });

test("reads the sample again as it was written, history included", async () => {
  const tab = await memoryTab();
  await tab.call("CreateAlias", { AliasName: "alias/extra", TargetKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" });
  const { before, after, imported } = await throughFile(tab);
  expect(after.tables).toEqual(before.tables);
  expect(after.material).toEqual(before.material);
  expect(after.history.slice(0, -1)).toEqual(before.history);
  expect(after.history.at(-1)?.event).toMatchObject({ change: { type: "OpenWorkspace", source: "import" } });
  expect(imported.world.seq).toBe(before.history.length + 1);
});

test("says in the file that it holds key material in the clear", async () => {
  const document = await exportArchive((await memoryTab()).workspace, now);
  expect(document.warning).toContain("in the clear");
  expect(Object.keys(document.material)).toHaveLength(17);
});

const archives = new URL("../migrations/archives/", import.meta.url);
const frozen = readdirSync(archives).map((name) => [name, readFileSync(new URL(name, archives), "utf8")] as const);

test.each(frozen)("still reads the frozen archive %s, and carries it on", async (name, file) => {
  const document: ArchiveDocument = JSON.parse(file);
  expect(`v${document.version}.json`).toBe(name);
  const { contents } = await parseArchive(file);
  const { tables } = worldOf(contents.tables, 0);
  expect(tables.aliases.get("111122223333/us-west-2/alias/frozen")).toBeDefined();
  expect(tables.settings.size).toBe(1);
  expect(contents.history.length).toBeGreaterThan(3);
  for (const table of Object.keys(document.tables) as TableName[]) // the file was just read
    expect(contents.tables[table], table).toHaveLength(document.tables[table].length);
  for (const key of contents.tables.keys)
    if (key.keyManager === "AWS") expect(key.nextRotationDate).toBeGreaterThan(key.creationDate);

  const home = createMemoryHome();
  const target = await openWorkspace({ home, first: "empty", now: () => now });
  await target.importArchive(await parseArchive(file));
  const tab = await openTab({ home, now: () => now + 1_000 * day });
  await tab.engine.settle();
  const { before, after } = await throughFile(tab);
  expect(after.tables).toEqual(before.tables);
});
