// Exports the aliases that an alias can swap keys with. The engine's own rule decides, for both of the calls.
import { type AliasRecord, displayAlias, findKey, isReservedAlias, retargetRefusal, type World } from "#kms/index.ts";
import { retargetCandidates } from "#store/key-candidates.ts";
import { scanPlace } from "#store/scan-place.ts";

export interface SwapCandidate {
  readonly alias: AliasRecord;
  /** As the console shows it. */
  readonly name: string;
  /** Why the two cannot swap; undefined where they can. */
  readonly reason: string | undefined;
}

/** The customer's other aliases of the Region, those that can be chosen first. */
export function swapCandidates(world: World, alias: AliasRecord): readonly SwapCandidate[] {
  const own = alias.targetKeyId === undefined ? undefined : findKey(world, alias, alias.targetKeyId);
  const reasons = new Map(retargetCandidates(world, alias, own).map(({ key, reason }) => [key.keyId, reason]));
  const possible: SwapCandidate[] = [];
  const refused: SwapCandidate[] = [];
  scanPlace(world.tables.aliases, alias, (other) => {
    if (isReservedAlias(other.aliasName) || other.aliasName === alias.aliasName) return;
    const name = displayAlias(other.aliasName);
    const target = other.targetKeyId === undefined ? undefined : findKey(world, other, other.targetKeyId);
    const reason = reasonOf();
    (reason === undefined ? possible : refused).push({ alias: other, name, reason });

    function reasonOf(): string | undefined {
      if (!own || !target) return "It has no key";
      if (own.keyId === target.keyId) return "Both have the same key";
      return reasons.get(target.keyId) ?? retargetRefusal(world, other, target, own)?.code;
    }
  });
  return [...possible, ...refused];
}
