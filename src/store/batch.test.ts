// What a batch does with refusals, and how its end is told.
import { beforeEach, describe, expect, test } from "vitest";
import { KmsError } from "#kms/index.ts";
import { type Batch, runBatch } from "./batch.ts";
import { batchOutcome } from "./batch-outcome.ts";
import { dismissFlash, getFlashes } from "./flashes.ts";
import type { Action } from "./use-call.ts";

const noAction = (): Action => ({
  call: () => Promise.reject(new Error("the items call nothing")),
  calls: () => [],
});
const invalid = new KmsError("KMSInvalidStateException", "key b is pending deletion.");

const batch: Batch<string> = {
  items: ["a", "b", "c"],
  nameOf: (item) => item,
  subjectOf: (item) => `key ${item}`,
  doing: "Working",
  call: (_action, item) => (item === "b" ? Promise.reject(invalid) : Promise.resolve()),
  succeeded: (done) => [`Did ${done.length}.`],
  failed: (failures, total) => `${failures} of ${total} failed`,
};

describe("runBatch", () => {
  test("goes on after a refusal and tells both what was done and what was not", async () => {
    expect(await runBatch(noAction, batch)).toEqual({ done: ["a", "c"], refused: [{ item: "b", error: invalid }] });
  });

  test("hands on what is no answer of KMS", async () => {
    const bug = new Error("a bug");
    await expect(runBatch(noAction, { ...batch, call: () => Promise.reject(bug) })).rejects.toBe(bug);
  });
});

describe("the Undo of an older message", () => {
  const undoable = (items: readonly string[]) => ({ ...batch, items, undo: () => () => undefined });
  const withUndo = () => getFlashes().filter(({ action }) => action).length;
  beforeEach(() => {
    for (const { id } of getFlashes()) dismissFlash(id);
  });

  test("goes when one of its things is changed again, and its message stays", async () => {
    await runBatch(noAction, undoable(["a", "c"]));
    await runBatch(noAction, undoable(["c"]));
    expect(getFlashes().map(({ action }) => action?.text)).toEqual(["Undo", undefined]);
    expect(getFlashes()[1]?.text).toEqual(["Did 2."]);
  });

  test("stays when something else is changed, and when the newer change is refused", async () => {
    await runBatch(noAction, undoable(["a"]));
    await runBatch(noAction, undoable(["c"]));
    await runBatch(noAction, { ...undoable(["a"]), call: () => Promise.reject(invalid) });
    expect(withUndo()).toBe(2);
  });
});

describe("batchOutcome", () => {
  test("names each refused item with its error", () => {
    expect(batchOutcome(batch, { done: ["a", "c"], refused: [{ item: "b", error: invalid }] })).toEqual({
      type: "warning",
      header: "1 of 3 failed",
      text: ["", { strong: "b" }, " (KMSInvalidStateException: key b is pending deletion)", ".", " ", "Did 2."],
    });
  });

  test("is an error when nothing was done, and counts what it does not name", () => {
    const refused = Array.from({ length: 12 }, (_, at) => ({ item: `k${at}`, error: invalid }));
    const { type, text } = batchOutcome(batch, { done: [], refused });
    expect(type).toBe("error");
    expect(text.filter((part) => typeof part === "object")).toHaveLength(10);
    expect(text.at(-1)).toBe("; and 2 more.");
  });
});
