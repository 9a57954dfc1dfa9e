// Exports the suggestions of a key field: what the Region has that the typed text fits, those that the operation can use
// first. Looks at no more than it needs, so that 100,000 aliases do not make typing slow.
import {
  aliasArn,
  displayAlias,
  findKey,
  isReservedAlias,
  type KeyRecord,
  keyArn,
  type Place,
  scanAliases,
  scanKeys,
  stateRefusal,
  usageRefusal,
  type World,
} from "#kms/index.ts";
import type { CryptoOperation } from "./crypto-operation.ts";

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

/** How many of each form are shown, and how many matches are looked at to find such as the operation can use. */
const shown = 8;
const examined = 400;

/** `text` is matched anywhere in a name or ID, letter case apart; an ARN of the Region is matched by what follows its prefix. */
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
  const wanted = (isArn ? typed.slice(arnStart.length) : typed).toLowerCase();

  const aliases = matchingAliases(world, place, operation, wanted);
  const keys = matchingKeys(
    world,
    place,
    operation,
    wanted.replace(/^key\//, ""),
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
  let seen = 0;
  scanAliases(world, place, ({ aliasName, targetKeyId }) => {
    if (targetKeyId === undefined || !aliasName.toLowerCase().includes(wanted)) return true;
    const key = findKey(world, place, targetKeyId);
    if (key) (isFit(operation, key) && !isReservedAlias(aliasName) ? fit : unfit).push({ aliasName, key });
    seen += 1;
    return fit.length < shown && seen < examined;
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
  let seen = 0;
  scanKeys(world, place, (key) => {
    if (!key.keyId.includes(wanted)) return true;
    (isFit(operation, key) ? fit : unfit).add(key);
    seen += 1;
    return fit.size < shown && seen < examined;
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
