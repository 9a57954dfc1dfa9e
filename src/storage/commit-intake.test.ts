// How commits of other tabs come in, whatever order and moment they choose.
import { expect, test, vi } from "vitest";
import { type Commit, StaleWorldError, StorageError } from "#kms/index.ts";
import { CommitIntake } from "./commit-intake.ts";

const commitOf = (seq: number): Commit => ({
  seq,
  at: 0,
  event: {
    eventSource: "sandbox",
    eventTime: "2026-01-15T10:00:00Z",
    change: { type: "OpenWorkspace", source: "test" },
  },
  diff: {},
});

function intakeOver(saved: number[]) {
  const taken: number[] = [];
  const onEnd = vi.fn();
  const readAfter = vi.fn(async (seq: number) => saved.filter((each) => each > seq).map(commitOf));
  const intake = new CommitIntake(readAfter, onEnd);
  const subscribe = () => intake.subscribe(({ seq }) => void taken.push(seq));
  return { intake, taken, onEnd, readAfter, subscribe };
}

test("holds what comes while the World is loading, then takes what is newer than it", () => {
  const { intake, taken, subscribe } = intakeOver([]);
  for (const seq of [4, 5, 6]) intake.receive(commitOf(seq));
  intake.start(5);
  expect(taken).toEqual([]);
  subscribe();
  expect(taken).toEqual([6]);
});

test("asks the database when a message has been missed, and takes each commit once", async () => {
  const { intake, taken, readAfter, subscribe } = intakeOver([1, 2, 3, 4]);
  intake.start(1);
  subscribe();
  intake.receive(commitOf(4));
  await vi.waitFor(() => expect(taken).toEqual([2, 3, 4]));
  intake.receive(commitOf(3));
  intake.receive(commitOf(4));
  expect(taken).toEqual([2, 3, 4]);
  expect(readAfter).toHaveBeenCalledOnce();
});

test("lets what comes during a save wait until the saver has applied its own commit", async () => {
  const { intake, taken, subscribe } = intakeOver([]);
  intake.start(1);
  subscribe();
  await intake.save(commitOf(2), async () => intake.receive(commitOf(3)));
  expect(taken).toEqual([]); // the saver applies 2 now
  await vi.waitFor(() => expect(taken).toEqual([3]));
});

test("says that the World has moved on when a message was faster than the catching up after a stale save", async () => {
  const { intake, taken, subscribe } = intakeOver([2]);
  intake.start(1);
  subscribe();
  const stale = intake.save(commitOf(2), async () => {
    throw new StaleWorldError("2 is taken");
  });
  await expect(stale).rejects.toThrow(StaleWorldError);
  intake.receive(commitOf(2));
  expect(taken).toEqual([2]);
  expect(await intake.catchUp()).toBe(true);
  expect(await intake.catchUp()).toBe(false);
});

test("ends the workspace with the reason when it can be read no more", async () => {
  const { intake, onEnd, readAfter } = intakeOver([]);
  intake.start(1);
  readAfter.mockRejectedValueOnce(new StorageError("gone"));
  expect(await intake.catchUp()).toBe(false);
  expect(onEnd).toHaveBeenCalledWith("gone");
});

test("ends the workspace when commits that it has missed are no longer kept, and takes none after the gap", async () => {
  const { intake, onEnd, taken, subscribe } = intakeOver([4, 5]); // 2 and 3 have been dropped
  intake.start(1);
  subscribe();
  intake.receive(commitOf(5));
  await vi.waitFor(() => expect(onEnd).toHaveBeenCalledWith(expect.stringContaining("Reload the page")));
  expect(taken).toEqual([]);
  expect(intake.newest).toBe(1);
});

test("finds no gap where messages were faster than the answer of the database", async () => {
  const { intake, onEnd, taken, readAfter, subscribe } = intakeOver([]);
  intake.start(1);
  subscribe();
  readAfter.mockImplementationOnce(async () => {
    for (const seq of [2, 3]) intake.receive(commitOf(seq));
    return [2, 3, 4].map(commitOf);
  });
  expect(await intake.catchUp()).toBe(true);
  expect(taken).toEqual([2, 3, 4]);
  expect(onEnd).not.toHaveBeenCalled();
});
