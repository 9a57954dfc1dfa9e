// Exports suggestNames: the alias names that the flight suggests, at a limited cost.
import { namePart } from "#features/explorer/model/alias-text.ts";
import { displayAlias, endOf, isReservedAlias, placePrefix, type World } from "#kms/index.ts";

const suggested = 30;
const searchedPerRegion = 5_000;

/** Names of one's own aliases of any of the Regions that the text finds, without `alias/`, in order. */
export function suggestNames(
  world: World,
  account: string,
  regions: readonly string[],
  text: string,
): readonly string[] {
  const isMatch = namePart(text);
  const names = new Set<string>();
  for (const region of regions) {
    const prefix = placePrefix({ account, region });
    let [searched, found] = [0, 0];
    world.tables.aliases.scan(prefix, endOf(prefix), ({ aliasName }) => {
      searched += 1;
      if (!isReservedAlias(aliasName) && isMatch(aliasName)) {
        names.add(displayAlias(aliasName));
        found += 1;
      }
      return found < suggested && searched < searchedPerRegion;
    });
  }
  return [...names].sort().slice(0, suggested);
}
