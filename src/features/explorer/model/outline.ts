// Exports the map in words: a sentence for each thing on it, which screen readers are given, and the whole as a text.

import type { AliasMap, AliasNode, KeyNode, LogicalAlias } from "#features/explorer/types.ts";
import { displayAlias, isReservedAlias, type KeyRecord, keySpecFacts } from "#kms/index.ts";
import { lowerFirst } from "#lib/lower-first.ts";
import { statusText, usageText } from "#store/key-texts.ts";
import { isGap } from "./alias-map.ts";

/** "alias finance-key, us-west-2, points to key 1234..., symmetric, enabled" */
export function aliasSentence({ alias, key }: AliasNode): string {
  const name = `alias ${displayAlias(alias.aliasName)}`;
  const owner = isReservedAlias(alias.aliasName) ? ", of AWS" : "";
  const target = key
    ? `points to key ${shortKeyId(key.keyId)}, ${typeOf(key)}, ${stateOf(key)}`
    : alias.targetKeyId === undefined
      ? "no key"
      : `points to key ${shortKeyId(alias.targetKeyId)}, which is not there`;
  return `${name}${owner}, ${alias.region}, ${target}`;
}

/** "key 1234..., us-west-2, ECC_NIST_P256, sign and verify, enabled, 2 aliases" */
export function keySentence({ key, aliases }: KeyNode): string {
  const name = key.keyManager === "AWS" ? "AWS managed key" : "key";
  const facts = [
    key.region,
    key.keySpec,
    lowerFirst(usageText(key.keyUsage)),
    stateOf(key),
    aliasCount(aliases.length),
  ];
  return `${name} ${shortKeyId(key.keyId)}, ${facts.join(", ")}`;
}

/** "alias new-app, in 3 Regions, missing in 1 of 4" */
export function nameSentence({ aliasName, byRegion, difference }: LogicalAlias): string {
  const regions = byRegion.size === 1 ? "1 Region" : `${byRegion.size} Regions`;
  return `alias ${displayAlias(aliasName)}, in ${regions}${difference === undefined ? "" : `, ${lowerFirst(difference)}`}`;
}

export function gapSentence(aliasName: string, region: string): string {
  return `${region} has no alias ${displayAlias(aliasName)}`;
}

/** Made once: hundreds of groups are counted at a time, and each call of toLocaleString makes its own. */
const counts = new Intl.NumberFormat("en-US");

export function aliasCount(count: number): string {
  if (count === 0) return "no alias";
  return count === 1 ? "1 alias" : `${counts.format(count)} aliases`;
}

export function keyCount(count: number): string {
  return count === 1 ? "1 key" : `${counts.format(count)} keys`;
}

/** A key ID as far as it tells keys apart at a glance: its first block, or the first digits behind `mrk-`. */
export function shortKeyId(keyId: string): string {
  return keyId.startsWith("mrk-") ? `${keyId.slice(0, 12)}...` : `${keyId.slice(0, 8)}...`;
}

export interface OutlineSection {
  readonly region: string;
  readonly aliases: readonly string[];
  /** Names that other Regions have and this one lacks. */
  readonly gaps: readonly string[];
  /** Keys that no alias points to: the others are named by their aliases. */
  readonly lonelyKeys: readonly string[];
  /** What had to be left out. */
  readonly omitted: number;
}

/** The whole map as text, `limit` lines of each Region at most. */
export function outlineOf({ lanes, names }: AliasMap, limit = Number.POSITIVE_INFINITY): readonly OutlineSection[] {
  const shared = lanes.length > 1 ? names.filter(isShared) : [];
  return lanes.map(({ region, aliases, keys }) => {
    const lonely = keys.filter((node) => node.aliases.length === 0);
    const missing = shared.filter((name) => isGap(name, region));
    const beforeGaps = Math.max(0, limit - aliases.length);
    const beforeKeys = Math.max(0, beforeGaps - missing.length);
    return {
      region,
      aliases: aliases.slice(0, limit).map(aliasSentence),
      gaps: missing.slice(0, beforeGaps).map(({ aliasName }) => gapSentence(aliasName, region)),
      lonelyKeys: lonely.slice(0, beforeKeys).map(keySentence),
      omitted: Math.max(0, aliases.length + missing.length + lonely.length - limit),
    };
  });
}

/** How the names stand that several Regions have, `limit` of them at most. */
export function sharedNames({ lanes, names }: AliasMap, limit: number): readonly string[] {
  return lanes.length > 1 ? names.filter(isShared).slice(0, limit).map(nameSentence) : [];
}

/** One's own name that several Regions have: those of AWS are wherever AWS has put them. */
export function isShared({ aliasName, byRegion }: LogicalAlias): boolean {
  return byRegion.size > 1 && !isReservedAlias(aliasName);
}

const typeOf = ({ keySpec }: KeyRecord): string => keySpecFacts(keySpec).type;
const stateOf = (key: KeyRecord): string => lowerFirst(statusText(key));
