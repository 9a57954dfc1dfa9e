// The last use of each key in a real IndexedDB: written with the events, kept when they go.
import { afterEach, expect, test } from "vitest";
import { openIndexedDbHome } from "./indexeddb-home.ts";
import { openTab, type TestTab } from "./test-tab.ts";
import { historyBounds } from "./workspace-store.ts";

const opened: TestTab[] = [];
let tests = 0;
let now = 1_768_471_200_000;

async function openTabOn(prefix: string): Promise<TestTab> {
  const tab = await openTab({ home: await openIndexedDbHome(prefix), first: "empty", now: () => now });
  opened.push(tab);
  return tab;
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ workspace }) => workspace.close()));
});

async function setUp() {
  tests += 1;
  const prefix = `usage-${tests}-${Date.now()}`;
  const tab = await openTabOn(prefix);
  const { KeyMetadata } = await tab.call("CreateKey", {});
  const key = { KeyId: KeyMetadata?.KeyId ?? "", arn: KeyMetadata?.Arn ?? "" };
  return { prefix, tab, key, KeyId: key.KeyId };
}
const lastUsage = async (tab: TestTab, KeyId: string) => (await tab.call("GetKeyLastUsage", { KeyId })).KeyLastUsage;
const Plaintext = Uint8Array.of(1);

test("tells a use at once, in this tab and after a reload", async () => {
  const { prefix, tab, KeyId } = await setUp();
  await tab.call("Encrypt", { KeyId, Plaintext });
  const usage = await lastUsage(tab, KeyId);
  expect(usage).toMatchObject({ Operation: "Encrypt", Timestamp: now / 1000 });
  await tab.workspace.close();

  expect(await lastUsage(await openTabOn(prefix), KeyId)).toEqual(usage);
});

test("does not let a use that was written late take the place of a later one", async () => {
  const { prefix, tab, KeyId } = await setUp();
  const other = await openTabOn(prefix);
  await tab.call("Encrypt", { KeyId, Plaintext });
  now += 1_000;
  await other.call("GenerateDataKey", { KeyId, KeySpec: "AES_256" });
  await other.workspace.close();
  await tab.workspace.recentEvents(1); // writes what is gathered

  expect((await lastUsage(tab, KeyId))?.Operation).toBe("GenerateDataKey");
});

test("keeps the last use when its event has left the trail", async () => {
  const { prefix, tab, KeyId } = await setUp();
  await tab.call("Encrypt", { KeyId, Plaintext });
  const usage = await lastUsage(tab, KeyId);
  await tab.workspace.recentEvents(1); // writes what is gathered
  const store = await (await openIndexedDbHome(prefix)).open(tab.workspace.id, () => undefined);
  await store.prune(now + historyBounds.ageMs + 1_000);
  store.close();

  expect((await tab.workspace.recentEvents(100)).map(({ seq }) => seq)).not.toContain(undefined);
  expect(await lastUsage(tab, KeyId)).toEqual(usage);
});

test("goes with the contents of the workspace, without the uses of deleted keys", async () => {
  const { tab, key } = await setUp();
  const { KeyMetadata } = await tab.call("CreateKey", {});
  await tab.call("Encrypt", { KeyId: key.KeyId, Plaintext });
  await tab.call("Encrypt", { KeyId: KeyMetadata?.KeyId ?? "", Plaintext });
  await lastUsage(tab, key.KeyId);
  await tab.call("ScheduleKeyDeletion", { KeyId: KeyMetadata?.KeyId ?? "", PendingWindowInDays: 7 });
  now += 7 * 24 * 60 * 60 * 1000;
  await tab.engine.settle();

  const { usage } = await tab.workspace.contents(0);
  expect([...(usage ?? [])]).toEqual([[key.arn, expect.objectContaining({ eventName: "Encrypt" })]]);
});
