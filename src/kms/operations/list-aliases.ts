// ListAliases: the aliases of this account and Region by name, predefined ones without a key included.
import type { AliasListEntry, ListAliasesOutput } from "#kms/contract/types.gen.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { findAlias } from "#kms/model/alias.ts";
import { aliasArn } from "#kms/model/arn.ts";
import { epochSeconds } from "#kms/model/key.ts";
import { pageOf, pageSize } from "#kms/model/paging.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { endOf, placePrefix, recordId } from "#kms/state/id.ts";
import type { AliasRecord } from "#kms/state/records.ts";

export const listAliases: Operation<"ListAliases"> = {
  access: "read",
  resolve({ KeyId, Limit, Marker }, { caller, world }) {
    const key = KeyId === undefined ? undefined : resolveKey(world, caller, "ListAliases", KeyId).key;
    return {
      requires: [{ action: "ListAliases", on: "any" }],
      run(): ListAliasesOutput {
        const list = `ListAliases ${placePrefix(caller)}${key?.keyId ?? ""}`;
        const prefix = key ? `${recordId(key, key.keyId)}/` : placePrefix(caller);
        // Simulated: a Limit of 101 to 1000 passes the contract; what AWS then does is not recorded, 100 is the documented most.
        const page = pageOf<AliasRecord>({ list, limit: pageSize(Limit, 50, 100), marker: Marker }, (from, visit) => {
          if (!key)
            return world.tables.aliases.scan(prefix + from, endOf(prefix), (alias) => visit(alias, alias.aliasName));
          return world.indexes.aliasesByKey.scan(prefix + from, endOf(prefix), (name) => {
            const alias = findAlias(world, key, name);
            return alias === undefined || visit(alias, name);
          });
        });
        const answer = { Aliases: page.entries.map(aliasListEntry), Truncated: page.nextMarker !== undefined };
        return page.nextMarker === undefined ? answer : { ...answer, NextMarker: page.nextMarker };
      },
    };
  },
};

function aliasListEntry(alias: AliasRecord): AliasListEntry {
  return {
    AliasName: alias.aliasName,
    AliasArn: aliasArn(alias),
    ...(alias.targetKeyId === undefined ? {} : { TargetKeyId: alias.targetKeyId }),
    ...(alias.creationDate === undefined ? {} : { CreationDate: epochSeconds(alias.creationDate) }),
    ...(alias.lastUpdatedDate === undefined ? {} : { LastUpdatedDate: epochSeconds(alias.lastUpdatedDate) }),
  };
}
