// Exports the keys of a Region as candidates for an alias: those that it can point to first, the others with the reason why
// not, in a few of AWS's own words.

import {
  type AliasRecord,
  creationRefusal,
  displayAlias,
  type KeyRecord,
  keySpecFacts,
  type Place,
  quotas,
  retargetRefusal,
  stateRefusal,
  type World,
} from "#kms/index.ts";
import { statusText, usageText } from "./key-texts.ts";
import { retargetCaution } from "./retarget-caution.ts";
import { scanPlace } from "./scan-place.ts";

export interface KeyCandidate {
  readonly key: KeyRecord;
  /** Full names. */
  readonly aliases: readonly string[];
  /** Why the alias cannot point to it; undefined where it can. */
  readonly reason: string | undefined;
  /** What an application would notice although the alias can point to it; undefined where nothing is. */
  readonly caution: string | undefined;
}

/** The keys that CreateAlias may be given. The engine's own rule decides; this only words it. */
export function creationCandidates(world: World, place: Place): readonly KeyCandidate[] {
  return candidates(world, place, (key) => creationReason(world, key), noCaution);
}

/** Why CreateAlias would refuse this key, or the console does not offer it; undefined where neither is so. */
export function creationReason(world: World, key: KeyRecord): string | undefined {
  if (key.keyManager === "AWS") return "AWS managed key";
  const refusal = creationRefusal(world, key);
  if (!refusal) return undefined;
  return refusal.code === "LimitExceededException" ? fullKey : statusText(key);
}

/** The keys that UpdateAlias may be given for this alias. The engine's own rule decides; this only words it. */
export function retargetCandidates(
  world: World,
  alias: AliasRecord,
  current: KeyRecord | undefined,
): readonly KeyCandidate[] {
  return candidates(
    world,
    alias,
    (key) => retargetReason(world, alias, current, key),
    (key) => retargetCaution(current, key),
  );
}

/** Why UpdateAlias would refuse to give this key to this alias; undefined where it would not. */
export function retargetReason(
  world: World,
  alias: AliasRecord,
  current: KeyRecord | undefined,
  key: KeyRecord,
): string | undefined {
  if (key.keyId === current?.keyId) return "Current target";
  const refusal = retargetRefusal(world, alias, current, key);
  return refusal && refusalWords(current, key, refusal.code);
}

const noCaution = (): undefined => undefined;
const fullKey = `${quotas.aliasesPerKey} aliases reached`;

function refusalWords(current: KeyRecord | undefined, key: KeyRecord, code: string): string {
  if (key.keyManager === "AWS") return "AWS managed key";
  const { type } = keySpecFacts(key.keySpec);
  if (current && keySpecFacts(current.keySpec).type !== type) return `Other key type: ${type}`;
  if (current && current.keyUsage !== key.keyUsage) return `Other key usage: ${usageText(key.keyUsage)}`;
  if (stateRefusal("UpdateAlias", key)) return statusText(key);
  return code === "LimitExceededException" ? fullKey : code;
}

function candidates(
  world: World,
  place: Place,
  reasonOf: (key: KeyRecord) => string | undefined,
  cautionOf: (key: KeyRecord) => string | undefined,
): readonly KeyCandidate[] {
  const byKey = new Map<string, string[]>();
  scanPlace(world.tables.aliases, place, ({ targetKeyId, aliasName }) => {
    if (targetKeyId === undefined) return;
    const known = byKey.get(targetKeyId);
    if (known) known.push(aliasName);
    else byKey.set(targetKeyId, [aliasName]);
  });
  const ranked: { readonly rank: string; readonly candidate: KeyCandidate }[] = [];
  scanPlace(world.tables.keys, place, (key) => {
    const aliases = byKey.get(key.keyId) ?? [];
    const reason = reasonOf(key);
    const candidate = { key, aliases, reason, caution: reason === undefined ? cautionOf(key) : undefined };
    ranked.push({ rank: rankOf(candidate), candidate });
  });
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  return ranked.map(({ candidate }) => candidate);
}

/** Usable keys first, AWS's last, then by first alias; keys without an alias stand behind those with one. */
function rankOf({ key, aliases, reason }: KeyCandidate): string {
  return `${reason === undefined ? 0 : 1}${key.keyManager === "AWS" ? 1 : 0}${aliases.length > 0 ? 0 : 1}${aliases[0] ?? ""}`;
}

/** Whether a candidate is among what is searched for, by alias, key ID or key spec. `search` is in lower case. */
export function matchesSearch({ key, aliases }: KeyCandidate, search: string): boolean {
  if (search === "") return true;
  if (key.keyId.includes(search) || key.keySpec.toLowerCase().includes(search)) return true;
  return aliases.some((aliasName) => aliasName.toLowerCase().includes(search));
}

/** A candidate as an option of a list to choose from; it tells why it cannot be chosen, or what is to be minded. */
export function candidateOption({ key, aliases: [first, ...more], reason, caution }: KeyCandidate) {
  const others = more.length > 0 ? ` (+${more.length} more)` : "";
  return {
    value: key.keyId,
    label: first === undefined ? "No alias" : `${displayAlias(first)}${others}`,
    labelTag: key.keySpec,
    description: key.keyId,
    tags: [usageText(key.keyUsage), statusText(key), ...remarksOf(reason, caution)],
    ...(caution === undefined ? {} : { iconName: "status-warning" as const }),
    ...(reason === undefined ? {} : { disabled: true, disabledReason: reason }),
  };
}

function remarksOf(reason: string | undefined, caution: string | undefined): readonly string[] {
  if (reason !== undefined) return [`Not possible: ${reason}`];
  return caution === undefined ? [] : [caution];
}
