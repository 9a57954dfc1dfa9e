// Exports the words of a JMESPath expression.
import type { Printable } from "#cli/aws/out/printable.ts";
import { pythonText } from "#cli/aws/out/printable.ts";

export interface Token {
  /** As jmespath names it, which its messages show: unquoted_identifier, lbracket, eof ... */
  readonly type: string;
  readonly value: Printable;
  /** In characters. */
  readonly start: number;
}

/** An expression that is none. The message is that of the Python library, which the AWS CLI prints. */
export class QueryError extends Error {}

const simple: Readonly<Record<string, string>> = {
  ...{ ".": "dot", "*": "star", "]": "rbracket", ",": "comma", ":": "colon", "@": "current" },
  ...{ "(": "lparen", ")": "rparen", "{": "lbrace", "}": "rbrace" },
};
/** A sign, what may follow it, and what it is with and without that. */
const pairs: Readonly<Record<string, readonly [next: string, both: string, alone: string]>> = {
  "|": ["|", "or", "pipe"],
  "&": ["&", "and", "expref"],
  "<": ["=", "lte", "lt"],
  ">": ["=", "gte", "gt"],
  "!": ["=", "ne", "not"],
};

/** @throws QueryError where no word begins, or a quote is not closed */
export function tokenize(expression: string): readonly Token[] {
  if (expression === "") throw new QueryError("Invalid JMESPath expression: cannot be empty.");
  const characters = [...expression];
  const tokens: Token[] = [];
  let at = 0;
  const refuse = (start: number, why: string): QueryError =>
    new QueryError(`Bad jmespath expression: ${why}:\n${expression}\n${" ".repeat(start)}^`);
  const take = (type: string, length: number, value: Printable = characters.slice(at, at + length).join("")): void => {
    tokens.push({ type, value, start: at });
    at += length;
  };
  /** What stands between the delimiters, escapes as they are. */
  const quoted = (delimiter: string): string => {
    let end = at + 1;
    while (characters[end] !== delimiter) {
      if (characters[end] === "\\") end += 1;
      if (end >= characters.length) throw refuse(at, `Unclosed ${delimiter} delimiter`);
      end += 1;
    }
    return characters.slice(at + 1, end).join("");
  };
  while (at < characters.length) {
    const character = characters[at] ?? "";
    const next = characters[at + 1];
    const word = wordAt(characters, at);
    const pair = Object.hasOwn(pairs, character) ? pairs[character] : undefined;
    if (/[ \t\n\r]/.test(character)) at += 1;
    else if (Object.hasOwn(simple, character)) take(simple[character] ?? "", 1);
    else if (word !== undefined && /^[-\d]/.test(word)) take("number", word.length, Number(word));
    else if (word !== undefined) take("unquoted_identifier", word.length);
    else if (character === "[" && next === "]") take("flatten", 2);
    else if (character === "[" && next === "?") take("filter", 2);
    else if (character === "[") take("lbracket", 1);
    else if (pair) take(next === pair[0] ? pair[1] : pair[2], next === pair[0] ? 2 : 1);
    else if (character === "=" && next === "=") take("eq", 2);
    else if (character === "'") {
      const text = quoted("'");
      take("literal", [...text].length + 2, text.replaceAll("\\'", "'"));
    } else if (character === '"') {
      const text = quoted('"');
      take(
        "quoted_identifier",
        [...text].length + 2,
        identifier(text, (why) => refuse(at, why)),
      );
    } else if (character === "`") {
      const text = quoted("`");
      take(
        "literal",
        [...text].length + 2,
        literal(text.replaceAll("\\`", "`"), (why) => refuse(at, why)),
      );
    } else {
      const shown = /[-=]/.test(character) ? `'${character}'` : character;
      throw refuse(at, `Unknown token ${shown}`);
    }
  }
  return [...tokens, { type: "eof", value: "", start: characters.length }];
}

/** A name or a whole number. */
function wordAt(characters: readonly string[], start: number): string | undefined {
  const [first = "", second = ""] = characters.slice(start, start + 2);
  const isNumber = /\d/.test(first) || (first === "-" && /\d/.test(second));
  if (!isNumber && !/[A-Za-z_]/.test(first)) return undefined;
  const more = isNumber ? /^\d$/ : /^\w$/;
  let end = start + 1;
  while (more.test(characters[end] ?? "")) end += 1;
  return characters.slice(start, end).join("");
}

function identifier(text: string, refuse: (why: string) => QueryError): Printable {
  const name = parsed(`"${text}"`);
  if (name !== undefined) return name;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what JSON refuses
  throw refuse(/[\0-\x1f]/.test(text) ? "Invalid control character at" : "Invalid \\escape");
}

/** JSON; a text without its quotes is taken too, as the library still does. */
function literal(text: string, refuse: (why: string) => QueryError): Printable {
  const asJson = parsed(text);
  const value = asJson === undefined ? parsed(`"${text.trimStart()}"`) : asJson;
  if (value === undefined) throw refuse(`Bad token ${text}`);
  return value;
}

function parsed(json: string): Printable | undefined {
  try {
    return JSON.parse(json) as Printable; // JSON is what Printable means
  } catch {
    return undefined;
  }
}

/** The token as messages show it. */
export function shownToken({ value, type }: Token): string {
  return `"${pythonText(value)}" (${type.toUpperCase()})`;
}
