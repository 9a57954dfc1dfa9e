// Exports how a text that names an alias is read wherever one is typed: fullName makes the alias's name of it, namePart searches
// with it.
import { aliasPrefix, displayAlias, quotas } from "#kms/index.ts";

/** The name as the API has it, of what was typed or came with a URL, with or without `alias/`. */
export function fullName(text: string): string {
  const typed = text.trim();
  return typed.startsWith(aliasPrefix) ? typed : aliasPrefix + typed;
}

/** What an alias name is made of, `alias/` included. */
const namePattern = new RegExp(`^${aliasPrefix}[a-zA-Z0-9/_-]+$`);

/** Whether a full name is one that an alias can have. */
export function isAliasName(aliasName: string): boolean {
  return aliasName.length <= quotas.aliasNameLength && namePattern.test(aliasName);
}

/**
 * A matcher of full names, in any letter case. A text that begins with `alias/` is the beginning of a name; any other may stand
 * anywhere behind that prefix, which every name has.
 */
export function namePart(typed: string): (aliasName: string) => boolean {
  const text = typed.trim().toLowerCase();
  return text.startsWith(aliasPrefix)
    ? (aliasName) => aliasName.toLowerCase().startsWith(text)
    : (aliasName) => displayAlias(aliasName).toLowerCase().includes(text);
}
