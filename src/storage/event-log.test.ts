// How the records of calls that change nothing are gathered and written.
import { expect, test, vi } from "vitest";
import type { TrailEvent } from "#kms/index.ts";
import { EventLog } from "./event-log.ts";
import type { LoggedEvent } from "./workspace-store.ts";

const logged = (afterSeq: number): LoggedEvent => ({ afterSeq, event: { eventName: "ListKeys" } as TrailEvent }); // the log does not look into it

test("writes 200 at once without waiting for a quiet moment, and in order", async () => {
  const batches: number[][] = [];
  const log = new EventLog(async (events) => void batches.push(events.map(({ afterSeq }) => afterSeq)));
  for (let i = 0; i < 199; i++) log.add(logged(i));
  await Promise.resolve();
  expect(batches).toEqual([]);
  log.add(logged(199));
  await log.flush();
  expect(batches).toEqual([Array.from({ length: 200 }, (_, i) => i)]);
});

test("writes a few when the page is idle", async () => {
  const write = vi.fn(async () => undefined);
  new EventLog(write).add(logged(1));
  await vi.waitFor(() => expect(write).toHaveBeenCalledWith([logged(1)]), 2_000);
});

test("keeps what could not be written and writes it the next time, before what came later", async () => {
  const written: number[] = [];
  let isFull = true;
  const log = new EventLog(async (events) => {
    if (isFull) throw new Error("full");
    written.push(...events.map(({ afterSeq }) => afterSeq));
  });
  log.add(logged(1));
  await expect(log.flush()).rejects.toThrow("full");
  log.add(logged(2));
  isFull = false;
  await log.flush();
  expect(written).toEqual([1, 2]);
});
