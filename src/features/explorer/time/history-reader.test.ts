// How the commits of an open workspace are read and kept in step with its World.
import { describe, expect, test } from "vitest";
import { createEngine, StorageError } from "#kms/index.ts";
import { createMemoryHome } from "#storage/memory-home.ts";
import { openWorkspace } from "#storage/open-workspace.ts";
import type { History } from "#store/sandbox.ts";
import { createWorldStore } from "#store/world-store.ts";
import { contentsOf } from "#testing/world-contents.ts";
import { HistoryReader, hasMoment } from "./history-reader.ts";

const caller = { account: "111122223333", region: "us-west-2", principal: "arn:aws:iam::111122223333:user/Alice" };

async function opened(wrap: (history: History) => History = (history) => history) {
  const workspace = await openWorkspace({ home: createMemoryHome(), first: "empty" });
  const worldStore = createWorldStore(workspace.world);
  const engine = createEngine({
    ...workspace,
    now: Date.now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    state: worldStore.port,
  });
  const createKeys = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i += 1) await engine.call({ ...caller, operation: "CreateKey", input: {} });
  };
  const newReader = (pageSize?: number) => new HistoryReader(worldStore, wrap(workspace), pageSize);
  return { worldStore, createKeys, newReader };
}

/** With one key made, and a reader that is listened to. `mend` lets the history be read again. */
async function openedOnBrokenDisk() {
  let isBroken = true;
  const { createKeys, newReader } = await opened((history) => ({
    ...history,
    recentCommits: (limit, before) =>
      isBroken ? Promise.reject(new StorageError("the disk is gone")) : history.recentCommits(limit, before),
  }));
  await createKeys(1);
  const reader = newReader();
  reader.subscribe(() => undefined);
  const mend = (): void => {
    isBroken = false;
  };
  return { createKeys, reader, mend };
}

const seqs = (reader: HistoryReader): number[] => reader.get().commits.map(({ seq }) => seq);

describe("HistoryReader", () => {
  test("reads what was there and takes what comes, for as long as somebody listens", async () => {
    const { createKeys, newReader } = await opened();
    const reader = newReader();
    await createKeys(2);
    const leave = reader.subscribe(() => undefined);
    await reader.catchUp();
    expect(seqs(reader)).toEqual([3, 2, 1]);
    expect(reader.get()).toMatchObject({ isComplete: true, isReading: false, now: { seq: 3 } });
    await createKeys(1);
    await reader.catchUp();
    expect(seqs(reader)).toEqual([4, 3, 2, 1]);
    leave();
    await createKeys(2);
    await reader.readEarlier();
    expect(seqs(reader)).toEqual([4, 3, 2, 1]);
    reader.subscribe(() => undefined);
    await reader.catchUp();
    expect(seqs(reader)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  test("keeps a moment of the past as it was while more happens", async () => {
    const { worldStore, createKeys, newReader } = await opened();
    await createKeys(1);
    const { world } = worldStore.getState();
    await createKeys(1);
    const reader = newReader();
    reader.subscribe(() => undefined);
    await reader.catchUp();
    const past = reader.worldAt(world.seq);
    expect(contentsOf(past)).toEqual(contentsOf(world));
    await createKeys(2);
    await reader.catchUp();
    expect(reader.worldAt(world.seq)).toBe(past);
  });

  test("reads on until it has the moment that is asked for", async () => {
    const { createKeys, newReader } = await opened();
    await createKeys(6);
    const reader = newReader(2);
    reader.subscribe(() => undefined);
    await reader.catchUp();
    expect(seqs(reader)).toEqual([7, 6]);
    expect([7, 5, 4, 8].map((seq) => hasMoment(reader.get(), seq))).toEqual([true, true, false, false]);
    await reader.readEarlier(3);
    expect(seqs(reader)).toEqual([7, 6, 5, 4]);
    await reader.readEarlier(-1);
    expect(seqs(reader)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(reader.get().isComplete).toBe(true);
  });

  test("tells why nothing could be read, and tries again when it is asked to", async () => {
    const { createKeys, reader, mend } = await openedOnBrokenDisk();
    await reader.readEarlier();
    expect(reader.get()).toMatchObject({ error: "the disk is gone", isReading: false, isComplete: false });
    await createKeys(1);
    await reader.catchUp();
    expect(reader.get()).toMatchObject({ error: "the disk is gone" });
    mend();
    await reader.readEarlier();
    await reader.catchUp();
    expect(reader.get().error).toBeUndefined();
    expect(seqs(reader)).toEqual([3, 2, 1]);
  });

  test("goes on telling why the first page could not be read while it follows the World", async () => {
    const { createKeys, reader, mend } = await openedOnBrokenDisk();
    await reader.catchUp();
    expect(reader.get()).toMatchObject({ error: "the disk is gone", isReading: false });
    mend();
    await createKeys(1);
    await reader.catchUp();
    expect(reader.get().error).toBe("the disk is gone");
    await reader.readEarlier();
    expect(reader.get().error).toBeUndefined();
    expect(seqs(reader)).toEqual([3, 2, 1]);
  });
});
