// What is told after the reload that follows the replacement of a workspace.
import { beforeEach, expect, test, vi } from "vitest";
import { dismissFlash, getFlashes } from "#store/flashes.ts";
import { keepReplacedNote, tellReplaced } from "./replaced-note.ts";

const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("sessionStorage", storage);
  for (const { id } of getFlashes()) dismissFlash(id);
});

test("tells once of the workspace that is open now, with a way back", () => {
  keepReplacedNote("import");
  tellReplaced("Course");
  tellReplaced("Course");
  expect(getFlashes()).toHaveLength(1);
  expect(getFlashes()[0]).toMatchObject({
    type: "success",
    text: ["Imported workspace ", { strong: "Course" }, "."],
    action: { text: "Restore the previous workspace" },
  });
});

test("tells nothing without a note, and nothing of a note that is not ours", () => {
  tellReplaced("Course");
  for (const foreign of ["", "toString", "<b>"]) {
    kept.set("kms-sandbox.replaced", foreign);
    tellReplaced("Course");
  }
  expect(getFlashes()).toEqual([]);
  expect(kept.size).toBe(0);
});

test("stands a browser that blocks the storage", () => {
  vi.stubGlobal("sessionStorage", {
    ...storage,
    getItem: () => {
      throw new DOMException("blocked", "SecurityError");
    },
    setItem: () => {
      throw new DOMException("blocked", "SecurityError");
    },
  });
  keepReplacedNote("reset");
  tellReplaced("Course");
  expect(getFlashes()).toEqual([]);
});
