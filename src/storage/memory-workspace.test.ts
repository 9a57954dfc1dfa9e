// A workspace in memory, as Node and pages without IndexedDB have it: the same interface, the same answers.
import { expect, test, vi } from "vitest";
import { StaleWorldError, StorageError } from "#kms/index.ts";
import { exclusive } from "./exclusive.ts";
import { createMemoryHome } from "./memory-home.ts";
import { openWorkspace } from "./open-workspace.ts";
import { makingLock } from "./replace-workspace.ts";
import { openTab } from "./test-tab.ts";
import { historyBounds } from "./workspace-store.ts";

const now = 1_768_471_200_000;
const open = (home = createMemoryHome()) => openTab({ home, first: "empty", now: () => now });

test("keeps keys, material and trail for as long as it lives", async () => {
  const home = createMemoryHome();
  const { call, workspace } = await open(home);
  const { KeyMetadata } = await call("CreateKey", {});
  await call("ListKeys", {});
  const again = await open(home);
  expect(again.workspace).toMatchObject({ kind: "memory", id: workspace.id, name: "Empty workspace" });
  expect(await again.call("DescribeKey", { KeyId: KeyMetadata?.KeyId ?? "" })).toMatchObject({ KeyMetadata });
  await again.call("Encrypt", { KeyId: KeyMetadata?.KeyId ?? "", Plaintext: Uint8Array.of(1) });
  const trail = await workspace.recentEvents(10);
  expect(trail.map(({ event, seq }) => ["eventName" in event ? event.eventName : event.change.type, seq])).toEqual([
    ["ListKeys", undefined],
    ["CreateKey", 2],
    ["OpenWorkspace", 1],
  ]);
});

test("runs one writer at a time where there are no Web Locks", async () => {
  const { workspace } = await open();
  const order: string[] = [];
  const failing = workspace.exclusive(async () => {
    order.push("a");
    await Promise.resolve();
    order.push("a ends");
    throw new Error("no");
  });
  const next = workspace.exclusive(async () => order.push("b"));
  await expect(failing).rejects.toThrow("no");
  await next;
  expect(order).toEqual(["a", "a ends", "b"]);
});

test("refuses a commit of a seq that is taken", async () => {
  const home = createMemoryHome();
  const one = await open(home);
  const two = await open(home);
  await one.call("CreateKey", {});
  const { seq } = two.workspace.world;
  const [newest] = (await one.workspace.contents(1)).history;
  expect(newest?.seq).toBe(seq + 1);
  const late = two.workspace.persist(newest ?? expect.fail(), { keep: new Map(), destroy: [] });
  await expect(late).rejects.toThrow(StaleWorldError);
});

test("restores the workspace that a reset has replaced, and keeps no more than one", async () => {
  const home = createMemoryHome();
  const first = await open(home);
  await first.call("CreateKey", {});
  await first.workspace.resetWorkspace("empty");
  await expect(first.call("CreateKey", {})).rejects.toThrow("replaced");
  const second = await openWorkspace({ home });
  expect(second.world.tables.keys.size).toBe(0);
  await second.restorePrevious();
  expect((await openWorkspace({ home })).world.tables.keys.size).toBe(1);
  await expect((await open()).workspace.restorePrevious()).rejects.toThrow("no earlier workspace");
});

test("lets nobody save to the earlier workspace when restoring it fails", async () => {
  const memory = createMemoryHome();
  const home = { ...memory, makeCurrent: vi.fn(memory.makeCurrent) };
  const first = await open(home);
  await first.workspace.resetWorkspace("empty");
  const second = await open(home);
  home.makeCurrent.mockRejectedValueOnce(new DOMException("full", "QuotaExceededError"));
  await expect(second.workspace.restorePrevious()).rejects.toThrow(StorageError);
  const earlier = await home.open(first.workspace.id, () => undefined);
  const [newest] = (await first.workspace.contents(1)).history;
  const late = { ...(newest ?? expect.fail()), seq: first.world().seq + 1 };
  await expect(earlier.persist(late, { keep: new Map(), destroy: [] })).rejects.toThrow("replaced");
  await second.call("CreateKey", {}); // and this one goes on
});

test("restores while nobody makes or sweeps away a workspace", async () => {
  const home = createMemoryHome();
  await (await open(home)).workspace.resetWorkspace("empty");
  const second = await open(home);
  const making = exclusive(makingLock(home), async () => {
    await new Promise((resolve) => setTimeout(resolve)); // what needs no lock is done by then
    return home.current();
  });
  await second.workspace.restorePrevious();
  expect((await making)?.id).toBe(second.workspace.id);
});

test("drops history beyond its bounds but never the newest commit", async () => {
  const home = createMemoryHome();
  const { workspace, call } = await open(home);
  for (let i = 0; i < 5; i++) await call("CreateKey", {});
  await call("ListKeys", {});
  await workspace.recentEvents(1); // writes what is gathered
  const store = await home.open(workspace.id, () => undefined);
  await store.prune(now + historyBounds.ageMs);
  expect(await store.newestCommits(100, Number.MAX_SAFE_INTEGER)).toHaveLength(6);
  await store.prune(now + historyBounds.ageMs + 1);
  expect(await workspace.recentEvents(100)).toMatchObject([{ seq: 6 }]);
  await call("CreateKey", {}); // and the seq goes on
});

test("tells the last use of a key at once, to whoever opens it later too, and after its event has gone", async () => {
  const home = createMemoryHome();
  const { call, workspace } = await open(home);
  const { KeyMetadata } = await call("CreateKey", {});
  const KeyId = KeyMetadata?.KeyId ?? "";
  await call("Encrypt", { KeyId, Plaintext: Uint8Array.of(1) });
  const usage = await call("GetKeyLastUsage", { KeyId });
  expect(usage.KeyLastUsage).toMatchObject({ Operation: "Encrypt", Timestamp: now / 1000 });
  const store = await home.open(workspace.id, () => undefined);
  await store.prune(now + historyBounds.ageMs + 1_000);
  expect(await (await open(home)).call("GetKeyLastUsage", { KeyId })).toEqual(usage);
  expect([...((await workspace.contents(0)).usage ?? [])]).toMatchObject([
    [KeyMetadata?.Arn, { eventName: "Encrypt", eventID: usage.KeyLastUsage?.CloudTrailEventId }],
  ]);
});

test("hands over the newest commits first, a page at a time", async () => {
  const { workspace, call } = await open();
  for (let i = 0; i < 3; i++) await call("CreateKey", {});
  const page = await workspace.recentCommits(2);
  expect(page.map(({ seq }) => seq)).toEqual([4, 3]);
  const rest = await workspace.recentCommits(9, 3);
  expect(rest.map(({ seq }) => seq)).toEqual([2, 1]);
  expect(Object.keys(page[0]?.diff ?? {})).toContain("keys");
});
