// ListResourceTags: the tags of a key, by tag key.
import type { ListResourceTagsOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { pageOf, pageSize } from "#kms/model/paging.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { endOf, recordId } from "#kms/state/id.ts";
import type { TagRecord } from "#kms/state/records.ts";

export const listResourceTags: Operation<"ListResourceTags"> = {
  access: "read",
  resolve({ KeyId, Limit, Marker }, { caller, world }) {
    const { key, arn } = resolveKey(world, caller, "ListResourceTags", KeyId);
    return {
      requires: [{ action: "ListResourceTags", on: { key } }],
      run(): ListResourceTagsOutput {
        const prefix = `${recordId(key, key.keyId)}/`;
        const request = { list: `ListResourceTags ${arn}`, limit: pageSize(Limit, 50, 50), marker: Marker };
        const page = pageOf<TagRecord>(request, (from, visit) =>
          world.tables.tags.scan(prefix + from, endOf(prefix), (tag) => visit(tag, tag.tagKey)),
        );
        const Tags = page.entries.map(({ tagKey, tagValue }) => ({ TagKey: tagKey, TagValue: tagValue }));
        const answer = { Tags, Truncated: page.nextMarker !== undefined };
        return page.nextMarker === undefined ? answer : { ...answer, NextMarker: page.nextMarker };
      },
    };
  },
};
