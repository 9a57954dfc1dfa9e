// Exports dragVerdicts: which keys of the map an alias that is being dragged can be dropped on, and in words why not on the others.

import type { AliasNode, KeyNode } from "#features/explorer/types.ts";
import { findKey, type World } from "#kms/index.ts";
import { retargetReason } from "#store/key-candidates.ts";
import { retargetCaution } from "#store/retarget-caution.ts";

export type DragVerdict =
  /** The engine would accept UpdateAlias; `caution` tells what an application would notice all the same. */
  | { readonly type: "possible"; readonly caution: string | undefined }
  | { readonly type: "refused"; readonly reason: string };

/** By the id of the key's node. Only keys that are drawn are asked about: the Region may have thousands more. */
export function dragVerdicts(
  world: World,
  keys: readonly KeyNode[],
  { alias }: AliasNode,
): ReadonlyMap<string, DragVerdict> {
  const current = alias.targetKeyId === undefined ? undefined : findKey(world, alias, alias.targetKeyId);
  return new Map(keys.map(({ id, key }) => [id, verdictOn(key)]));

  function verdictOn(drawn: KeyNode["key"]): DragVerdict {
    // An alias and its key are in the same account and Region.
    if (drawn.account !== alias.account) return { type: "refused", reason: "Other account" };
    if (drawn.region !== alias.region) return { type: "refused", reason: "Other Region" };
    const key = findKey(world, drawn, drawn.keyId);
    if (!key) return { type: "refused", reason: "The key has been deleted" };
    const reason = retargetReason(world, alias, current, key);
    return reason === undefined
      ? { type: "possible", caution: retargetCaution(current, key) }
      : { type: "refused", reason };
  }
}
