// Exports why something on the map, in the matrix and on the bench cannot be changed, worded once for all of them.
import { isReservedAlias, type KeyRecord, type World } from "#kms/index.ts";
import { creationReason } from "#store/key-candidates.ts";
import { shortKeyId } from "./model/outline.ts";
import type { AliasNode } from "./types.ts";

export const pastReason = "You are looking at the past. Go back to now to change something.";
export const awsAliasReason = "Aliases that begin with aws/ belong to AWS and cannot be changed.";
export const noKeyReason = "No key stands behind this alias.";

/** Why an alias can be given no key at all; undefined where one could be. */
export function fixedReason({ alias }: AliasNode): string | undefined {
  if (isReservedAlias(alias.aliasName)) return awsAliasReason;
  return alias.targetKeyId === undefined ? noKeyReason : undefined;
}

/** Why a key can take no further alias, as a sentence of its own; undefined where it can. */
export function newAliasRefusal(world: World, key: KeyRecord): string | undefined {
  const reason = creationReason(world, key);
  return reason && `Key ${shortKeyId(key.keyId)} cannot take another alias: ${reason}.`;
}
