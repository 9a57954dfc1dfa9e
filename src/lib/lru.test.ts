import { describe, expect, test } from "vitest";
import { Lru } from "./lru.ts";

describe("Lru", () => {
  test("drops the entry used longest ago when it is full", () => {
    const lru = new Lru<string, number>(2);
    lru.set("a", 1);
    lru.set("b", 2);
    expect(lru.get("a")).toBe(1);
    lru.set("c", 3);
    expect(lru.get("b")).toBeUndefined();
    expect(lru.get("a")).toBe(1);
    expect(lru.get("c")).toBe(3);
    expect(lru.size).toBe(2);
  });

  test("counts a replaced value once and returns the new one", () => {
    const lru = new Lru<string, number>(2);
    lru.set("a", 1);
    lru.set("a", 2);
    expect(lru.size).toBe(1);
    expect(lru.get("a")).toBe(2);
  });

  test("does not find what was deleted, the youngest entry included", () => {
    const lru = new Lru<string, number>(2);
    lru.set("a", 1);
    lru.delete("a");
    expect(lru.get("a")).toBeUndefined();
    expect(lru.size).toBe(0);
  });

  test("does not hold on to a youngest entry that was pushed out", () => {
    const lru = new Lru<string, number>(1);
    lru.set("a", 1);
    lru.set("b", 2);
    expect(lru.get("a")).toBeUndefined();
    expect(lru.get("b")).toBe(2);
  });

  test.each([0, -1, 1.5, Number.NaN])("refuses the capacity %d", (capacity) => {
    expect(() => new Lru(capacity)).toThrow("at least one entry");
  });
});
