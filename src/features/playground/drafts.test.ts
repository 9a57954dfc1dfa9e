import { beforeEach, expect, test, vi } from "vitest";

const stored = new Map<string, string>();
/** Its keys are its own, as those of the browser's are. */
const storage = new Proxy(
  {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  },
  {
    ownKeys: () => [...stored.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  },
);

/** A tab is a module of its own on the storage that all share. */
async function openTab() {
  vi.resetModules();
  return import("./drafts.ts");
}

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("localStorage", storage);
  return () => vi.unstubAllGlobals();
});

test("two tabs with two samples keep both", async () => {
  const one = await openTab();
  const other = await openTab();
  one.writeDraft("encrypt", "a");
  other.writeDraft("signer", "b");
  one.flushDrafts();
  other.flushDrafts();
  const later = await openTab();
  expect([later.readDraft("encrypt"), later.readDraft("signer")]).toEqual(["a", "b"]);
});

test("a draft is there at once, and given back it is gone", async () => {
  const { readDraft, writeDraft, flushDrafts } = await openTab();
  writeDraft("encrypt", "a");
  expect(readDraft("encrypt")).toBe("a");
  flushDrafts();
  writeDraft("encrypt", undefined);
  expect(readDraft("encrypt")).toBeUndefined();
  flushDrafts();
  expect(stored.size).toBe(0);
});

test("code that is too long is kept whole in memory and not cut in the storage", async () => {
  const { readDraft, writeDraft, flushDrafts, maxDraftCharacters } = await openTab();
  const long = "x".repeat(maxDraftCharacters + 1);
  writeDraft("encrypt", long);
  flushDrafts();
  expect(readDraft("encrypt")).toBe(long);
  expect(stored.size).toBe(0);
});

test("the oldest of many drafts are forgotten", async () => {
  const { writeDraft, flushDrafts } = await openTab();
  vi.useFakeTimers({ now: 0 });
  for (let at = 0; at < 25; at += 1) {
    vi.setSystemTime(at);
    writeDraft(`sample ${at}`, "x");
    flushDrafts();
  }
  vi.useRealTimers();
  expect(stored.size).toBe(20);
  const { readDraft } = await openTab();
  expect([readDraft("sample 4"), readDraft("sample 5")]).toEqual([undefined, "x"]);
});
