// Exports values as the AWS CLI's own language has them, and how it writes them: its messages show them.

/** A number with a point or an exponent, which is never taken for an integer. */
export class Float {
  constructor(readonly value: number) {}
}

/** What JSON in an option becomes; its name shows in messages, unlike that of any other map. */
export class OrderedDict extends Map<string, Value> {}

/** Strings, integers, maps, lists ... of a command line, before the contract is held against them. */
export type Value = string | number | boolean | null | Float | Uint8Array | readonly Value[] | Map<string, Value>;

/** Python's int(text), or undefined where it refuses. Beyond 2^53 digits are lost; no member of KMS goes there. */
export function pythonInt(text: string): number | undefined {
  const trimmed = text.trim();
  return /^[+-]?\d+(?:_\d+)*$/.test(trimmed) ? Number(trimmed.replaceAll("_", "")) : undefined;
}

/** What int(text) says when it refuses. */
export function notAnInteger(text: string): string {
  return `invalid literal for int() with base 10: ${quoted(text)}`;
}

/** A text as Python's repr shows it. */
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text.replace(/[\\\p{Cc}]/gu, (character) => escapes[character] ?? hexEscape(character));
  return quote + (quote === "'" ? body.replaceAll("'", "\\'") : body) + quote;
}
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const hexEscape = (character: string) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;

/** The value as Python prints it: texts bare on the outside, quoted within. */
export function printed(value: Value): string {
  return typeof value === "string" ? value : shown(value);
}

function shown(value: Value): string {
  if (typeof value === "string") return quoted(value);
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (value instanceof Float) return shownFloat(value.value);
  if (value instanceof Uint8Array) return `b${quoted(String.fromCharCode(...value))}`;
  if (value instanceof OrderedDict)
    return value.size === 0 ? "OrderedDict()" : `OrderedDict([${pairs(value, (k, v) => `(${k}, ${v})`)}])`;
  if (value instanceof Map) return `{${pairs(value, (k, v) => `${k}: ${v}`)}}`;
  return `[${value.map(shown).join(", ")}]`;
}

function pairs(map: ReadonlyMap<string, Value>, pair: (key: string, value: string) => string): string {
  return Array.from(map, ([key, value]) => pair(quoted(key), shown(value))).join(", ");
}

function shownFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** The name of the value's type in messages: `<class 'str'>`. */
export function typeName(value: Value): string {
  return `<class '${bareTypeName(value)}'>`;
}

function bareTypeName(value: Value): string {
  if (typeof value === "string") return "str";
  if (value === null) return "NoneType";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number") return "int";
  if (value instanceof Float) return "float";
  if (value instanceof Uint8Array) return "bytes";
  if (value instanceof OrderedDict) return "collections.OrderedDict";
  return value instanceof Map ? "dict" : "list";
}
