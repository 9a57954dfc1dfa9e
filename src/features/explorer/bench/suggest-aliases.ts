// Exports the aliases that the bench suggests for a text, at a limited cost whatever the Region holds.
import { namePart } from "#features/explorer/model/alias-text.ts";
import {
  type AliasRecord,
  endOf,
  findKey,
  isReservedAlias,
  type KeyRecord,
  type Place,
  placePrefix,
  type World,
} from "#kms/index.ts";
import { kindsOf } from "./make-artefact.ts";

export interface AliasSuggestion {
  readonly alias: AliasRecord;
  readonly key: KeyRecord;
}

const shown = 30;
const searched = 10_000;

/** One's own aliases that the text finds, whose keys have something to keep; by name. */
export function suggestAliases(world: World, place: Place, text: string): readonly AliasSuggestion[] {
  const isWanted = namePart(text);
  const found: AliasSuggestion[] = [];
  let left = searched;
  const look = (alias: AliasRecord): boolean => {
    left -= 1;
    const isMatch = !isReservedAlias(alias.aliasName) && isWanted(alias.aliasName);
    const key = isMatch && alias.targetKeyId !== undefined ? findKey(world, place, alias.targetKeyId) : undefined;
    if (key && kindsOf(key).length > 0) found.push({ alias, key });
    return left > 0 && found.length < shown;
  };
  const prefix = placePrefix(place);
  world.tables.aliases.scan(prefix, endOf(prefix), look);
  return found;
}
