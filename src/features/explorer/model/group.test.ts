import { describe, expect, it } from "vitest";
import type { AliasMap, Lane } from "#features/explorer/types.ts";
import { type KeyRecord, newKey, recordId } from "#kms/index.ts";
import { mapOfLanes } from "./alias-map.ts";
import { foldInSlices } from "./group.ts";
import { prefixRanges } from "./prefix-ranges.ts";
import { atOnce } from "./slices.ts";

const place = { account: "111122223333", region: "us-west-2" };

function mapOf(keyCount: number, names: readonly string[]): AliasMap {
  const keys: KeyRecord[] = Array.from({ length: keyCount }, (_, i) =>
    newKey(place, {
      keyId: `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`,
      creationDate: 0,
      keySpec: i % 2 === 0 ? "SYMMETRIC_DEFAULT" : "RSA_2048",
      keyUsage: "ENCRYPT_DECRYPT",
    }),
  );
  const aliases = [...names].sort().map((name, i) => {
    const key = keys[i % keyCount];
    const aliasName = `alias/${name}`;
    const id = recordId(place, aliasName);
    return { id, alias: { ...place, aliasName, ...(key && { targetKeyId: key.keyId }) }, key };
  });
  const lane: Lane = {
    region: place.region,
    aliases,
    keys: keys.map((key) => ({
      id: recordId(place, key.keyId),
      key,
      aliases: aliases.filter((node) => node.key === key).map(({ alias }) => alias.aliasName),
    })),
  };
  return atOnce(mapOfLanes([lane]));
}

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i).padStart(4, "0")}`);

describe("a map of many edges", () => {
  it("is drawn one by one up to the limit", () => {
    const map = mapOf(10, numbered("app/", 100));
    const { lanes, folding } = atOnce(foldInSlices(map, "prefix", 100));
    expect(folding).toBeUndefined();
    expect(lanes[0]?.left).toBe(map.lanes[0]?.aliases);
    expect(lanes[0]?.edges).toHaveLength(100);
  });

  it("folds aliases by the beginning of their names, and says how many", () => {
    const map = mapOf(5, [...numbered("app/", 312), ...numbered("web-", 80), "finance"]);
    const { lanes, folding } = atOnce(foldInSlices(map, "prefix", 30));
    expect(folding?.by).toBe("prefix");
    const texts = lanes[0]?.left.map((node) => ("type" in node ? node.text : node.alias.aliasName));
    expect(texts).toContain("alias/finance");
    expect(texts?.some((text) => /^app\/0\d?\.\.\. \(\d+ aliases\)$|^app\/ \(/.test(text))).toBe(true);
    const counted = lanes[0]?.left.reduce((sum, node) => sum + ("type" in node ? node.aliases.length : 1), 0);
    expect(counted).toBe(393);
  });

  it("folds aliases by key", () => {
    const { lanes, folding } = atOnce(foldInSlices(mapOf(3, numbered("app/", 90)), "key", 30));
    expect(folding).toEqual({ by: "key", aliases: 90, keys: 0 });
    expect(lanes[0]?.left.map((node) => "type" in node && node.text)).toEqual([
      "30 aliases of 00000000...",
      "30 aliases of 00000000...",
      "30 aliases of 00000000...",
    ]);
    expect(lanes[0]?.edges.map(({ count }) => count)).toEqual([30, 30, 30]);
  });

  it("folds keys of one kind where there are too many of them", () => {
    const { lanes, folding } = atOnce(foldInSlices(mapOf(1000, numbered("n", 1000)), "prefix", 100));
    expect(folding?.keys).toBe(1000);
    expect(lanes[0]?.right.map((node) => "type" in node && node.text)).toEqual([
      "SYMMETRIC_DEFAULT, encrypt and decrypt, enabled (500 keys)",
      "RSA_2048, encrypt and decrypt, enabled (500 keys)",
    ]);
  });

  it("is folded in slices, also where many keys have no alias", () => {
    const folding = foldInSlices(mapOf(30_000, []), "prefix");
    let pauses = 0;
    let step = folding.next();
    for (; !step.done; step = folding.next()) pauses += 1;
    expect(pauses).toBeGreaterThan(14);
    expect(step.value.folding?.keys).toBe(30_000);
  });

  it("draws no more edges than the limit, and every alias is behind one", () => {
    for (const [keys, limit] of [
      [40, 500],
      [3000, 2000],
    ] as const) {
      const { lanes } = atOnce(foldInSlices(mapOf(keys, numbered("n", 10_000)), "prefix", limit));
      const edges = lanes[0]?.edges ?? [];
      expect(edges.length).toBeLessThanOrEqual(limit);
      expect(edges.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
    }
  });
});

describe("ranges of a common beginning", () => {
  it("cut the biggest range first and leave nothing out", () => {
    const names = [...numbered("app-", 50), "b", ...numbered("web-", 3)];
    const ranges = atOnce(prefixRanges(names, { from: 0, to: names.length }, 8));
    expect(ranges.length).toBeLessThanOrEqual(8);
    expect(ranges[0]?.prefix).toMatch(/^app-00/);
    expect(ranges.flatMap(({ from, to }) => names.slice(from, to))).toEqual(names);
    for (const { from, to, prefix } of ranges)
      for (const name of names.slice(from, to)) expect(name.startsWith(prefix)).toBe(true);
  });

  it("are one when there may be one only, and none of nothing", () => {
    expect(atOnce(prefixRanges(["aws/a", "aws/b"], { from: 0, to: 2 }, 1))).toEqual([
      { from: 0, to: 2, prefix: "aws/" },
    ]);
    expect(atOnce(prefixRanges([], { from: 0, to: 0 }, 5))).toEqual([]);
  });
});
