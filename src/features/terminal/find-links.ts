// Exports findLinks: the keys and aliases that an output names, as links to their pages in the console.
import { findAlias, findKey, type Place, parseKeyIdentifier, type World } from "#kms/index.ts";
import { keyPath } from "#store/key-path.ts";
import { href, paths } from "#store/paths.ts";

export type TextPart = string | { readonly text: string; readonly href: string };

/** Where an identifier leads; undefined for what does not exist. */
export type Linker = (identifier: string) => string | undefined;

/** ARNs of keys and aliases, alias names, key IDs; a name ends where no character of a name follows. */
const identifiers =
  /arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(?:key\/[\w-]+|alias\/[\w/-]+)|\balias\/[\w/-]+|\bmrk-[0-9a-f]{32}\b|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;

export function findLinks(text: string, linker: Linker): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(identifiers)) {
    const [found] = match;
    const link = linker(found);
    if (link === undefined) continue;
    if (match.index > at) parts.push(text.slice(at, match.index));
    parts.push({ text: found, href: link });
    at = match.index + found.length;
  }
  if (at < text.length || parts.length === 0) parts.push(text.slice(at));
  return parts;
}

/**
 * Links into the World as it is now. An ARN carries its own place; a bare name or ID leads to where it exists, and nowhere
 * when it exists in two of the places.
 * @param places where `aws` was when it printed them
 */
export function linkerFor(world: World, places: readonly Place[]): Linker {
  return (identifier) => {
    const parsed = parseKeyIdentifier(identifier);
    if (parsed.form === "unknown") return undefined;
    const there = "region" in parsed ? [{ account: parsed.account, region: parsed.region }] : places;
    const links = there.map((place) =>
      "keyId" in parsed ? keyLink(world, place, parsed.keyId) : aliasLink(world, place, parsed.aliasName),
    );
    const [link, another] = new Set(links.filter((found) => found !== undefined));
    return another === undefined ? link : undefined;
  };
}

function aliasLink(world: World, place: Place, aliasName: string): string | undefined {
  const alias = findAlias(world, place, aliasName);
  if (!alias) return undefined;
  const target = alias.targetKeyId === undefined ? undefined : keyLink(world, place, alias.targetKeyId, "aliases");
  return target ?? href(place, paths.aliases());
}

function keyLink(world: World, place: Place, keyId: string, tab?: "aliases"): string | undefined {
  const key = findKey(world, place, keyId);
  return key && href(place, keyPath(key, tab));
}
