// Exports whether a retarget can still be taken back: what somebody else has done to the alias since is not to be undone.
import { type AliasRecord, displayAlias, findAlias, type World } from "#kms/index.ts";
import type { FlashText } from "#store/flashes.ts";

/**
 * Why Undo is refused; undefined while the alias points where the retarget put it.
 * @param keyId the key that the retarget pointed the alias to
 */
export function undoRefusal(world: World, alias: AliasRecord, keyId: string): FlashText | undefined {
  const named: FlashText = ["Alias ", { strong: displayAlias(alias.aliasName) }, " in ", alias.region];
  const present = findAlias(world, alias, alias.aliasName);
  if (!present) return [...named, " has been deleted in the meantime."];
  if (present.targetKeyId === keyId) return undefined;
  return [
    ...named,
    " has been retargeted again in the meantime and points to key ",
    { strong: present.targetKeyId ?? "-" },
    ".",
  ];
}
