// Exports lookAround: what there is of a name that KMS did not find, read from the World for hints. It is no call, so the trail
// does not know of it.
import type { Surroundings } from "#cli/aws/aws-host.ts";
import { aliasPrefix, endOf, type Place, placePrefix, recordId, regions, type World } from "#kms/index.ts";

/** So many names are compared with the one that was typed, at most. */
const limit = 2000;

export function lookAround({ tables }: World, name: string, place: Place): Surroundings {
  const isAlias = name.startsWith(aliasPrefix);
  const table = isAlias ? tables.aliases : tables.keys;
  const codes = regions.map(({ code }) => code);
  return {
    regions: codes.filter((region) => table.get(recordId({ account: place.account, region }, name)) !== undefined),
    aliases: isAlias ? aliasesBeginning(tables, name.slice(0, aliasPrefix.length + 1), place) : [],
  };
}

function aliasesBeginning({ aliases }: World["tables"], beginning: string, place: Place): readonly string[] {
  const found: string[] = [];
  aliases.scan(recordId(place, beginning), endOf(placePrefix(place)), ({ aliasName }) => {
    if (!aliasName.startsWith(beginning)) return false;
    found.push(aliasName);
    return found.length < limit;
  });
  return found;
}
