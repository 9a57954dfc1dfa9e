// Exports how an alias is brought back to the key that it had: the change that does it, or why none can.

import { awsAliasReason } from "#features/explorer/reasons.ts";
import type { Change } from "#features/explorer/types.ts";
import { creationRefusal, findAlias, findKey, isReservedAlias, retargetRefusal, type World } from "#kms/index.ts";
import type { EdgeChange } from "./compare.ts";

export type Restoration = { readonly change: Change } | { readonly reason: string };

/** What would restore the target that an alias had. The engine's own rules decide, on the World of today. */
export function restorationOf(now: World, account: string, edge: EdgeChange): Restoration {
  const { region, aliasName } = edge;
  const place = { account, region };
  if (edge.type === "added") return { reason: "It had no target then." };
  if (isReservedAlias(aliasName)) return { reason: awsAliasReason };
  const key = findKey(now, place, edge.was);
  if (!key) return { reason: `Key ${edge.was} has been deleted since.` };
  const alias = findAlias(now, place, aliasName);
  const current = alias?.targetKeyId === undefined ? undefined : findKey(now, place, alias.targetKeyId);
  const refusal = alias ? retargetRefusal(now, alias, current, key) : creationRefusal(now, key);
  if (refusal) return { reason: refusal.message || refusal.code };
  return { change: { type: alias ? "retarget" : "createAlias", region, aliasName, keyId: key.keyId } };
}
