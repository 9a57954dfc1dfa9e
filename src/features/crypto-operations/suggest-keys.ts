// Exports the suggestions of a key field: what the Region has that the typed text fits, those that the operation can use
// first. One lookup looks at a limited number of records, so that 100,000 aliases do not make typing slow.
import {
  type AliasRecord,
  aliasArn,
  aliasPrefix,
  displayAlias,
  findKey,
  isReservedAlias,
  type KeyRecord,
  keyArn,
  type Place,
  stateRefusal,
  usageRefusal,
  type World,
} from "#kms/index.ts";
import type { CryptoOperation } from "./crypto-operation.ts";
import { visitMatches } from "./visit-matches.ts";

export interface Suggestion {
  readonly value: string;
  readonly description: string;
  /** Why the operation would refuse the key, in two words; absent where it would not. */
  readonly labelTag?: string;
}

export interface SuggestionGroup {
  readonly label: string;
  readonly options: readonly Suggestion[];
}

/** How many of each form are shown. */
const shown = 8;

/**
 * An ARN of the Region is matched by what follows its prefix. `text` finds what begins with it wherever that stands in the
 * Region; among the first 10,000 records of a table it is found anywhere in a name or ID, letter case apart.
 */
export function suggestKeys(
  world: World,
  place: Place,
  operation: CryptoOperation,
  text: string,
): readonly SuggestionGroup[] {
  const arnStart = keyArn({ ...place, keyId: "" }).slice(0, -"key/".length);
  const typed = text.trim();
  const isArn = typed !== "" && (typed.startsWith("arn:") || arnStart.startsWith(typed));
  if (isArn && !typed.startsWith(arnStart) && !arnStart.startsWith(typed)) return [];
  const wanted = isArn ? typed.slice(arnStart.length) : typed;

  const aliases = matchingAliases(world, place, operation, wanted);
  const keys = matchingKeys(
    world,
    place,
    operation,
    wanted.toLowerCase().replace(/^key\//, ""),
    aliases.map(({ key }) => key),
  );
  const fact = (key: KeyRecord): string => `${key.keySpec}, ${key.keyUsage}`;
  const tag = (key: KeyRecord) => unfitTag(operation, key);
  const groups: readonly SuggestionGroup[] = [
    ...(isArn
      ? []
      : [
          {
            label: "Alias names",
            options: aliases.map(({ aliasName, key }) => ({
              value: aliasName,
              description: `${key.keyId}, ${fact(key)}`,
              ...tag(key),
            })),
          },
          { label: "Key IDs", options: keys.map((key) => ({ value: key.keyId, description: fact(key), ...tag(key) })) },
        ]),
    {
      label: "Alias ARNs",
      options: aliases.map(({ aliasName, key }) => ({
        value: aliasArn({ ...place, aliasName }),
        description: `${displayAlias(aliasName)}: ${key.keyId}, ${fact(key)}`,
        ...tag(key),
      })),
    },
    { label: "Key ARNs", options: keys.map((key) => ({ value: keyArn(key), description: fact(key), ...tag(key) })) },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

interface Match {
  readonly aliasName: string;
  readonly key: KeyRecord;
}

function matchingAliases(world: World, place: Place, operation: CryptoOperation, wanted: string): readonly Match[] {
  const fit: Match[] = [];
  const unfit: Match[] = [];
  const start = wanted.startsWith(aliasPrefix) ? wanted : `${aliasPrefix}${wanted}`;
  const part = wanted.toLowerCase();
  const isMatch = ({ aliasName, targetKeyId }: AliasRecord) =>
    targetKeyId !== undefined && aliasName.toLowerCase().includes(part);
  visitMatches(world.tables.aliases, place, { start, isMatch }, ({ aliasName, targetKeyId }) => {
    const key = targetKeyId === undefined ? undefined : findKey(world, place, targetKeyId);
    if (key) (isFit(operation, key) && !isReservedAlias(aliasName) ? fit : unfit).push({ aliasName, key });
    return fit.length < shown;
  });
  return [...fit, ...unfit].slice(0, shown);
}

/** The keys behind the aliases that match, and those whose ID does. */
function matchingKeys(
  world: World,
  place: Place,
  operation: CryptoOperation,
  wanted: string,
  behindAliases: readonly KeyRecord[],
): readonly KeyRecord[] {
  const fit = new Set(behindAliases.filter((key) => isFit(operation, key)));
  const unfit = new Set(behindAliases.filter((key) => !isFit(operation, key)));
  if (fit.size >= shown) return [...fit].slice(0, shown);
  const isMatch = ({ keyId }: KeyRecord) => keyId.includes(wanted);
  visitMatches(world.tables.keys, place, { start: wanted, isMatch }, (key) => {
    (isFit(operation, key) ? fit : unfit).add(key);
    return fit.size < shown;
  });
  return [...fit, ...unfit].slice(0, shown);
}

function isFit(operation: CryptoOperation, key: KeyRecord): boolean {
  return key.keyManager !== "AWS" && !usageRefusal(operation, key) && !stateRefusal(operation, key);
}

function unfitTag(operation: CryptoOperation, key: KeyRecord): Pick<Suggestion, "labelTag"> {
  if (key.keyManager === "AWS") return { labelTag: "AWS managed" };
  if (usageRefusal(operation, key)) return { labelTag: "Other usage" };
  return stateRefusal(operation, key) ? { labelTag: key.keyState } : {};
}
