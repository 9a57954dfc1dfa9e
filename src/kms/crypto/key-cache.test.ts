import { describe, expect, test } from "vitest";
import { KeyCache } from "./key-cache.ts";

function newKey(): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", new Uint8Array(32), "AES-GCM", false, ["encrypt"]);
}

describe("KeyCache", () => {
  test("finds at once what was loaded, for its owner and purpose only", async () => {
    const cache = new KeyCache(2);
    const key = await cache.load("a", "sign", newKey);
    expect(cache.find("a", "sign")).toBe(key);
    expect(cache.find("a", "decrypt")).toBeUndefined();
    expect(cache.find("b", "sign")).toBeUndefined();
  });

  test("makes a key once for calls that come together", async () => {
    const cache = new KeyCache(2);
    let made = 0;
    const create = () => {
      made++;
      return newKey();
    };
    const [first, second] = await Promise.all([cache.load("a", "sign", create), cache.load("a", "sign", create)]);
    expect(first).toBe(second);
    expect(made).toBe(1);
  });

  test("tries again after a failure", async () => {
    const cache = new KeyCache(2);
    await expect(cache.load("a", "sign", () => Promise.reject(new Error("vault closed")))).rejects.toThrow(
      "vault closed",
    );
    await expect(cache.load("a", "sign", newKey)).resolves.toBeDefined();
  });

  test("forgets an owner, also while one of its keys is being made", async () => {
    const cache = new KeyCache(2);
    await cache.load("a", "sign", newKey);
    const underWay = cache.load("a", "decrypt", newKey);
    cache.forget("a");
    await underWay;
    expect(cache.find("a", "sign")).toBeUndefined();
    expect(cache.find("a", "decrypt")).toBeUndefined();
  });

  test("keeps no more owners than its capacity", async () => {
    const cache = new KeyCache(1);
    await cache.load("a", "sign", newKey);
    await cache.load("b", "sign", newKey);
    expect(cache.find("a", "sign")).toBeUndefined();
    expect(cache.find("b", "sign")).toBeDefined();
  });
});
