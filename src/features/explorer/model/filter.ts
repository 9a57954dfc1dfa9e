// Exports filterInSlices: the part of a map that was asked for. A key's aliases keep their count; edges go with their alias.
import type { AliasMap, AliasNode, KeyNode, Lane, LogicalAlias } from "#features/explorer/types.ts";
import {
  displayAlias,
  isReservedAlias,
  type KeyRecord,
  type KeyType,
  keySpecFacts,
  recordId,
  type Table,
  type TagRecord,
} from "#kms/index.ts";
import { scanPlace } from "#store/scan-place.ts";
import { mapOfLanes } from "./alias-map.ts";
import { searchOf } from "./search.ts";
import { filtered, type Slices, sliceSize } from "./slices.ts";

/** An empty list asks for nothing in particular. */
export interface Criteria {
  /** Part of an alias name, with or without `alias/`, or of a key ID; or the ARN of an alias or a key. */
  readonly text: string;
  readonly regions: readonly string[];
  readonly types: readonly KeyType[];
  readonly usages: readonly KeyRecord["keyUsage"][];
  readonly states: readonly KeyRecord["keyState"][];
  /** "Team", or "Team=blue" as `tagsInUse` lists them: a key needs one of them. */
  readonly tags: readonly string[];
  readonly isOnlyDiffering: boolean;
  readonly isAwsHidden: boolean;
  /** The full name of the alias to be looked at alone: its keys, and the other aliases of these. */
  readonly focus: string | undefined;
}

export const noCriteria: Criteria = {
  text: "",
  regions: [],
  types: [],
  usages: [],
  states: [],
  tags: [],
  isOnlyDiffering: false,
  isAwsHidden: false,
  focus: undefined,
};

/** Pauses at each `yield`. `tagged`: the ids of the keys that have one of the tags asked for. */
export function* filterInSlices(map: AliasMap, criteria: Criteria, tagged: ReadonlySet<string>): Slices<AliasMap> {
  const { regions } = criteria;
  const ofRegions =
    regions.length === 0 ? map : yield* mapOfLanes(map.lanes.filter(({ region }) => regions.includes(region)));
  if (!asksForSomething(criteria)) return ofRegions;
  const differing = new Set<string>();
  if (criteria.isOnlyDiffering)
    for (const { aliasName, difference } of ofRegions.names) if (difference !== undefined) differing.add(aliasName);
  const lanes: Lane[] = [];
  for (const lane of ofRegions.lanes) lanes.push(yield* filterLane(lane, criteria, tagged, differing));
  const { region: only } = searchOf(criteria.text);
  return {
    lanes: only === undefined ? lanes : lanes.filter(({ region }) => region === only),
    names: yield* filterNames(ofRegions, lanes),
  };
}

/** Whether Regions differ is told of all that are looked at, whatever else was asked for. */
function* filterNames({ lanes: all, names }: AliasMap, lanes: readonly Lane[]): Slices<readonly LogicalAlias[]> {
  const [was, is] = [countOf(all), countOf(lanes)];
  if (was === is) return names;
  // The smaller part is noted: what is hidden, or what is shown.
  const isHiddenNoted = was - is < is;
  const noted = new Set<AliasNode>();
  for (const [lane, { aliases }] of all.entries()) {
    const shown = lanes[lane]?.aliases ?? [];
    if (!isHiddenNoted) for (const node of shown) noted.add(node);
    // Both are in the same order, so one walk finds what is missing.
    let next = 0;
    for (const node of isHiddenNoted ? aliases : []) {
      if (node === shown[next]) next += 1;
      else noted.add(node);
    }
    yield;
  }
  const left: LogicalAlias[] = [];
  let read = 0;
  for (const name of names) {
    read += 1;
    if (read % sliceSize === 0) yield;
    const byRegion = new Map<string, AliasNode>();
    const hiddenIn = new Set<string>();
    for (const [region, node] of name.byRegion) {
      if (noted.has(node) === isHiddenNoted) hiddenIn.add(region);
      else byRegion.set(region, node);
    }
    if (hiddenIn.size === 0) left.push(name);
    else if (byRegion.size > 0) left.push({ ...name, byRegion, hiddenIn });
  }
  return left;
}

const countOf = (lanes: readonly Lane[]): number => lanes.reduce((sum, { aliases }) => sum + aliases.length, 0);

/** Whether less than all of one's own is asked for. To hide what AWS manages is how the page opens, and no wish. */
export function isNarrowed(criteria: Criteria): boolean {
  return criteria.regions.length > 0 || asksForSomething({ ...criteria, isAwsHidden: false });
}

/** Apart from its Regions. */
function asksForSomething({ regions: _regions, ...rest }: Criteria): boolean {
  return Object.values(rest).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
}

function* filterLane(
  lane: Lane,
  criteria: Criteria,
  tagged: ReadonlySet<string>,
  differing: ReadonlySet<string>,
): Slices<Lane> {
  const { isAwsHidden, isOnlyDiffering, focus } = criteria;
  const search = searchOf(criteria.text);
  const focused = focus === undefined ? undefined : lane.aliases.find(({ alias }) => alias.aliasName === focus);
  const focusedKey = focused?.key;
  const isKeyWanted = keyTest(criteria);
  const hasKeyWishes = isKeyWanted !== undefined || criteria.tags.length > 0;
  const fits = (key: KeyRecord | undefined): boolean =>
    !hasKeyWishes ||
    (key !== undefined &&
      (isKeyWanted?.(key) ?? true) &&
      (criteria.tags.length === 0 || tagged.has(recordId(key, key.keyId))));

  const isAliasShown = (node: AliasNode): boolean => {
    const { aliasName } = node.alias;
    if (focus !== undefined && aliasName !== focus && (focusedKey === undefined || node.key !== focusedKey))
      return false;
    if (isAwsHidden && isReservedAlias(aliasName) && aliasName !== focus) return false;
    if (isOnlyDiffering && !differing.has(aliasName)) return false;
    if (!search.isAlias(node.alias)) return false;
    return fits(node.key);
  };
  const aliases = yield* filtered(lane.aliases, isAliasShown);
  // By the record itself: the ids of 100,000 targets would have to be put together first.
  const ends = new Set<KeyRecord | undefined>();
  for (const node of aliases) ends.add(node.key);
  const isKeyShown = ({ key }: KeyNode): boolean => {
    if (ends.has(key)) return true;
    if (focus !== undefined || isOnlyDiffering || (isAwsHidden && key.keyManager === "AWS")) return false;
    return search.isKey(key) && fits(key);
  };
  return { region: lane.region, aliases, keys: yield* filtered(lane.keys, isKeyShown) };
}

/** Undefined when any key will do. */
function keyTest({ types, usages, states }: Criteria): ((key: KeyRecord) => boolean) | undefined {
  if (types.length + usages.length + states.length === 0) return undefined;
  return ({ keySpec, keyUsage, keyState }) =>
    (types.length === 0 || types.includes(keySpecFacts(keySpec).type)) &&
    (usages.length === 0 || usages.includes(keyUsage)) &&
    (states.length === 0 || states.includes(keyState));
}

/** The ids of the keys that have one of these tags. */
export function keysWithTags(
  tags: Table<TagRecord>,
  account: string,
  regions: readonly string[],
  wanted: readonly string[],
): ReadonlySet<string> {
  const ids = new Set<string>();
  if (wanted.length === 0) return ids;
  const texts = new Set(wanted);
  for (const region of regions)
    scanPlace(tags, { account, region }, (tag) => {
      if (texts.has(tag.tagKey) || texts.has(tagText(tag))) ids.add(recordId(tag, tag.keyId));
    });
  return ids;
}

/** "Team=blue", each once, in order; `most` at the most. */
export function tagsInUse(
  tags: Table<TagRecord>,
  account: string,
  regions: readonly string[],
  most = 200,
): readonly string[] {
  const texts = new Set<string>();
  for (const region of regions)
    scanPlace(tags, { account, region }, (tag) => {
      if (texts.size < most) texts.add(tagText(tag));
    });
  return [...texts].sort();
}

const tagText = ({ tagKey, tagValue }: TagRecord): string => `${tagKey}=${tagValue}`;

/** How a search and its lens read a name. */
export function nameText(aliasName: string, isApiName: boolean): string {
  return isApiName ? aliasName : displayAlias(aliasName);
}
