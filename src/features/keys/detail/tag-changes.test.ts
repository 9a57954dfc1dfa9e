// What saving the tag editor calls.
import { expect, test } from "vitest";
import { tagChanges, withoutTags } from "./tag-changes.ts";

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

test("sends nothing for rows that were not touched, whatever became of their tags elsewhere", () => {
  const opened = [tag("team", "a"), tag("stage", "test")];
  const edited = [
    { key: "team", value: "a", existing: true },
    { key: "stage", value: "live", existing: true },
  ];
  expect(tagChanges(opened, edited)).toEqual({ removed: [], set: [{ TagKey: "stage", TagValue: "live" }] });
});

test("leaves a tag alone that was added elsewhere while the editor was open", () => {
  expect(tagChanges([], [{ key: "", value: "", existing: false }])).toEqual({ removed: [], set: [] });
});

test("does only what is left when the tags were removed and could then not be set", () => {
  const opened = [tag("old", "1"), tag("keep", "1")];
  const edited = [
    { key: "old", value: "1", existing: true, markedForRemoval: true },
    { key: "keep", value: "1", existing: true },
    { key: "new", value: "1", existing: false },
  ];
  const { removed } = tagChanges(opened, edited);
  expect(tagChanges(withoutTags(opened, removed), edited)).toEqual({
    removed: [],
    set: [{ TagKey: "new", TagValue: "1" }],
  });
});

test("sets a tag again whose removal was done and then taken back in the editor", () => {
  const left = withoutTags([tag("old", "1")], ["old"]);
  expect(tagChanges(left, [{ key: "old", value: "1", existing: true }])).toEqual({
    removed: [],
    set: [{ TagKey: "old", TagValue: "1" }],
  });
});

test("overwrites a tag that was removed and added again under the same key", () => {
  const edited = [
    { key: "team", value: "a", existing: true, markedForRemoval: true },
    { key: "team", value: "b", existing: false },
  ];
  expect(tagChanges([tag("team", "a")], edited)).toEqual({ removed: [], set: [{ TagKey: "team", TagValue: "b" }] });
});
