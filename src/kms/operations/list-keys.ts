// ListKeys: every key of the account and Region, AWS managed ones included, in key-ID order.
import type { ListKeysOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { keyArn } from "#kms/model/arn.ts";
import { pageOf, pageSize } from "#kms/model/paging.ts";
import { endOf, placePrefix } from "#kms/state/id.ts";
import type { KeyRecord } from "#kms/state/records.ts";

export const listKeys: Operation<"ListKeys"> = {
  access: "read",
  resolve({ Limit, Marker }, { caller, world }) {
    return {
      requires: [{ action: "ListKeys", on: "any" }],
      run(): ListKeysOutput {
        const prefix = placePrefix(caller);
        const request = { list: `ListKeys ${prefix}`, limit: pageSize(Limit, 100, 1000), marker: Marker };
        const page = pageOf<KeyRecord>(request, (from, visit) =>
          world.tables.keys.scan(prefix + from, endOf(prefix), (key) => visit(key, key.keyId)),
        );
        const Keys = page.entries.map((key) => ({ KeyId: key.keyId, KeyArn: keyArn(key) }));
        const answer = { Keys, Truncated: page.nextMarker !== undefined };
        return page.nextMarker === undefined ? answer : { ...answer, NextMarker: page.nextMarker };
      },
    };
  },
};
