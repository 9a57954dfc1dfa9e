// What a URL may say, and what is taken from it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change } from "#features/explorer/types.ts";
import { parseChange } from "./parse-change.ts";

const region = "us-west-2";
const keyId = "1234abcd-12ab-34cd-56ef-1234567890ab";
const aliasName = "alias/app";

const changes: readonly Change[] = [
  { type: "retarget", region, aliasName, keyId },
  { type: "createAlias", region, aliasName, keyId },
  { type: "deleteAlias", region, aliasName },
  { type: "swap", region, aliasName, otherName: "alias/other" },
  { type: "disableKey", region, keyId },
  { type: "scheduleDeletion", region, keyId, pendingWindowInDays: 7 },
];

describe("parseChange", () => {
  test.each(changes)("reads $type as it was written, and leaves behind what does not belong to it", (change) => {
    const written = { ...change, account: "444455556666", note: "x" };
    expect(parseChange(JSON.stringify(written))).toEqual(change);
  });

  test.each([
    ["no JSON", "{"],
    ["nothing", "null"],
    ["a list", "[1]"],
    ["no type", { region, aliasName, keyId }],
    ["a type of another world", { type: "constructor", region, aliasName, keyId }],
    ["a Region that is none", { type: "deleteAlias", region: "moon-1", aliasName }],
    ["a name without its prefix", { type: "deleteAlias", region, aliasName: "app" }],
    ["a prefix without a name", { type: "deleteAlias", region, aliasName: "alias/" }],
    ["a name with markup", { type: "deleteAlias", region, aliasName: "alias/<b>" }],
    ["a name that is too long", { type: "deleteAlias", region, aliasName: `alias/${"x".repeat(251)}` }],
    [
      "a key of another account",
      { type: "disableKey", region, keyId: `arn:aws:kms:${region}:444455556666:key/${keyId}` },
    ],
    ["an alias for a key", { type: "disableKey", region, keyId: aliasName }],
    ["an alias that is swapped with itself", { type: "swap", region, aliasName, otherName: aliasName }],
    ["a waiting period that is none", { type: "scheduleDeletion", region, keyId, pendingWindowInDays: 6.5 }],
    ["a waiting period as text", { type: "scheduleDeletion", region, keyId, pendingWindowInDays: "7" }],
  ])("takes nothing from %s", (_what, value) => {
    expect(parseChange(typeof value === "string" ? value : JSON.stringify(value))).toBeUndefined();
  });

  test("never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify({ ...changes[0], keyId: value })),
        ),
        (text) => {
          const change = parseChange(text);
          expect(change === undefined || changes.some(({ type }) => type === change.type)).toBe(true);
        },
      ),
    );
  });
});
