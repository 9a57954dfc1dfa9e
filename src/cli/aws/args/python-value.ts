// Exports values as the AWS CLI's own language has them, and how it writes them: its messages show them.

/** A number with a point or an exponent, which is never taken for an integer. */
export class Float {
  constructor(readonly value: number) {}
}

/** What JSON in an option becomes; its name shows in messages, unlike that of any other map. */
export class OrderedDict extends Map<string, Value> {}

/** A date or a time of YAML, which it has as kinds of values of their own. */
export class Time {
  constructor(
    readonly at: Date,
    readonly kind: "date" | "datetime",
  ) {}
}

/** Strings, integers, maps, lists ... of a command line, before the contract is held against them. */
export type Value =
  | string
  | number
  | bigint
  | boolean
  | null
  | Float
  | Time
  | Uint8Array
  | readonly Value[]
  | Map<string, Value>;

/** Python's int(text), or undefined where it refuses. A bigint where a number would lose digits, which messages show. */
export function pythonInt(text: string): number | bigint | undefined {
  const trimmed = text.trim();
  return /^[+-]?\d+(?:_\d+)*$/.test(trimmed) ? pythonInteger(trimmed.replaceAll("_", "")) : undefined;
}

/** @param digits with or without a sign */
export function pythonInteger(digits: string): number | bigint {
  const number = Number(digits);
  // 0 keeps no sign, as there.
  return Number.isSafeInteger(number) ? number + 0 : BigInt(digits.replace(/^\+/, ""));
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
  if (value instanceof Time) return printedTime(value);
  return typeof value === "string" ? value : shown(value);
}

/** As str() of Python has it, without a zone: YAML's reader turns all to UTC. */
function printedTime({ at, kind }: Time): string {
  const text = at.toISOString();
  const fraction = at.getUTCMilliseconds() === 0 ? "" : `${text.slice(19, 23)}000`;
  return kind === "date" ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}${fraction}`;
}

/** Seconds and microseconds only where there are some. */
function timeParts({ at, kind }: Time): readonly number[] {
  const day = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  if (kind === "date") return day;
  const [seconds, microseconds] = [at.getUTCSeconds(), at.getUTCMilliseconds() * 1000];
  const rest = microseconds > 0 ? [seconds, microseconds] : seconds > 0 ? [seconds] : [];
  return [...day, at.getUTCHours(), at.getUTCMinutes(), ...rest];
}

/** What is no printable character of ASCII is shown by its number. */
function shownBytes(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  const shownText = quoted(text).replace(/[\x80-\xff]/g, hexEscape);
  return `b${shownText}`;
}

function shown(value: Value): string {
  if (typeof value === "string") return quoted(value);
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (value instanceof Float) return shownFloat(value.value);
  if (value instanceof Time) return `datetime.${value.kind}(${timeParts(value).join(", ")})`;
  if (value instanceof Uint8Array) return shownBytes(value);
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
  const [mantissa = "", power = "0"] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16)
    return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  const text = Object.is(value, -0) ? "-0" : String(value);
  return text.includes(".") ? text : `${text}.0`;
}

/** The name of the value's type in messages: `<class 'str'>`. */
export function typeName(value: Value): string {
  return `<class '${bareTypeName(value)}'>`;
}

function bareTypeName(value: Value): string {
  if (typeof value === "string") return "str";
  if (value === null) return "NoneType";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number" || typeof value === "bigint") return "int";
  if (value instanceof Float) return "float";
  if (value instanceof Time) return `datetime.${value.kind}`;
  if (value instanceof Uint8Array) return "bytes";
  if (value instanceof OrderedDict) return "collections.OrderedDict";
  return value instanceof Map ? "dict" : "list";
}
