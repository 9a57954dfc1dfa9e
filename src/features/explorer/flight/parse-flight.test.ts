// What links may ask a flight to be, and what they may not.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFlight } from "./parse-flight.ts";

const enabled = ["us-west-2", "us-east-1", "eu-central-1"];
const json = (members: object): string => JSON.stringify({ aliasName: "alias/new-app", ...members });

describe("parseFlight", () => {
  test("takes an alias alone, with or without its prefix", () => {
    const wish = { aliasName: "alias/new-app", operation: undefined, regions: undefined };
    expect(parseFlight("alias/new-app", enabled)).toEqual(wish);
    expect(parseFlight("new-app", enabled)).toEqual(wish);
  });

  test("takes an operation and Regions, each once and in their order", () => {
    const regions = ["us-east-1", "us-west-2", "us-east-1"];
    expect(parseFlight(json({ operation: "Sign", regions }), enabled)).toEqual({
      aliasName: "alias/new-app",
      operation: "Sign",
      regions: ["us-east-1", "us-west-2"],
    });
  });

  test.each([
    ["no alias", "{}"],
    ["an empty name", "alias/"],
    ["a name with characters that no alias has", "new app<script>"],
    ["a name that is too long", "a".repeat(300)],
    ["a name that is no text", json({ aliasName: 7 })],
    ["broken JSON", '{"aliasName":'],
    ["an operation that does not fly", json({ operation: "DeleteAlias" })],
    ["an operation by a name of every object", json({ operation: "constructor" })],
    ["Regions that are no list", json({ regions: "us-west-2" })],
    ["no Region at all", json({ regions: [] })],
    ["a Region that is not enabled", json({ regions: ["us-west-2", "af-south-1"] })],
    ["a Region that is no text", json({ regions: [["us-west-2"]] })],
    ["a text without end", json({ more: "x".repeat(10_000) })],
  ])("takes no link with %s", (_what, text) => {
    expect(parseFlight(text, enabled)).toBeUndefined();
  });

  test("gives of any text only names, operations and Regions that can be flown", () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.json(),
      fc.anything().map((members) => JSON.stringify({ ...Object(members) })),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const wish = parseFlight(text, enabled);
        if (!wish) return;
        expect(wish.aliasName).toMatch(/^alias\/[a-zA-Z0-9/_-]{1,250}$/);
        expect(wish.regions?.every((region) => enabled.includes(region)) ?? true).toBe(true);
      }),
    );
  });
});
