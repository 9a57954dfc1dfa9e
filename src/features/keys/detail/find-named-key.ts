// Exports findNamedKey: the key that somebody means who wrote something else than its key ID into the address of a key's page.
import {
  aliasPrefix,
  findAlias,
  findKey,
  type KeyIdentifier,
  type KeyRecord,
  type Place,
  parseKeyIdentifier,
  type World,
} from "#kms/index.ts";

export interface NamedKey {
  readonly form: KeyIdentifier["form"];
  /** Where it was looked up: an ARN says it, everything else means the page's account and Region. */
  readonly place: Place;
  readonly key: KeyRecord | undefined;
}

/** An alias without its prefix counts as well: the console shows aliases so. */
export function findNamedKey(world: World, page: Place, text: string): NamedKey {
  const identifier = parseKeyIdentifier(text);
  const { form } = identifier;
  const place =
    form === "key ARN" || form === "alias ARN" ? { account: identifier.account, region: identifier.region } : page;
  if ("keyId" in identifier) return { form, place, key: findKey(world, place, identifier.keyId) };
  const aliasName = "aliasName" in identifier ? identifier.aliasName : aliasPrefix + text;
  const keyId = findAlias(world, place, aliasName)?.targetKeyId;
  return { form, place, key: keyId === undefined ? undefined : findKey(world, place, keyId) };
}
