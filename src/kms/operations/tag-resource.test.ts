// TagResource, UntagResource and ListResourceTags.
import { describe, expect, test } from "vitest";
import { createKey } from "#testing/builders.ts";
import { refusal } from "#testing/refusal.ts";
import { createTestEngine } from "#testing/test-engine.ts";

async function setUp() {
  const call = createTestEngine().as();
  const { keyId: KeyId } = await createKey(call);
  const tags = async () => (await call("ListResourceTags", { KeyId })).Tags;
  return { call, KeyId, tags };
}

describe("TagResource, UntagResource and ListResourceTags", () => {
  test("set, replace and remove tags; removing an absent one is silent", async () => {
    const { call, KeyId, tags } = await setUp();

    await call("TagResource", {
      KeyId,
      Tags: [
        { TagKey: "b", TagValue: "1" },
        { TagKey: "a", TagValue: "" },
      ],
    });
    await call("TagResource", { KeyId, Tags: [{ TagKey: "b", TagValue: "2" }] });
    expect(await tags()).toEqual([
      { TagKey: "a", TagValue: "" },
      { TagKey: "b", TagValue: "2" },
    ]);

    await call("UntagResource", { KeyId, TagKeys: ["b", "never there"] });
    expect(await tags()).toEqual([{ TagKey: "a", TagValue: "" }]);
  });

  test("keep apart the tags of keys and tag keys with slashes", async () => {
    const { call, KeyId, tags } = await setUp();
    const other = await createKey(call);
    await call("TagResource", { KeyId, Tags: [{ TagKey: "a/b", TagValue: "1" }] });
    await call("TagResource", { KeyId: other.keyId, Tags: [{ TagKey: "a", TagValue: "2" }] });

    expect(await tags()).toEqual([{ TagKey: "a/b", TagValue: "1" }]);
  });

  test("hold 50 tags a key, counting those it has", async () => {
    const { call, KeyId } = await setUp();
    const Tags = Array.from({ length: 50 }, (_, i) => ({ TagKey: `k${i}`, TagValue: "" }));
    await call("TagResource", { KeyId, Tags });

    expect(await refusal(call("TagResource", { KeyId, Tags: [{ TagKey: "one more", TagValue: "" }] }))).toEqual({
      code: "TagException",
      message: "Too many tags",
    });
    expect(await call("TagResource", { KeyId, Tags: [{ TagKey: "k0", TagValue: "replaced" }] })).toBeUndefined();
  });

  test("page through the tags", async () => {
    const { call, KeyId } = await setUp();
    const Tags = ["a", "b", "c"].map((TagKey) => ({ TagKey, TagValue: "" }));
    await call("TagResource", { KeyId, Tags });

    const first = await call("ListResourceTags", { KeyId, Limit: 2 });
    const second = await call("ListResourceTags", { KeyId, Limit: 2, Marker: first.NextMarker ?? "" });

    expect([first.Truncated, second.Truncated]).toEqual([true, false]);
    expect([...(first.Tags ?? []), ...(second.Tags ?? [])]).toEqual(Tags);
  });

  test("leave AWS managed keys alone", async () => {
    const { call } = await setUp();
    const { KeyMetadata } = await call("DescribeKey", { KeyId: "alias/aws/s3" });
    const request = { KeyId: KeyMetadata?.KeyId ?? "", Tags: [{ TagKey: "a", TagValue: "" }] };

    expect((await refusal(call("TagResource", request))).code).toBe("AccessDeniedException");
  });

  test("keep sight of a tag key that begins with the last character there is", async () => {
    const sandbox = createTestEngine();
    const call = sandbox.as();
    const { keyId: KeyId } = await createKey(call);
    await call("TagResource", { KeyId, Tags: [{ TagKey: "\uffff", TagValue: "last" }] });

    expect((await call("ListResourceTags", { KeyId })).Tags).toEqual([{ TagKey: "\uffff", TagValue: "last" }]);
    await call("ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 });
    await sandbox.engine.changeSandbox({ type: "MoveClock", offsetMs: 7 * 24 * 60 * 60 * 1000 });
    expect(sandbox.world().tables.tags.size).toBe(0);
  });
});
