// Exports the alias names that the flight suggests, and the Regions that have a name, at a limited cost.
import { displayAlias, endOf, findAlias, isReservedAlias, placePrefix, type World } from "#kms/index.ts";

const suggested = 30;
const searchedPerRegion = 5_000;

/** One's own aliases of any of the Regions with the text in their name, without `alias/`, in order. */
export function suggestNames(
  world: World,
  account: string,
  regions: readonly string[],
  text: string,
): readonly string[] {
  const part = displayAlias(text.trim()).toLowerCase();
  const names = new Set<string>();
  for (const region of regions) {
    const prefix = placePrefix({ account, region });
    let [searched, found] = [0, 0];
    world.tables.aliases.scan(prefix, endOf(prefix), ({ aliasName }) => {
      searched += 1;
      if (!isReservedAlias(aliasName) && displayAlias(aliasName).toLowerCase().includes(part)) {
        names.add(displayAlias(aliasName));
        found += 1;
      }
      return found < suggested && searched < searchedPerRegion;
    });
  }
  return [...names].sort().slice(0, suggested);
}

/** The Regions in which an application that uses the alias runs, as far as one can tell: `home`, and where the alias is. */
export function regionsOf(
  world: World,
  { account, region: home }: { readonly account: string; readonly region: string },
  enabled: readonly string[],
  aliasName: string,
): readonly string[] {
  const others = enabled.filter((region) => region !== home && findAlias(world, { account, region }, aliasName));
  return [home, ...others];
}
