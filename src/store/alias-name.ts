// Exports the checks of an alias name as the console's fields make them, before any call. Names are typed without `alias/`.
import { type AliasRecord, aliasPrefix, displayAlias, type Place, quotas, recordId, type Table } from "#kms/index.ts";
import type { FlashText } from "./flashes.ts";

/** What is wrong with a typed alias name; undefined when the name is free and may be used. */
export function aliasNameProblem(aliases: Table<AliasRecord>, place: Place, typed: string): FlashText | undefined {
  if (typed === "") return ["Alias is required."];
  if (typed.startsWith("aws/")) return ["The alias can't begin with aws/."];
  if (!/^[a-zA-Z0-9/_-]+$/.test(typed)) return ["Use only letters, digits, /, _ and -."];
  const room = quotas.aliasNameLength - aliasPrefix.length;
  if (typed.length > room) return [`Use ${room} characters at most: the prefix alias/ counts too.`];
  const taken = aliases.get(recordId(place, aliasPrefix + typed));
  if (!taken) return undefined;
  const keyId = taken.targetKeyId ?? "-";
  return [
    "The alias ",
    { strong: displayAlias(taken.aliasName) },
    " already exists in this Region for key ",
    { strong: keyId },
    ".",
  ];
}

/** A word of caution that stops nobody: the prefix is legal inside a name, and hardly ever meant. */
export function aliasNameHint(typed: string): string | undefined {
  if (!typed.startsWith(aliasPrefix)) return undefined;
  return `Leave out the prefix alias/: this name would become ${aliasPrefix}${typed} in the API.`;
}
