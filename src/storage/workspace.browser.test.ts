// A workspace in a real IndexedDB, through the engine: what is saved, what is refused, and what tabs see of each other.
import { openDB } from "idb";
import { afterEach, expect, test, vi } from "vitest";
import { type Commit, KmsError, StaleWorldError, StorageError, type TrailEvent } from "#kms/index.ts";
import { encodeBase64 } from "#lib/base64.ts";
import { openIndexedDbHome } from "./indexeddb-home.ts";
import { openWorkspace } from "./open-workspace.ts";
import { openTab, type TestTab } from "./test-tab.ts";
import { emptyContents, tableRecords } from "./workspace-contents.ts";
import { historyBounds, type WorkspaceStore } from "./workspace-store.ts";

let tests = 0;
const opened: TestTab[] = [];

/** A tab on a workspace of this test alone, empty at first; `tab("same")` opens it once more. */
function prefixOfTest(): string {
  tests += 1;
  return `test-${tests}-${Date.now()}`;
}
async function openTabOn(prefix: string, options: Parameters<typeof openTab>[0] = {}): Promise<TestTab> {
  const tab = await openTab({ home: await openIndexedDbHome(prefix), first: "empty", ...options });
  opened.push(tab);
  return tab;
}
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(opened.splice(0).map(({ workspace }) => workspace.close()));
});

const noMaterial = { keep: new Map<string, Uint8Array>(), destroy: [] };
const commitOf = (seq: number, diff: Commit["diff"] = {}): Commit => ({
  seq,
  at: 0,
  event: {
    eventSource: "sandbox",
    eventTime: "2026-01-15T10:00:00Z",
    change: { type: "OpenWorkspace", source: "test" },
  },
  diff,
});

test("finds again after a reload what a call has changed", async () => {
  const prefix = prefixOfTest();
  const before = await openTabOn(prefix);
  const { KeyMetadata } = await before.call("CreateKey", { Description: "kept" });
  const keyId = KeyMetadata?.KeyId ?? "";
  await before.call("CreateAlias", { AliasName: "alias/kept", TargetKeyId: keyId });
  const { CiphertextBlob } = await before.call("Encrypt", {
    KeyId: "alias/kept",
    Plaintext: Uint8Array.of(1, 2, 3),
  });
  await before.workspace.close();

  const after = await openTabOn(prefix);
  expect(after.world().seq).toBe(before.world().seq);
  expect(tableRecords(after.world())).toEqual(tableRecords(before.world()));
  const { Plaintext } = await after.call("Decrypt", { CiphertextBlob: CiphertextBlob ?? new Uint8Array() });
  expect(Plaintext).toEqual(Uint8Array.of(1, 2, 3));
});

test("deletes from the database what a call has deleted, with the material of a deleted key", async () => {
  const prefix = prefixOfTest();
  const tab = await openTabOn(prefix);
  const { KeyMetadata } = await tab.call("CreateKey", { Tags: [{ TagKey: "a", TagValue: "b" }] });
  const keyId = KeyMetadata?.KeyId ?? "";
  const materialId = KeyMetadata?.CurrentKeyMaterialId ?? "";
  await tab.call("ScheduleKeyDeletion", { KeyId: keyId, PendingWindowInDays: 7 });
  await tab.engine.changeSandbox({ type: "MoveClock", offsetMs: 8 * 24 * 60 * 60 * 1000 });
  await expect(tab.workspace.vault.open(materialId)).rejects.toThrow("no key material");
  const reopened = await openTabOn(prefix);
  expect(reopened.world().tables.keys.size).toBe(0);
  expect(reopened.world().tables.tags.size).toBe(0);
  expect(reopened.world().tables.settings.size).toBe(1);
});

test("lets one of two writers of the same seq win and refuses the other as stale, with nothing of it saved", async () => {
  const prefix = prefixOfTest();
  const one = await openTabOn(prefix);
  const two = await openTabOn(prefix);
  const seq = one.world().seq + 1;
  const account = (id: string) => ({
    accounts: { [id]: [null, { account: id, name: id, enabledRegions: [] }] as const },
  });
  const outcomes = await Promise.allSettled([
    one.workspace.persist(commitOf(seq, account("100000000001")), noMaterial),
    two.workspace.persist(commitOf(seq, account("100000000002")), noMaterial),
  ]);
  const [first, second] = outcomes;
  expect(first?.status).toBe("fulfilled");
  expect(second?.status === "rejected" && second.reason).toBeInstanceOf(StaleWorldError);
  const { world } = (await openTabOn(prefix)).workspace;
  expect(world.tables.accounts.get("100000000001")).toBeDefined();
  expect(world.tables.accounts.get("100000000002")).toBeUndefined();
});

test("never creates the same alias in two tabs", async () => {
  const prefix = prefixOfTest();
  const tabs = [await openTabOn(prefix), await openTabOn(prefix)];
  const { KeyMetadata } = await tabs[0]!.call("CreateKey", {});
  const outcomes = await Promise.allSettled(
    Array.from({ length: 40 }, (_, i) =>
      tabs[i % 2]!.call("CreateAlias", {
        AliasName: `alias/race-${Math.floor(i / 2)}`,
        TargetKeyId: KeyMetadata?.KeyId ?? "",
      }),
    ),
  );
  const refusals = outcomes.filter((outcome) => outcome.status === "rejected").map(({ reason }) => reason.code);
  expect(refusals).toEqual(Array(20).fill("AlreadyExistsException"));
});

test("hands commits of another tab over in order and once", async () => {
  const prefix = prefixOfTest();
  const one = await openTabOn(prefix);
  const two = await openTabOn(prefix);
  for (let i = 0; i < 5; i++) await one.call("CreateKey", { Description: `${i}` });
  await vi.waitFor(() => expect(two.received).toHaveLength(5));
  expect(tableRecords(two.world())).toEqual(tableRecords(one.world()));
  await two.call("CreateKey", {});
  await vi.waitFor(() => expect(one.received).toHaveLength(1));
  expect(one.world().seq).toBe(two.world().seq);
});

test("keeps nothing of a commit that cannot be saved as a whole", async () => {
  const prefix = prefixOfTest();
  const tab = await openTabOn(prefix);
  const account = { account: "100000000003", name: "half", enabledRegions: [] };
  // A function cannot be stored: the second record throws after the first has been asked for.
  const unstorable = { account: "100000000004", name: () => "", enabledRegions: [] } as unknown as typeof account;
  const diff = { accounts: { a: [null, account] as const, b: [null, unstorable] as const } };
  const failed = tab.workspace.persist(commitOf(tab.world().seq + 1, diff), {
    keep: new Map([["f".repeat(64), new Uint8Array(32)]]),
    destroy: [],
  });
  await expect(failed).rejects.toThrow(StorageError);
  await expect(failed).rejects.toThrow(/nothing was changed/);
  expect((await openTabOn(prefix)).world().tables.accounts.size).toBe(1);
  await expect(tab.workspace.vault.open("f".repeat(64))).rejects.toThrow("no key material");
  await tab.call("CreateKey", {}); // and the next one is saved
});

test("answers a full disk as an error of the call that names it, and leaves the World as it was", async () => {
  const tab = await openTabOn(prefixOfTest());
  const add = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const before = tab.world();
  const refused = await tab.call("CreateKey", {}).catch((error: unknown) => error);
  add.mockRestore();
  expect(refused).toBeInstanceOf(KmsError);
  expect(refused).toMatchObject({
    code: "KMSInternalException",
    message: expect.stringContaining("storage for this site is full"),
  });
  expect(tab.world()).toBe(before);
});

test.each<[string, (store: WorkspaceStore) => Promise<unknown>]>([
  ["load", (store) => store.load()],
  ["persist", (store) => store.persist(commitOf(9), noMaterial)],
  ["commitsAfter", (store) => store.commitsAfter(0)],
  ["addEvents", (store) => store.addEvents([{ afterSeq: 1, event: {} as TrailEvent }])], // the store does not look into it
  ["newestCommits", (store) => store.newestCommits(1, 9)],
  ["newestEvents", (store) => store.newestEvents(1, 9)],
  ["openMaterial", (store) => store.openMaterial("f".repeat(64))],
  ["contents", (store) => store.contents(1)],
  ["prune", (store) => store.prune(0)],
  ["retire", (store) => store.retire()],
  ["reinstate", (store) => store.reinstate()],
])("tells as a StorageError that the database is closed: %s", async (_method, use) => {
  const prefix = prefixOfTest();
  const { workspace } = await openTabOn(prefix);
  const store = await (await openIndexedDbHome(prefix)).open(workspace.id, () => undefined);
  store.close();
  await expect(use(store)).rejects.toThrow(StorageError);
});

test("tells as a StorageError that the registry is closed", async () => {
  const prefix = prefixOfTest();
  const home = await openIndexedDbHome(prefix);
  const newer = await openDB(prefix, 2); // which closes the older connection
  for (const use of [home.current, home.previous, home.sweep]) await expect(use()).rejects.toThrow(StorageError);
  await expect(home.makeCurrent("a", undefined)).rejects.toThrow(StorageError);
  newer.close();
});

test("says in the words of a failed reading that key material cannot be opened", async () => {
  const prefix = prefixOfTest();
  const tab = await openTabOn(prefix);
  const { KeyMetadata } = await tab.call("CreateKey", {});
  vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(() => {
    throw new DOMException("broken", "UnknownError");
  });
  const opening = tab.workspace.vault.open(KeyMetadata?.CurrentKeyMaterialId ?? "");
  await expect(opening).rejects.toThrow(StorageError);
  await expect(opening).rejects.toThrow(/could not read .*UnknownError: broken/);
});

test("ends with the reason when the commits that it has missed have been dropped", async () => {
  const prefix = prefixOfTest();
  const one = await openTabOn(prefix);
  const onOutdated = vi.fn();
  const two = await openTabOn(prefix, { onOutdated });
  const posting = vi.spyOn(BroadcastChannel.prototype, "postMessage").mockImplementation(() => undefined);
  for (let i = 0; i < 3; i++) await one.call("CreateKey", {});
  const store = await (await openIndexedDbHome(prefix)).open(one.workspace.id, () => undefined);
  await store.prune(Date.now() + 2 * historyBounds.ageMs);
  store.close();
  await new Promise((resolve) => setTimeout(resolve)); // what was to be told has been told to nobody
  posting.mockRestore();
  await one.call("CreateKey", {});
  await vi.waitFor(() => expect(onOutdated).toHaveBeenCalledWith(expect.stringContaining("Reload the page")));
  await expect(two.call("CreateKey", {})).rejects.toThrow("Reload the page");
});

test("stores key material sealed, under a key that cannot be exported", async () => {
  const prefix = prefixOfTest();
  const tab = await openTabOn(prefix);
  const { KeyMetadata } = await tab.call("CreateKey", {});
  const materialId = KeyMetadata?.CurrentKeyMaterialId ?? "";
  const secret = await tab.workspace.vault.open(materialId);
  expect(secret).toHaveLength(32);
  const database = await openDB(`${prefix}.${tab.workspace.id}`);
  const sealingKey: CryptoKey = await database.get("meta", "sealingKey");
  expect(sealingKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey("raw", sealingKey)).rejects.toThrow();
  const needle = String.fromCharCode(...secret);
  const base64 = encodeBase64(secret);
  for (const store of database.objectStoreNames) {
    for (const record of await database.getAll(store)) {
      const bytes = [record, ...Object.values(record)].flatMap((value) =>
        value instanceof ArrayBuffer ? [new Uint8Array(value)] : value instanceof Uint8Array ? [value] : [],
      );
      for (const each of bytes) expect(String.fromCharCode(...each)).not.toContain(needle);
      expect(JSON.stringify(record) ?? "").not.toContain(base64);
    }
  }
  // Sealed material moved under another id does not open: the id is part of what was sealed.
  await database.put("material", await database.get("material", materialId), "0".repeat(64));
  database.close();
  await expect(tab.workspace.vault.open("0".repeat(64))).rejects.toThrow();
});

test("pages the trail newest first, calls that changed nothing in their place among the commits", async () => {
  const prefix = prefixOfTest();
  const tab = await openTabOn(prefix);
  await tab.call("CreateKey", {});
  await tab.call("ListKeys", {});
  await tab.call("ListAliases", {});
  await tab.call("CreateKey", {});
  await tab.call("ListKeys", {});
  const names = (entries: Awaited<ReturnType<typeof tab.workspace.recentEvents>>) =>
    entries.map(({ event }) => ("eventName" in event ? event.eventName : event.change.type));
  const all = await tab.workspace.recentEvents(100);
  expect(names(all)).toEqual(["ListKeys", "CreateKey", "ListAliases", "ListKeys", "CreateKey", "OpenWorkspace"]);
  const first = await tab.workspace.recentEvents(4);
  const second = await tab.workspace.recentEvents(4, first.at(-1)?.position);
  expect(names([...first, ...second])).toEqual(names(all));
  expect(await tab.workspace.recentEvents(4, second.at(-1)?.position)).toEqual([]);
});

test("loses no event when the tab is closed", async () => {
  const prefix = prefixOfTest();
  const tab = await openTabOn(prefix);
  await tab.call("ListKeys", {});
  await tab.workspace.close();
  const [newest] = await (await openTabOn(prefix)).workspace.recentEvents(1);
  expect(newest?.event).toMatchObject({ eventName: "ListKeys" });
});

test("loads a workspace of many pages whole and in the same order", async () => {
  const home = await openIndexedDbHome(prefixOfTest());
  const { tables, material, history } = emptyContents();
  const accounts = Array.from({ length: 3_210 }, (_, i) => ({
    account: String(i).padStart(12, "0"),
    name: `Account ${i}`,
    enabledRegions: [],
  }));
  const info = { id: "many", name: "Many", createdAt: 0, source: "import" } as const;
  await home.create(info, { tables: { ...tables, accounts }, material, history });
  await home.makeCurrent("many", undefined);
  const workspace = await openWorkspace({ home });
  expect(tableRecords(workspace.world).accounts).toEqual(accounts);
  expect(workspace.world.tables.aliases.size).toBe(tables.aliases.length);
  await workspace.close();
});

test("drops history beyond 90 days of the sandbox clock, and never the newest commit", async () => {
  const home = await openIndexedDbHome(prefixOfTest());
  const now = 1_768_471_200_000;
  const tab = await openTab({ home, first: "empty", now: () => now });
  opened.push(tab);
  await tab.call("CreateKey", {});
  await tab.call("ListKeys", {});
  await tab.workspace.recentEvents(1); // writes what is gathered
  const store = await home.open(tab.workspace.id, () => undefined);
  await store.prune(now + historyBounds.ageMs);
  expect(await tab.workspace.recentEvents(10)).toHaveLength(3);
  await store.prune(now + historyBounds.ageMs + 1_000);
  expect(await tab.workspace.recentEvents(10)).toMatchObject([{ seq: 2, event: { eventName: "CreateKey" } }]);
  store.close();
});
