// Exports differenceOf, the one meaning of "differs between Regions" and the words for it: the map's badge, the matrix's mark, the
// outline and the filter ask here.
import type { AliasNode } from "#features/explorer/types.ts";

/**
 * How a name that is spread over Regions is not the same in all of them; undefined where it is. Two Regions or more have it, and
 * another of the Regions looked at lacks it, or the keys behind it differ in key spec or usage. A name of one Region alone has
 * nothing to differ from, and most names are such; a predefined name that no key stands behind yet has no type.
 */
export function differenceOf(
  byRegion: ReadonlyMap<string, Pick<AliasNode, "key">>,
  regions: number,
): string | undefined {
  if (byRegion.size < 2) return undefined;
  const missing = byRegion.size < regions ? `Missing in ${regions - byRegion.size} of ${regions}` : undefined;
  if (!typesDiffer(byRegion)) return missing;
  return missing === undefined ? "Types differ" : `${missing}, Types differ`;
}

function typesDiffer(byRegion: ReadonlyMap<string, Pick<AliasNode, "key">>): boolean {
  let first: AliasNode["key"];
  for (const { key } of byRegion.values()) {
    first ??= key;
    if (key && (key.keySpec !== first?.keySpec || key.keyUsage !== first.keyUsage)) return true;
  }
  return false;
}
