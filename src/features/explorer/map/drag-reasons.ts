// Exports which keys of the map an alias that is being dragged can be dropped on, and in words why not on the others.

import { shortKeyId } from "#features/explorer/model/outline.ts";
import type { AliasMap, AliasNode, KeyNode } from "#features/explorer/types.ts";
import { findKey, quotas, stateRefusal, type World } from "#kms/index.ts";
import { retargetCandidates } from "#store/key-candidates.ts";

/** Key node id -> the reason; undefined where the engine would accept UpdateAlias. */
export function dragReasons(
  world: World,
  map: AliasMap,
  { alias }: AliasNode,
): ReadonlyMap<string, string | undefined> {
  const current = alias.targetKeyId === undefined ? undefined : findKey(world, alias, alias.targetKeyId);
  const byKeyId = new Map<string, string | undefined>();
  for (const { key, reason } of retargetCandidates(world, alias, current)) byKeyId.set(key.keyId, reason);
  const reasons = new Map<string, string | undefined>();
  for (const { keys } of map.lanes)
    for (const { id, key } of keys) {
      // An alias and its key are in the same account and Region, so these keys are no candidates at all.
      if (key.account !== alias.account) reasons.set(id, "Other account");
      else if (key.region !== alias.region) reasons.set(id, "Other Region");
      else reasons.set(id, byKeyId.has(key.keyId) ? byKeyId.get(key.keyId) : "The key has been deleted");
    }
  return reasons;
}

/** Why no key at all can be given to this alias by UpdateAlias; undefined where one could be. */
export function fixedReason({ alias }: AliasNode, isReserved: boolean): string | undefined {
  if (isReserved) return "Aliases that begin with aws/ belong to AWS and cannot be changed";
  return alias.targetKeyId === undefined ? "No key stands behind this alias" : undefined;
}

/** Why a key can take no further alias, as a sentence; undefined where it can. */
export function newAliasRefusal({ key, aliases }: KeyNode): string | undefined {
  const full = aliases.length >= quotas.aliasesPerKey ? `${quotas.aliasesPerKey} aliases reached` : undefined;
  const reason = stateRefusal("CreateAlias", key) ? "Pending deletion" : full;
  return reason && `Key ${shortKeyId(key.keyId)} cannot take another alias: ${reason}.`;
}
