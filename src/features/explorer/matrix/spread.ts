// Exports how a name stands over several Regions: where it is missing, and where its keys differ in spec or usage. It is read
// from the World and not from the map, because the map leaves out what a filter hides.
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
  /** The whole in a few words. */
  readonly text: string;
}

export function spreadOf(world: World, account: string, regions: readonly string[], aliasName: string): Spread {
  const types = new Map<string, string>();
  const having = new Set<string>();
  for (const region of regions) {
    const alias = findAlias(world, { account, region }, aliasName);
    if (!alias) continue;
    having.add(region);
    const key = alias.targetKeyId === undefined ? undefined : findKey(world, alias, alias.targetKeyId);
    if (key) types.set(region, typeText(key));
  }
  const marks = marksOf(types);
  const missing = regions.length - having.size;
  const parts = [
    ...(missing > 0 ? [`Missing in ${missing} of ${regions.length}`] : []),
    ...(marks.size > 0 ? ["Types differ"] : []),
  ];
  return { regions: having, types, marks, text: parts.length > 0 ? parts.join(", ") : "Same type in all" };
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
