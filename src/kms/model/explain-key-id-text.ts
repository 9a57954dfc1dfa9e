// Exports the sentences about form, place, alias and key that explain-key-id.ts puts beside each step of a walk.
import type { OperationName } from "#kms/contract/types.gen.ts";
import type { Caller } from "#kms/dispatch/call.ts";
import type { Place } from "#kms/state/id.ts";
import type { World } from "#kms/state/world.ts";
import { aliasPrefix, findAlias } from "./alias.ts";
import { crossAccount, isMadeOnDescribe, type KeyWalk, takesAlias } from "./resolve-key.ts";

export const notReached = "Not reached.";
export const notNeeded = "Not needed for this call.";

/** The characters of an alias name, by the contract; a colon passes there but is refused in a name. */
const nameCharacters = /^[a-zA-Z0-9/_-]+$/;

const where = ({ account, region }: Place): string => `account ${account}, Region ${region}`;

export function describeForm(
  world: World,
  caller: Caller,
  operation: OperationName,
  text: string,
  { identifier, stop }: KeyWalk,
): string {
  if (identifier.form === "unknown") return describeUnknownForm(world, caller, operation, text);
  const article = identifier.form.startsWith("alias") ? "an" : "a";
  const isRefused = stop?.step === "form";
  return `${text} is ${article} ${identifier.form}${isRefused ? `, but ${operation} takes key IDs and key ARNs only.` : "."}`;
}

function describeUnknownForm(world: World, caller: Caller, operation: OperationName, text: string): string {
  if (text.startsWith("arn:")) return `${text} is an ARN, but not that of a KMS key or alias.`;
  const none = `${text} is neither a key ID, a key ARN, an alias name nor an alias ARN.`;
  const bare = text.toLowerCase().startsWith(aliasPrefix) ? text.slice(aliasPrefix.length) : text;
  if (!nameCharacters.test(bare)) return none;
  const aliasName = aliasPrefix + bare;
  const exists = findAlias(world, caller, aliasName)
    ? `That alias exists in ${where(caller)}.`
    : `There is no such alias in ${where(caller)}.`;
  const takes = takesAlias.has(operation) ? "" : ` But ${operation} takes no alias in any form.`;
  return `${none} The API needs an alias name with its prefix: ${aliasName}. ${exists}${takes}`;
}

export function describePlace(caller: Caller, operation: OperationName, { identifier, place }: KeyWalk): string {
  if (!place) return notReached;
  if (identifier.form === "key ID" || identifier.form === "alias name")
    return `A bare ${identifier.form} names no account and no Region, so KMS looks where the caller is: ${where(place)}.`;
  if (place.region !== caller.region)
    return `The ARN names Region ${place.region}, but the call is made in ${caller.region}: KMS looks in no other Region.`;
  if (place.account === caller.account) return `The ARN names ${where(place)}, where the call is made.`;
  return `The ARN names account ${place.account}, the call comes from ${caller.account}: ${
    crossAccount.has(operation)
      ? `${operation} can use keys of other accounts.`
      : `${operation} reaches keys of the own account only.`
  }`;
}

export function describeLookUp(
  caller: Caller,
  operation: OperationName,
  walk: KeyWalk,
): { readonly alias: string; readonly key: string } {
  const { identifier, place, alias, key } = walk;
  if (!place) return { alias: notReached, key: notReached };
  const found = key ? `The key ${key.keyId} is there.` : "";
  const hidden =
    walk.stop && place.account !== caller.account
      ? " To a caller of another account KMS answers as if access were denied, so that nobody can find out which keys exist."
      : "";
  if (!("aliasName" in identifier)) {
    const keyId = "keyId" in identifier ? identifier.keyId : "";
    return {
      alias: "The KeyId names a key itself, so no alias is looked up.",
      key: found || `There is no key ${keyId} in ${where(place)}.${hidden}`,
    };
  }
  const { aliasName } = identifier;
  if (!alias) return { alias: `There is no alias ${aliasName} in ${where(place)}.${hidden}`, key: notReached };
  if (key) return { alias: `${aliasName} points to key ${key.keyId} now; the next call looks it up anew.`, key: found };
  return {
    alias: `${aliasName} is there, a name that AWS has set aside for one of its services.`,
    key: isMadeOnDescribe(caller, operation, walk)
      ? "No key stands behind the alias yet. DescribeKey makes AWS create the AWS managed key and answers with it."
      : `No key stands behind the alias yet: AWS creates it when its service first needs it, or when DescribeKey asks.${hidden}`,
  };
}
