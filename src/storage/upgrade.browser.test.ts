// A database that an earlier version of this program made is brought to the newest form when it is opened.
import { deleteDB, openDB } from "idb";
import { expect, test } from "vitest";
import { parseArchive } from "#storage/archive/parse-archive.ts";
import { openIndexedDbHome } from "./indexeddb-home.ts";
import firstArchive from "./migrations/archives/v1.json?raw";
import { tablesSince } from "./migrations/migrations.ts";
import { openTab } from "./test-tab.ts";

/** The database `name` as version 1 of its form had it: the same contents, but none of the later stores. */
async function takeBackToFirstForm(name: string): Promise<void> {
  const newest = await openDB(name);
  const stores = [...newest.objectStoreNames].filter((store) => store !== "usage" && !(store in tablesSince));
  const contents = new Map<string, (readonly [key: IDBValidKey, value: unknown])[]>();
  for (const store of stores) {
    const [keys, values] = await Promise.all([newest.getAllKeys(store), newest.getAll(store)]);
    contents.set(
      store,
      keys.map((key, i) => [key, values[i]]),
    );
  }
  newest.close();
  await deleteDB(name);
  const first = await openDB(name, 1, {
    upgrade(fresh) {
      for (const store of stores)
        fresh.createObjectStore(
          store,
          store === "commits" ? { keyPath: "seq" } : { autoIncrement: store === "events" },
        );
    },
  });
  for (const [store, entries] of contents)
    for (const [key, value] of entries) await first.put(store, value, store === "commits" ? undefined : key);
  first.close();
}

test("opens a workspace of version 1 with all that was in it, and saves the new tables from then on", async () => {
  const prefix = `upgrade-${Date.now()}`;
  const home = await openIndexedDbHome(prefix);
  const { contents } = await parseArchive(firstArchive);
  const info = { id: "1", name: "Frozen", createdAt: 1, source: "import" } as const;
  await home.create(info, contents);
  await home.makeCurrent(info.id, undefined);
  await takeBackToFirstForm(`${prefix}.1`);

  const tab = await openTab({ home, now: () => 1_768_471_202_000 });
  const { tables, material, history } = await tab.workspace.contents(1_000);
  expect(tables).toEqual(contents.tables);
  expect(material).toEqual(contents.material);
  expect(history).toEqual(contents.history);

  const KeyId = tables.aliases.find(({ aliasName }) => aliasName === "alias/frozen")?.targetKeyId ?? "";
  await tab.call("EnableKey", { KeyId });
  await tab.call("RotateKeyOnDemand", { KeyId });
  await tab.call("CreateGrant", {
    KeyId,
    GranteePrincipal: "arn:aws:iam::111122223333:role/R",
    Operations: ["Encrypt"],
  });
  const again = await openTab({ home });
  expect(again.world().tables.grants.size).toBe(1);
  expect(again.world().tables.keyMaterials.size).toBeGreaterThan(1);
  await tab.workspace.close();
  await again.workspace.close();
});

test("knows of the uses of keys before version 2 what their events tell", async () => {
  const prefix = `upgrade-usage-${Date.now()}`;
  const home = await openIndexedDbHome(prefix);
  const tab = await openTab({ home, first: "empty" });
  const { KeyMetadata } = await tab.call("CreateKey", {});
  const KeyId = KeyMetadata?.KeyId ?? "";
  await tab.call("Encrypt", { KeyId, Plaintext: Uint8Array.of(1) });
  const usage = await tab.call("GetKeyLastUsage", { KeyId });
  await tab.workspace.close();
  await takeBackToFirstForm(`${prefix}.${tab.workspace.id}`);

  const upgraded = await openTab({ home });
  expect(usage.KeyLastUsage).toMatchObject({ Operation: "Encrypt" });
  expect(await upgraded.call("GetKeyLastUsage", { KeyId })).toEqual(usage);
  await upgraded.workspace.close();
});
