// Which workspace is in use: the first visit, reset and restore, other tabs, other versions, and browsers without IndexedDB.
import { deleteDB, openDB } from "idb";
import { afterEach, expect, test, vi } from "vitest";
import { KmsError, StorageError } from "#kms/index.ts";
import { archiveText, exportArchive } from "#storage/archive/export-archive.ts";
import { parseArchive } from "#storage/archive/parse-archive.ts";
import { openWorkspaceDatabase } from "./database.ts";
import { openIndexedDbHome } from "./indexeddb-home.ts";
import { schemaVersion } from "./migrations/migrations.ts";
import { openWorkspace } from "./open-workspace.ts";
import { ended } from "./storage-failure.ts";
import { openTab } from "./test-tab.ts";
import { tableRecords } from "./workspace-contents.ts";

let tests = 0;
function prefixOfTest(): string {
  tests += 1;
  return `replace-${tests}-${Date.now()}`;
}
const tabOn = async (prefix: string, options: Parameters<typeof openTab>[0] = {}) =>
  openTab({ home: await openIndexedDbHome(prefix), first: "empty", ...options });

afterEach(() => {
  vi.restoreAllMocks();
});

test("opens one and the same sample when two tabs visit for the first time at once", async () => {
  const prefix = prefixOfTest();
  const [one, two] = await Promise.all([tabOn(prefix, { first: "sample" }), tabOn(prefix, { first: "sample" })]);
  expect(one.workspace.id).toBe(two.workspace.id);
  expect(one.workspace).toMatchObject({ kind: "indexeddb", name: "Sample workspace", source: "sample" });
  expect(await one.call("ListKeys", {})).toMatchObject({ Keys: expect.any(Array), Truncated: false });
  expect((await indexedDB.databases()).filter(({ name }) => name?.startsWith(`${prefix}.`))).toHaveLength(1);
});

test("puts an empty workspace in the place of the old one, tells other tabs, and restores the old one", async () => {
  const prefix = prefixOfTest();
  const one = await tabOn(prefix);
  const onReplaced = vi.fn();
  const two = await tabOn(prefix, { onReplaced });
  await one.call("CreateKey", { Description: "of the old one" });
  await one.workspace.resetWorkspace("empty");
  await vi.waitFor(() => expect(onReplaced).toHaveBeenCalledOnce());

  const refused = await two.call("CreateKey", {}).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(KmsError);
  expect(refused).toMatchObject({ message: expect.stringContaining("replaced in another tab") });

  const fresh = await tabOn(prefix);
  expect(fresh.workspace.id).not.toBe(one.workspace.id);
  expect(fresh.world().tables.keys.size).toBe(0);
  expect((await fresh.workspace.previousWorkspace())?.id).toBe(one.workspace.id);
  await fresh.workspace.restorePrevious();

  const restored = await tabOn(prefix);
  expect(restored.workspace.id).toBe(one.workspace.id);
  expect(restored.world().tables.keys.size).toBe(1);
  await restored.call("CreateKey", { Description: "saved again" });
  expect((await restored.workspace.previousWorkspace())?.id).toBe(fresh.workspace.id);
});

test("refuses the save of a tab that has not yet heard that the workspace was replaced", async () => {
  const prefix = prefixOfTest();
  const one = await tabOn(prefix);
  // A channel that delivers nothing: as if the message were still on its way.
  vi.spyOn(BroadcastChannel.prototype, "postMessage").mockImplementation(() => undefined);
  const onReplaced = vi.fn();
  const two = await tabOn(prefix, { onReplaced });
  await one.workspace.resetWorkspace("empty");
  expect(onReplaced).not.toHaveBeenCalled();
  await expect(two.call("CreateKey", {})).rejects.toThrow("replaced in another tab");
  expect(onReplaced).toHaveBeenCalledOnce();
});

test("keeps one previous workspace and deletes the older ones", async () => {
  const prefix = prefixOfTest();
  const ids: string[] = [];
  for (let i = 0; i < 4; i++) {
    const { workspace } = await tabOn(prefix);
    ids.push(workspace.id);
    await workspace.resetWorkspace("empty");
  }
  const last = await tabOn(prefix);
  await vi.waitFor(async () => {
    const databases = (await indexedDB.databases())
      .map(({ name }) => name)
      .filter((name) => name?.startsWith(`${prefix}.`));
    expect(databases.sort()).toEqual([`${prefix}.${ids[3]}`, `${prefix}.${last.workspace.id}`].sort());
  }, 5_000);
});

test("opens a workspace whose replacement was cut short", async () => {
  const prefix = prefixOfTest();
  const tab = await tabOn(prefix);
  await tab.call("CreateKey", {});
  await tab.workspace.close();
  const home = await openIndexedDbHome(prefix);
  const store = await home.open(tab.workspace.id, () => undefined);
  await store.retire(); // and then the tab died, before anything took its place
  store.close();
  const again = await tabOn(prefix);
  expect(again.workspace.id).toBe(tab.workspace.id);
  await again.call("CreateKey", {});
  expect(again.world().tables.keys.size).toBe(2);
});

test("stops saving, and says so, when a newer version opens the workspace, which an older one then refuses to open", async () => {
  const prefix = prefixOfTest();
  const onOutdated = vi.fn();
  const old = await tabOn(prefix, { onOutdated });
  const newer = await openWorkspaceDatabase(`${prefix}.${old.workspace.id}`, () => undefined, {
    version: schemaVersion + 1,
    migrations: [
      {
        from: schemaVersion,
        to: schemaVersion + 1,
        record: (_table, record) => ({ ...(record as object), isNew: true }),
      },
    ],
  });
  expect(onOutdated).toHaveBeenCalledWith(expect.stringContaining("newer version"));
  await expect(old.call("CreateKey", {})).rejects.toThrow("newer version of KMS Sandbox is open in another tab");
  const { vault, recentEvents, contents } = old.workspace;
  for (const read of [() => vault.open(""), () => recentEvents(1), () => contents(1)])
    await expect(read()).rejects.toThrow(new StorageError(ended.outdated));
  await expect(tabOn(prefix)).rejects.toThrow(StorageError);
  await expect(tabOn(prefix)).rejects.toThrow("saved by a newer version");
  // The step was made on every record, those in the history included.
  expect(await newer.get("accounts", "111122223333")).toMatchObject({ isNew: true });
  newer.close();
});

test("leaves the database as it was when a migration fails", async () => {
  const prefix = prefixOfTest();
  const tab = await tabOn(prefix);
  await tab.workspace.close();
  const failing = openWorkspaceDatabase(`${prefix}.${tab.workspace.id}`, () => undefined, {
    version: schemaVersion + 1,
    migrations: [
      {
        from: schemaVersion,
        to: schemaVersion + 1,
        record: () => {
          throw new Error("cannot");
        },
      },
    ],
  });
  await expect(failing).rejects.toThrow();
  expect((await tabOn(prefix)).world().tables.accounts.size).toBe(1);
});

test("works in memory and gives the reason when the page may not use IndexedDB", async () => {
  vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  const workspace = await openWorkspace();
  expect(workspace.kind).toBe("memory");
  expect(workspace.memoryReason).toContain("denied");
  expect((await openWorkspace()).id).not.toBe(workspace.id);
});

test("registers nothing in use when the first workspace cannot be filled", async () => {
  const prefix = prefixOfTest();
  const home = await openIndexedDbHome(prefix);
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  await expect(openWorkspace({ home, first: "empty" })).rejects.toThrow("storage for this site is full");
  put.mockRestore();
  expect(await home.current()).toBeUndefined();
  const registry = await openDB(prefix);
  expect(await registry.get("meta", "current")).toBeUndefined();
  registry.close();
});

test("imports a file in the place of the workspace, with keys that sign as before", async () => {
  const prefix = prefixOfTest();
  const source = await tabOn(prefix, { first: "sample" });
  const signing = { KeyId: "alias/new-app", SigningAlgorithm: "RSASSA_PKCS1_V1_5_SHA_256" } as const;
  const Message = Uint8Array.of(1, 2, 3);
  const { Signature = new Uint8Array() } = await source.call("Sign", { ...signing, Message });
  const file = archiveText(await exportArchive(source.workspace, Date.now()));

  const otherPrefix = prefixOfTest();
  const target = await tabOn(otherPrefix);
  await target.workspace.importArchive(await parseArchive(file));
  const imported = await tabOn(otherPrefix);
  expect(imported.workspace).toMatchObject({ name: "Sample workspace", source: "import" });
  expect(tableRecords(imported.world())).toEqual(tableRecords(source.world()));
  expect((await imported.call("Sign", { ...signing, Message })).Signature).toEqual(Signature);
  await imported.call("Verify", { ...signing, KeyId: "alias/test-key", Message, Signature });
});

test("stays as it was, and in use, when the workspace to come cannot be saved", async () => {
  const prefix = prefixOfTest();
  const tab = await tabOn(prefix);
  await tab.call("CreateKey", {});
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  await expect(tab.workspace.resetWorkspace("sample")).rejects.toThrow("storage for this site is full");
  put.mockRestore();
  await tab.call("CreateKey", {});
  const again = await tabOn(prefix);
  expect(again.workspace.id).toBe(tab.workspace.id);
  expect(again.world().tables.keys.size).toBe(2);
});

test("stays as it was, and says why, when the mark of its replacement cannot be saved", async () => {
  const tab = await tabOn(prefixOfTest());
  const add = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const refused = tab.workspace.resetWorkspace("empty");
  await expect(refused).rejects.toThrow(StorageError);
  await expect(refused).rejects.toThrow("storage for this site is full");
  add.mockRestore();
  await tab.call("CreateKey", {});
});

test("restores nothing when the earlier workspace cannot be opened", async () => {
  const prefix = prefixOfTest();
  const first = await tabOn(prefix);
  await first.workspace.resetWorkspace("empty");
  await deleteDB(`${prefix}.${first.workspace.id}`);
  const second = await tabOn(prefix);
  await expect(second.workspace.restorePrevious()).rejects.toThrow(StorageError);
  await second.call("CreateKey", {});
  expect((await tabOn(prefix)).workspace.id).toBe(second.workspace.id);
});

test("puts the old workspace back in use when the flip itself fails", async () => {
  const prefix = prefixOfTest();
  const home = await openIndexedDbHome(prefix);
  const failing = { ...home, makeCurrent: vi.fn(home.makeCurrent) };
  const tab = await openTab({ home: failing, first: "empty" });
  failing.makeCurrent.mockRejectedValueOnce(new DOMException("full", "QuotaExceededError"));
  await expect(tab.workspace.resetWorkspace("empty")).rejects.toThrow("storage for this site is full");
  await tab.call("CreateKey", {});
  expect((await tabOn(prefix)).world().tables.keys.size).toBe(1);
});
