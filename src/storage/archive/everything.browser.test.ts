// A workspace with some of everything, kept in IndexedDB and carried by a file from one browser profile, or from Node, to this one.
import { expect, test } from "vitest";
import { openIndexedDbHome } from "#storage/indexeddb-home.ts";
import frozen from "#storage/migrations/archives/v2.json?raw";
import { openTab } from "#storage/test-tab.ts";
import { makeEverything } from "./everything.ts";
import { archiveText, exportArchive } from "./export-archive.ts";
import { parseArchive } from "./parse-archive.ts";

const now = 1_768_471_200_000;
const tabOn = async (prefix: string) =>
  openTab({ home: await openIndexedDbHome(`${prefix}-${Date.now()}`), first: "empty", now: () => now });

test("keeps some of everything, and reads its file as it was written", async () => {
  const tab = await tabOn("everything");
  const { keys, oldCiphertext } = await makeEverything(tab);
  const before = await tab.workspace.contents(1_000);
  const { contents, ...archive } = await parseArchive(archiveText(await exportArchive(tab.workspace, now)));
  expect(contents).toEqual(before);

  const home = await openIndexedDbHome(`imported-${Date.now()}`);
  const target = await openTab({ home, first: "empty", now: () => now });
  await target.workspace.importArchive({ ...archive, contents });
  const there = await openTab({ home, now: () => now });
  const after = await there.workspace.contents(1_000);
  expect(after.tables).toEqual(before.tables);
  expect(after.material).toEqual(before.material);
  expect(after.usage).toEqual(before.usage);
  const { KeyId } = await there.call("Decrypt", { CiphertextBlob: oldCiphertext });
  expect(KeyId).toContain(keys.rotated);
});

test("takes a file that was written by Node", async () => {
  const { contents } = await parseArchive(frozen);
  const tab = await tabOn("from-node");
  await tab.workspace.importArchive({ name: "Frozen", contents });
  expect(contents.tables.keys.length).toBeGreaterThan(15);
});
