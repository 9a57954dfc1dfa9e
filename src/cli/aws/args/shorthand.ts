// Exports the parser of the AWS CLI's shorthand: `TagKey=a,TagValue=b`, `Names=a,b`, `Subset={a=b}`, `List=[a,b]`.
import type { Value } from "./python-value.ts";
import { UsageError } from "./usage-error.ts";

/** Shorthand that cannot be read; the message shows where, as the CLI does. */
export class ShorthandError extends Error {}

/**
 * A map of what the shorthand says; values are texts, lists or maps. Source: the grammar in awscli's shorthand.py.
 * @throws ShorthandError, or UsageError 255 for lists and maps nested too deep
 */
export function parseShorthand(text: string): Map<string, Value> {
  return new ShorthandParser(text).parse();
}

class ShorthandSyntaxError extends ShorthandError {}

// No place takes quotes or a bare comma; the first value of a name takes more than the later ones of a list. None takes
// characters beyond U+FFFF, as in the real CLI: they need quotes.
const plain = String.raw`!#-&(-+\--<`;
const high = String.raw`\ud7ff\ue000-\uffff`;
const startOfWord = String.raw`(?:\\,|[${plain}>-Z\\-z|-${high}])`;
const firstValue = new RegExp(String.raw`${startOfWord}(?:\\,|[\s${plain}=>-\\^-|~-${high}])*`, "y");
const laterValue = new RegExp(String.raw`${startOfWord}(?:\\,|[\s${plain}>-${high}])*`, "y");
const quotedValues = {
  "'": { name: "singled quoted", pattern: /'(?:\\\\|\\'|[^'])*'/y },
  '"': { name: "double quoted", pattern: /"(?:\\\\|\\"|[^"])*"/y },
} as const;

/** Seen: AWS CLI 2.9.19 gives up at this depth, since its language does. */
const deepest = 485;

class ShorthandParser {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  parse(): Map<string, Value> {
    const values = new Map<string, Value>();
    let end = 0;
    do {
      if (this.at > 0) this.expect(",");
      const name = this.name();
      this.expect("=");
      const value = this.values();
      if (values.has(name)) throw new ShorthandError(this.secondInstance(name, end + 1));
      values.set(name, value);
      end = this.at;
    } while (this.at < this.text.length);
    return values;
  }

  private name(): string {
    return this.match(/[A-Za-z0-9_.#/:-]*/y) ?? "";
  }

  private values(): Value {
    const next = this.current();
    if (next === "") return "";
    return next === "[" || next === "{" ? this.nested() : this.separated();
  }

  /** One value, or a list of them: `a,b,c=d` ends before c, which is a name. */
  private separated(): Value {
    const first = this.value();
    this.skipSpace();
    if (this.current() !== ",") return first;
    this.expect(",");
    const list = [first];
    for (;;) {
      try {
        const value = this.laterValue();
        this.skipSpace();
        if (this.current() === "") return [...list, value];
        this.expect(",");
        list.push(value);
      } catch (error) {
        if (!(error instanceof ShorthandSyntaxError) || this.current() === "") throw error;
        this.at = this.text.lastIndexOf(",", this.at);
        return list.length === 1 ? first : list;
      }
    }
  }

  private nested(): Value {
    const next = this.current();
    if (next !== "[" && next !== "{") return this.value();
    this.depth += 1;
    if (this.depth > deepest)
      throw new UsageError("maximum recursion depth exceeded while calling a Python object", 255);
    const value = next === "[" ? this.list() : this.map();
    this.depth -= 1;
    return value;
  }

  private list(): Value {
    this.expect("[");
    const values: Value[] = [];
    while (this.current() !== "]") {
      values.push(this.nested());
      this.separator("]");
    }
    this.expect("]", "as is");
    return values;
  }

  private map(): Value {
    this.expect("{");
    const values = new Map<string, Value>();
    while (this.current() !== "}") {
      const name = this.name();
      this.expect("=");
      values.set(name, this.nested());
      this.separator("}");
    }
    this.expect("}", "as is");
    return values;
  }

  private separator(end: string): void {
    this.skipSpace();
    if (this.current() === end) return;
    this.expect(",", "as is");
    this.skipSpace();
  }

  private value(): string {
    return this.quotedValue() ?? unescaped(this.match(firstValue) ?? "");
  }

  private laterValue(): string {
    const quoted = this.quotedValue();
    if (quoted !== undefined) return quoted;
    const plain = this.match(laterValue);
    if (plain === undefined) throw new ShorthandSyntaxError(this.expected("<second>", "<none>"));
    return unescaped(plain);
  }

  private quotedValue(): string | undefined {
    const quote = this.current();
    if (quote !== "'" && quote !== '"') return undefined;
    const { name, pattern } = quotedValues[quote];
    const matched = this.match(pattern);
    if (matched === undefined) throw new ShorthandSyntaxError(this.expected(`<${name}>`, "<none>"));
    return matched.slice(1, -1).replaceAll(`\\${quote}`, quote).replaceAll("\\\\", "\\");
  }

  private expect(character: string, space: "skip" | "as is" = "skip"): void {
    if (space === "skip") this.skipSpace();
    const [next = ""] = this.text.slice(this.at, this.at + 2); // a whole character, for the message
    if (next !== character) throw new ShorthandSyntaxError(this.expected(character, next || "EOF"));
    this.at++;
    if (space === "skip") this.skipSpace();
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const matched = pattern.exec(this.text)?.[0];
    this.at += matched?.length ?? 0;
    return matched;
  }

  private skipSpace(): void {
    this.match(/[ \t\n\r\v\f]*/y);
  }

  /** "" at the end. */
  private current(): string {
    return this.text.charAt(this.at);
  }

  private expected(expected: string, received: string): string {
    return `Expected: '${expected}', received: '${received}' for input:\n${this.pointAt(this.at)}`;
  }

  private secondInstance(name: string, at: number): string {
    return `Second instance of key "${name}" encountered for input:\n${this.pointAt(at)}\nThis is often because there is a preceding "," instead of a space.`;
  }

  /** The text with a caret under the place, within the line where it is. */
  private pointAt(at: number): string {
    const line = this.text.lastIndexOf("\n", at - 1) + 1;
    const newline = this.text.indexOf("\n", at);
    const end = newline < 0 ? this.text.length : newline;
    return `${this.text.slice(0, end)}\n${" ".repeat(at - (at > 0 ? line : 0))}^${this.text.slice(end)}`;
  }
}

function unescaped(value: string): string {
  return value.replaceAll("\\,", ",").trimEnd();
}
