// Exports the keys of a Region as candidates for an alias: those that it can point to first, the others with the reason why
// not, in a few of AWS's own words.

import {
  type AliasRecord,
  displayAlias,
  isReservedAlias,
  type KeyRecord,
  keySpecFacts,
  type Place,
  quotas,
  retargetRefusal,
  stateRefusal,
  type World,
} from "#kms/index.ts";
import { usageText } from "#store/key-texts.ts";
import { recordsOf } from "./alias-rows.ts";

export interface KeyCandidate {
  readonly key: KeyRecord;
  /** As shown, without `alias/`. */
  readonly aliases: readonly string[];
  /** Why the alias cannot point to it; undefined where it can. */
  readonly reason: string | undefined;
}

/** The keys that CreateAlias may be given. */
export function creationCandidates(world: World, place: Place): readonly KeyCandidate[] {
  return candidates(world, place, (key, customerAliases) => {
    if (key.keyManager === "AWS") return "AWS managed key";
    if (stateRefusal("CreateAlias", key)) return "Pending deletion";
    return customerAliases >= quotas.aliasesPerKey ? fullKey : undefined;
  });
}

/** The keys that UpdateAlias may be given for this alias. The engine's own rule decides; this only words it. */
export function retargetCandidates(
  world: World,
  alias: AliasRecord,
  current: KeyRecord | undefined,
): readonly KeyCandidate[] {
  return candidates(world, alias, (key) => {
    if (key.keyId === current?.keyId) return "Current target";
    const refusal = retargetRefusal(world, alias, current, key);
    return refusal && retargetReason(current, key, refusal.code);
  });
}

const fullKey = `${quotas.aliasesPerKey} aliases reached`;

function retargetReason(current: KeyRecord | undefined, key: KeyRecord, code: string): string {
  if (key.keyManager === "AWS") return "AWS managed key";
  const { type } = keySpecFacts(key.keySpec);
  if (current && keySpecFacts(current.keySpec).type !== type) return `Other key type: ${type}`;
  if (current && current.keyUsage !== key.keyUsage) return `Other key usage: ${usageText(key.keyUsage)}`;
  if (stateRefusal("UpdateAlias", key)) return "Pending deletion";
  return code === "LimitExceededException" ? fullKey : code;
}

function candidates(
  world: World,
  place: Place,
  reasonOf: (key: KeyRecord, customerAliases: number) => string | undefined,
): readonly KeyCandidate[] {
  const byKey = new Map<string, AliasRecord[]>();
  for (const alias of recordsOf(world.tables.aliases, place)) {
    if (alias.targetKeyId === undefined) continue;
    const known = byKey.get(alias.targetKeyId);
    if (known) known.push(alias);
    else byKey.set(alias.targetKeyId, [alias]);
  }
  const all = recordsOf(world.tables.keys, place).map((key): KeyCandidate => {
    const aliases = byKey.get(key.keyId) ?? [];
    const own = aliases.filter(({ aliasName }) => !isReservedAlias(aliasName));
    return { key, aliases: aliases.map(({ aliasName }) => displayAlias(aliasName)), reason: reasonOf(key, own.length) };
  });
  return all.sort(byUseThenName);
}

/** Usable keys first, AWS's last, then by first alias; keys without an alias stand behind those with one. */
function byUseThenName(a: KeyCandidate, b: KeyCandidate): number {
  const rank = ({ key, aliases, reason }: KeyCandidate): string =>
    `${reason === undefined ? 0 : 1}${key.keyManager === "AWS" ? 1 : 0}${aliases.length > 0 ? 0 : 1}${aliases[0] ?? ""}`;
  const [left, right] = [rank(a), rank(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
