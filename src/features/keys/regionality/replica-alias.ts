// Exports the check of the alias that new replica keys get: one name, which must be free in each of their Regions.
import { type AliasRecord, aliasPrefix, displayAlias, recordId, type Table } from "#kms/index.ts";
import { aliasNameProblem } from "#store/alias-name.ts";
import type { FlashText } from "#store/flashes.ts";
import { regionText } from "./related-keys.ts";

/** What is wrong with the typed name for these Regions; undefined when it may be used in all of them. */
export function replicaAliasProblem(
  aliases: Table<AliasRecord>,
  account: string,
  regions: readonly string[],
  typed: string,
): FlashText | undefined {
  for (const region of regions) {
    const taken = aliases.get(recordId({ account, region }, aliasPrefix + typed));
    if (taken)
      return [
        "The alias ",
        { strong: displayAlias(taken.aliasName) },
        ` already exists in ${regionText(region)} for key `,
        { strong: taken.targetKeyId ?? "-" },
        ".",
      ];
  }
  // What is wrong in itself is so everywhere; before a Region is chosen no name is taken.
  return aliasNameProblem(aliases, { account, region: regions[0] ?? "" }, typed);
}
