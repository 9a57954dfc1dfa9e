// Exports how a text stands in YAML: plain, 'quoted' or "quoted", broken at 80 columns.
// The rules are libyaml's, which the CLI writes with; its choice of style is not the `yaml` package's.

/** Where a scalar begins and how its further lines are indented. */
interface ScalarPlace {
  readonly column: number;
  readonly indent: number;
  /** A key before its colon is never broken. */
  readonly isKey: boolean;
}

const bestWidth = 80;

// What YAML 1.2 reads as a bool, float, int, merge, null, timestamp or value. Source: the resolver of ruamel.yaml.
const impliesAnotherType = new RegExp(
  `^(?:${[
    "true|True|TRUE|false|False|FALSE",
    "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+",
    "[-+]?\\.[0-9_]+(?:[eE][-+][0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)",
    "[-+]?0b[0-1_]+|[-+]?0o?[0-7_]+|[-+]?[0-9][0-9_]*|[-+]?0x[0-9a-fA-F_]+|[-+]_[0-9_]*",
    "<<|=|~|null|Null|NULL|",
    "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \\t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?(?:[ \\t]*(?:Z|[-+][0-9][0-9]?(?::[0-9]{2})?))?",
  ].join("|")})$`,
);

/** Line breaks for YAML; CR and NEL are none that libyaml would print. */
const lineBreak = /[\n\u2028\u2029]/;
const unprintable = /[^\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** The scalar as libyaml writes it at that place. */
export function yamlScalar(text: string, place: ScalarPlace): string {
  if (mayBePlain(text)) return foldAtSpaces(text, place);
  return maySingleQuote(text) && !(place.isKey && lineBreak.test(text))
    ? singleQuoted(text, place)
    : doubleQuoted(text, place);
}

function mayBePlain(text: string): boolean {
  if (impliesAnotherType.test(text) || unprintable.test(text) || lineBreak.test(text)) return false;
  if (/^ | $|^(?:---|\.\.\.)/.test(text)) return false;
  // Indicators: at the beginning, before a space, or after one.
  return !/^[#,[\]{}&*!|>'"%@`]|^[-?](?:\s|$)|:(?:\s|$)|\s#/.test(text);
}

function maySingleQuote(text: string): boolean {
  // A space beside a line break would be lost between the lines.
  return !unprintable.test(text) && !/ [\n\u2028\u2029]|[\n\u2028\u2029] /.test(text);
}

/** Spaces past the width become line breaks, where neither neighbour is a space. */
function foldAtSpaces(text: string, { column, indent, isKey }: ScalarPlace): string {
  let out = "";
  let at = column;
  const characters = [...text];
  for (const [i, character] of characters.entries()) {
    const isSpace = character === " ";
    if (isSpace && !isKey && at > bestWidth && characters[i - 1] !== " " && characters[i + 1] !== " ") {
      out += `\n${" ".repeat(indent)}`;
      at = indent;
    } else {
      out += character;
      at += 1;
    }
  }
  return out;
}

function singleQuoted(text: string, { column, indent, isKey }: ScalarPlace): string {
  const margin = " ".repeat(indent);
  const characters = [...text];
  let out = "'";
  let at = column + 1;
  let inBreaks = false;
  for (const [i, character] of characters.entries()) {
    if (lineBreak.test(character)) {
      // The first break of a run is doubled: a single one would be read as a space.
      if (!inBreaks && character === "\n") out += "\n";
      out += character;
      at = 0;
      inBreaks = true;
      continue;
    }
    const isInner = i > 0 && i < characters.length - 1;
    if (inBreaks) {
      out += margin;
      at = indent;
      inBreaks = false;
    }
    if (
      character === " " &&
      !isKey &&
      at > bestWidth &&
      isInner &&
      characters[i - 1] !== " " &&
      characters[i + 1] !== " "
    ) {
      out += `\n${margin}`;
      at = indent;
      continue;
    }
    out += character === "'" ? "''" : character;
    at += character === "'" ? 2 : 1;
  }
  return `${out}${inBreaks ? margin : ""}'`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  "\0": "0",
  "\x07": "a",
  "\b": "b",
  "\t": "t",
  "\n": "n",
  "\v": "v",
  "\f": "f",
  "\r": "r",
  "\x1b": "e",
  '"': '"',
  "\\": "\\",
  "\x85": "N",
  "\u2028": "L",
  "\u2029": "P",
};

function doubleQuoted(text: string, { column, indent, isKey }: ScalarPlace): string {
  const characters = [...text];
  let out = '"';
  let at = column + 1;
  let afterSpace = false;
  for (const [i, character] of characters.entries()) {
    const isInner = i > 0 && i < characters.length - 1;
    if (character === " " && !isKey && at > bestWidth && isInner && !afterSpace) {
      // A space at the beginning of a line would be lost.
      const kept = characters[i + 1] === " " ? "\\" : "";
      out += `\n${" ".repeat(indent)}${kept}`;
      at = indent + kept.length;
    } else {
      const written = escaped(character);
      out += written;
      at += written.length > 2 || character === written ? [...written].length : 2;
    }
    afterSpace = character === " ";
  }
  return `${out}"`;
}

function escaped(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return `\\${short}`;
  if (!unprintable.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
