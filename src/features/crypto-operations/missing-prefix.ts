// Exports the alias that someone most likely means by a name without its `alias/` prefix.
import { aliasPrefix, findAlias, type Place, parseKeyIdentifier, type World } from "#kms/index.ts";

/** The console shows `finance`, the API wants `alias/finance`. Undefined where the Region has no such alias. */
export function aliasMeantBy(world: World, place: Place, text: string): string | undefined {
  const typed = text.trim();
  if (parseKeyIdentifier(typed).form !== "unknown") return undefined;
  const bare = typed.toLowerCase().startsWith(aliasPrefix) ? typed.slice(aliasPrefix.length) : typed;
  return findAlias(world, place, aliasPrefix + bare)?.aliasName;
}
