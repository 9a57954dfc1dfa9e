// UpdatePrimaryRegion: makes a replica the primary key and the primary key a replica; nothing else of them changes.
// Source: API reference, "UpdatePrimaryRegion". Simulated: AWS shows both keys as Updating for a while; here they are
// changed at once, in one commit.
import { KmsError } from "#kms/contract/kms-error.ts";
import type { Operation } from "#kms/dispatch/operation.ts";
import { findKey } from "#kms/model/key.ts";
import { requireState } from "#kms/model/key-state.ts";
import { relatedKeys, requirePrimary } from "#kms/model/multi-region.ts";
import { resolveKey } from "#kms/model/resolve-key.ts";
import { recordId } from "#kms/state/id.ts";
import type { KeyRecord } from "#kms/state/records.ts";
import type { World } from "#kms/state/world.ts";

export const updatePrimaryRegion: Operation<"UpdatePrimaryRegion"> = {
  access: "write",
  resolve({ KeyId, PrimaryRegion }, { caller, world, draft }) {
    const { key } = resolveKey(world, caller, "UpdatePrimaryRegion", KeyId);
    const replica = findReplica(world, key, PrimaryRegion);
    return {
      requires: [
        // First, since the trail answers with the key that is named last.
        ...(replica ? [{ action: "UpdatePrimaryRegion", on: { key: replica }, logged: false } as const] : []),
        { action: "UpdatePrimaryRegion", on: { key } },
      ],
      run(): undefined {
        requirePrimary(key);
        requireState("UpdatePrimaryRegion", key);
        // Simulated: neither refusal is recorded.
        if (PrimaryRegion === key.region)
          throw new KmsError("ValidationException", `The primary key is already in the ${PrimaryRegion} Region.`);
        if (!replica)
          throw new KmsError("NotFoundException", `There is no replica key in the ${PrimaryRegion} Region.`);
        requireState("UpdatePrimaryRegion", replica);
        for (const related of relatedKeys(world, key))
          draft.put("keys", recordId(related, related.keyId), { ...related, primaryRegion: PrimaryRegion });
      },
    };
  },
};

function findReplica(world: World, key: KeyRecord, region: string): KeyRecord | undefined {
  return key.multiRegion && region !== key.region
    ? findKey(world, { account: key.account, region }, key.keyId)
    : undefined;
}
