// Exports an alias as the renderers of this folder need it.

export interface AliasTarget {
  readonly region: string;
  /** With its `alias/` prefix. */
  readonly aliasName: string;
  /** A plain key ID. */
  readonly keyId: string;
}

/**
 * Words of the name, for the name of a resource: `alias/app/prod_key` -> app, prod, key. Only letters and digits are left;
 * never empty.
 */
export function nameWords(aliasName: string): readonly string[] {
  const words = aliasName.replace(/^alias\//, "").match(/[A-Za-z0-9]+/g);
  return words ?? ["unnamed"];
}

/** Names for each alias in turn, none given twice: what `nameOf` proposes, with a number where it was proposed before. */
export function uniqueNames<T>(items: readonly T[], nameOf: (item: T) => string): readonly string[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const proposed = nameOf(item);
    let name = proposed;
    for (let count = 2; taken.has(name); count += 1) name = `${proposed}${count}`;
    taken.add(name);
    return name;
  });
}

/**
 * The text in double quotes, in ASCII, with escapes that YAML and HCL have in common: no line break or direction
 * mark of Unicode survives. Half a character becomes U+FFFD.
 */
export function quotedAscii(text: string): string {
  const escaped = Array.from(text, (character) => {
    if (character === '"' || character === "\\") return `\\${character}`;
    if (/^[ -~]$/.test(character)) return character;
    const code = /^\p{Surrogate}$/u.test(character) ? 0xfffd : (character.codePointAt(0) ?? 0xfffd);
    // Neither YAML nor HCL puts two halves together, as JSON does.
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
  });
  return `"${escaped.join("")}"`;
}
