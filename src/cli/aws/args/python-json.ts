// Exports a JSON parser that says what is wrong in the words of Python's, which the AWS CLI passes on.
import { Float, OrderedDict, pythonInteger, type Value } from "./python-value.ts";
import { UsageError } from "./usage-error.ts";

/** JSON that cannot be read: `Expecting value: line 1 column 1 (char 0)`. */
export class JsonError extends Error {}

/**
 * The value of a JSON text. As in Python, NaN and Infinity are numbers, and a number with a point or exponent is no integer.
 * @param maps whether objects become the maps that keep their name in messages, as in options, or plain ones
 * @throws JsonError worded and placed as by json.loads of Python 3.11; UsageError 255 for lists and objects nested too deep
 */
export function parsePythonJson(text: string, maps: "ordered" | "plain"): Value {
  return new JsonParser(text, maps).parse();
}

const constants: readonly (readonly [string, Value])[] = [
  ["null", null],
  ["true", true],
  ["false", false],
  ["NaN", new Float(Number.NaN)],
  ["Infinity", new Float(Number.POSITIVE_INFINITY)],
  ["-Infinity", new Float(Number.NEGATIVE_INFINITY)],
];
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** Seen: AWS CLI 2.9.19 gives up at this depth, since its language does. */
const deepest = 978;

class JsonParser {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly maps: "ordered" | "plain",
  ) {}

  parse(): Value {
    if (this.text.startsWith("\ufeff")) throw this.error("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0);
    this.skipSpace();
    const value = this.value();
    this.skipSpace();
    if (this.at < this.text.length) throw this.error("Extra data");
    return value;
  }

  private value(): Value {
    const next = this.text.charAt(this.at);
    if (next === '"') return this.string();
    if (next === "{") return this.nested("object", () => this.object());
    if (next === "[") return this.nested("array", () => this.array());
    for (const [name, value] of constants)
      if (this.text.startsWith(name, this.at)) {
        this.at += name.length;
        return value;
      }
    return this.number();
  }

  private nested(kind: "array" | "object", read: () => Value): Value {
    this.depth += 1;
    if (this.depth > deepest)
      throw new UsageError(`maximum recursion depth exceeded while decoding a JSON ${kind} from a unicode string`, 255);
    const value = read();
    this.depth -= 1;
    return value;
  }

  private number(): Value {
    const pattern = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
    pattern.lastIndex = this.at;
    const [digits, fraction, exponent] = pattern.exec(this.text) ?? [];
    if (digits === undefined) throw this.error("Expecting value");
    this.at += digits.length;
    return fraction === undefined && exponent === undefined ? pythonInteger(digits) : new Float(Number(digits));
  }

  private array(): Value {
    const entries: Value[] = [];
    this.step();
    while (!this.isAt("]") || entries.length > 0) {
      entries.push(this.value());
      this.skipSpace();
      if (this.isAt("]")) break;
      this.expect(",");
    }
    this.at++;
    return entries;
  }

  private object(): Value {
    const members = this.maps === "ordered" ? new OrderedDict() : new Map<string, Value>();
    this.step();
    while (!this.isAt("}") || members.size > 0) {
      if (!this.isAt('"')) throw this.error("Expecting property name enclosed in double quotes");
      const name = this.string();
      this.skipSpace();
      this.expect(":");
      members.set(name, this.value());
      this.skipSpace();
      if (this.isAt("}")) break;
      this.expect(",");
    }
    this.at++;
    return members;
  }

  private string(): string {
    const start = this.at++;
    let value = "";
    for (;;) {
      const character = this.text.charAt(this.at++);
      if (character === "") throw this.error("Unterminated string starting at", start);
      if (character === '"') return value;
      if (character < " ") throw this.error("Invalid control character at", this.at - 1);
      value += character === "\\" ? this.escape(start) : character;
    }
  }

  private escape(start: number): string {
    const character = this.text.charAt(this.at++);
    if (character === "") throw this.error("Unterminated string starting at", start);
    if (character !== "u") {
      const meant = escapes[character];
      if (meant === undefined) throw this.error("Invalid \\escape", this.at - 2);
      return meant;
    }
    const digits = this.text.slice(this.at, this.at + 4);
    if (!/^[0-9a-fA-F]{4}$/.test(digits) || this.at + 4 >= this.text.length)
      throw this.error("Invalid \\uXXXX escape", this.at - 1);
    this.at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  private isAt(character: string): boolean {
    return this.text.charAt(this.at) === character;
  }

  private expect(delimiter: string): void {
    if (!this.isAt(delimiter)) throw this.error(`Expecting '${delimiter}' delimiter`);
    this.step();
  }

  private step(): void {
    this.at++;
    this.skipSpace();
  }

  private skipSpace(): void {
    while (/^[ \t\n\r]$/.test(this.text.charAt(this.at))) this.at++;
  }

  private error(message: string, at = this.at): JsonError {
    const before = this.text.slice(0, at).split("\n");
    return new JsonError(`${message}: line ${before.length} column ${(before.at(-1) ?? "").length + 1} (char ${at})`);
  }
}
