// Exports findJsonError. JSON.parse is no help to someone with 200 lines of policy: its messages differ from browser to
// browser, and in Chromium many of them name no position. So this walks the text by JSON's grammar (RFC 8259).

export interface JsonError {
  /** From 1. */
  readonly line: number;
  readonly problem: string;
}

const space = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in a text, and this is what finds them
const text = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const plain = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

/** Deeper than any policy, and far from the end of the call stack. */
const deepest = 200;

/** Where `source` stops being JSON; undefined when it is JSON. */
export function findJsonError(source: string): JsonError | undefined {
  try {
    const end = readValue(source, skip(source, 0), 0);
    if (end < source.length) throw new Slip(end, "there is text after the end of the policy");
    return undefined;
  } catch (error) {
    if (!(error instanceof Slip)) throw error;
    return { line: source.slice(0, error.at).split("\n").length, problem: error.message };
  }
}

class Slip extends Error {
  constructor(
    readonly at: number,
    problem: string,
  ) {
    super(problem);
  }
}

const skip = (source: string, at: number): number => match(space, source, at) ?? at;

function match(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : undefined;
}

/** Each reader begins at a character that is no space, and answers where the next such character stands. */
function readValue(source: string, at: number, depth: number): number {
  if (depth > deepest) throw new Slip(at, "the policy is nested too deeply");
  if (source[at] === "{") return readList(source, at, depth, "}", readMember);
  if (source[at] === "[") return readList(source, at, depth, "]", readValue);
  if (source[at] === '"') return readText(source, at);
  const end = match(plain, source, at);
  if (end === undefined) throw new Slip(at, `expected a value, ${found(source, at)}`);
  return skip(source, end);
}

function readList(source: string, start: number, depth: number, close: string, readEntry: typeof readValue): number {
  let at = skip(source, start + 1);
  if (source[at] === close) return skip(source, at + 1);
  for (;;) {
    at = readEntry(source, at, depth + 1);
    if (source[at] === close) return skip(source, at + 1);
    if (source[at] !== ",") throw new Slip(endOfLine(source, at), `expected a comma or ${close}, ${found(source, at)}`);
    const comma = at;
    at = skip(source, at + 1);
    if (source[at] === close) throw new Slip(comma, `there is a comma before ${close}`);
  }
}

function readMember(source: string, at: number, depth: number): number {
  if (source[at] !== '"') throw new Slip(at, `expected a member name in double quotes, ${found(source, at)}`);
  const colon = readText(source, at);
  if (source[colon] !== ":") throw new Slip(endOfLine(source, colon), `expected a colon, ${found(source, colon)}`);
  return readValue(source, skip(source, colon + 1), depth);
}

function readText(source: string, at: number): number {
  const end = match(text, source, at);
  if (end === undefined)
    throw new Slip(at, "this text in double quotes is not closed or holds a character that must be escaped");
  return skip(source, end);
}

/** What is missing is missing behind the last thing that was there, not on the line where the next one begins. */
function endOfLine(source: string, at: number): number {
  return source.slice(0, at).trimEnd().length;
}

function found(source: string, at: number): string {
  const character = source[at];
  return character === undefined ? "found the end of the text" : `found ${character}`;
}
