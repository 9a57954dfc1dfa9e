// Exports how a name stands over several Regions: where it is missing, and where its keys differ in spec or usage. It is read
// from the World and not from the map, because the map leaves out what a filter hides.
import { differenceOf } from "#features/explorer/model/difference.ts";
import { findAlias, findKey, type KeyRecord, type World } from "#kms/index.ts";
import { usageText } from "#store/key-texts.ts";

export interface Spread {
  /** The Regions that have the name. */
  readonly regions: ReadonlySet<string>;
  /** Region -> the type of its key (`typeText`); not where no key stands behind the name. */
  readonly types: ReadonlyMap<string, string>;
  /**
   * Region -> how its key differs from those of the others; empty where all have one type. Where most have one type, only the
   * others are marked; where no type has most of them, all are.
   */
  readonly marks: ReadonlyMap<string, string>;
  /** As the map and the filter have it: difference.ts. */
  readonly differs: boolean;
  /** The whole in a few words. */
  readonly text: string;
}

export function spreadOf(world: World, account: string, regions: readonly string[], aliasName: string): Spread {
  const types = new Map<string, string>();
  const keys = new Map<string, { readonly key: KeyRecord | undefined }>();
  for (const region of regions) {
    const alias = findAlias(world, { account, region }, aliasName);
    if (!alias) continue;
    const key = alias.targetKeyId === undefined ? undefined : findKey(world, alias, alias.targetKeyId);
    keys.set(region, { key });
    if (key) types.set(region, typeText(key));
  }
  const having = new Set(keys.keys());
  const marks = marksOf(types);
  const difference = differenceOf(keys, regions.length);
  return { regions: having, types, marks, differs: difference !== undefined, text: difference ?? sameText() };

  function sameText(): string {
    const [only] = having;
    return having.size === 1 && regions.length > 1 ? `Only in ${only}` : "Same type in all";
  }
}

/** Spec and usage, as the matrix says them. */
export function typeText({ keySpec, keyUsage }: KeyRecord): string {
  return `${keySpec}, ${usageText(keyUsage)}`;
}

function marksOf(types: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const type of types.values()) counts.set(type, (counts.get(type) ?? 0) + 1);
  const marks = new Map<string, string>();
  if (counts.size < 2) return marks;
  const usual = [...counts].find(([, count]) => count * 2 > types.size)?.[0];
  for (const [region, type] of types)
    if (type !== usual) marks.set(region, usual === undefined ? "Differs between Regions" : `Most Regions: ${usual}`);
  return marks;
}
