// What saving the tag editor calls.
import { expect, test } from "vitest";
import { tagChanges } from "./tag-changes.ts";

const tag = (tagKey: string, tagValue: string) => ({
  account: "111122223333",
  region: "us-west-2",
  keyId: "1234abcd",
  tagKey,
  tagValue,
});

test("removes what was marked, sets what is new or other, and leaves the rest", () => {
  const current = [tag("keep", "1"), tag("change", "1"), tag("remove", "1")];
  const edited = [
    { key: "keep", value: "1", existing: true },
    { key: "change", value: "2", existing: true },
    { key: "remove", value: "1", existing: true, markedForRemoval: true },
    { key: "new", value: "", existing: false },
    { key: "", value: "", existing: false },
  ];
  expect(tagChanges(current, edited)).toEqual({
    removed: ["remove"],
    set: [
      { TagKey: "change", TagValue: "2" },
      { TagKey: "new", TagValue: "" },
    ],
  });
});

test("leaves a tag alone that was added elsewhere while the editor was open", () => {
  expect(tagChanges([tag("elsewhere", "1")], [])).toEqual({ removed: [], set: [] });
});

test("overwrites a tag that was removed and added again under the same key", () => {
  const edited = [
    { key: "team", value: "a", existing: true, markedForRemoval: true },
    { key: "team", value: "b", existing: false },
  ];
  expect(tagChanges([tag("team", "a")], edited)).toEqual({ removed: [], set: [{ TagKey: "team", TagValue: "b" }] });
});
