// Exports differs, the one meaning of "differs between Regions": the map's badge, the matrix's mark and the filter ask here.
import type { AliasNode } from "#features/explorer/types.ts";

/**
 * Whether a name that is spread over Regions is not the same in all of them: two Regions or more have it, and another of the
 * Regions looked at lacks it, or the keys behind it differ in key spec or usage. A name of one Region alone has nothing to
 * differ from, and most names are such; a predefined name that no key stands behind yet has no type.
 */
export function differs(byRegion: ReadonlyMap<string, Pick<AliasNode, "key">>, regions: number): boolean {
  if (byRegion.size < 2) return false;
  if (byRegion.size < regions) return true;
  let first: AliasNode["key"];
  for (const { key } of byRegion.values()) {
    first ??= key;
    if (key && (key.keySpec !== first?.keySpec || key.keyUsage !== first.keyUsage)) return true;
  }
  return false;
}
