// Exports the aliases that the bench suggests for a text, at a limited cost whatever the Region holds.
import {
  type AliasRecord,
  aliasPrefix,
  displayAlias,
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

/** The full name of what was typed, with or without `alias/`. */
export function aliasNameOf(text: string): string {
  const typed = text.trim();
  return typed.startsWith(aliasPrefix) ? typed : aliasPrefix + typed;
}

/** One's own aliases with the text in their name, whose keys have something to keep; by name. */
export function suggestAliases(world: World, place: Place, text: string): readonly AliasSuggestion[] {
  const part = displayAlias(text.trim()).toLowerCase();
  const found: AliasSuggestion[] = [];
  let left = searched;
  const look = (alias: AliasRecord): boolean => {
    left -= 1;
    const isMatch = !isReservedAlias(alias.aliasName) && displayAlias(alias.aliasName).toLowerCase().includes(part);
    const key = isMatch && alias.targetKeyId !== undefined ? findKey(world, place, alias.targetKeyId) : undefined;
    if (key && kindsOf(key).length > 0) found.push({ alias, key });
    return left > 0 && found.length < shown;
  };
  const prefix = placePrefix(place);
  world.tables.aliases.scan(prefix, endOf(prefix), look);
  return found;
}
