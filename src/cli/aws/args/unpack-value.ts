// Exports what the text of an option says as a value of its member: shorthand, JSON, numbers.
import type { Shape } from "#kms/index.ts";
import { coerceShorthand } from "./coerce-shorthand.ts";
import type { Given } from "./parse-known.ts";
import { JsonError, parsePythonJson } from "./python-json.ts";
import { notAnInteger, pythonInt, type Value } from "./python-value.ts";
import { shapeOf } from "./shape-of.ts";
import { parseShorthand, ShorthandError } from "./shorthand.ts";
import { parameterError, UsageError } from "./usage-error.ts";

/**
 * The value of an option. Nothing is held against the contract here but the kind of value; source: awscli's argprocess.
 * @throws UsageError for broken JSON or shorthand and for numbers that are none
 */
export function unpackValue(option: string, shape: Shape, given: Given | Uint8Array): Value {
  if (typeof given === "boolean") return given;
  if (isShorthand(shape, given)) return fromShorthand(option, shape, given);
  return unpack(option, shape, given);
}

/** Structures, maps and lists of them, unless the (first) word begins as JSON does. */
function isShorthand(shape: Shape, given: Given | Uint8Array): given is string | readonly string[] {
  if (typeof given !== "string" && !Array.isArray(given)) return false;
  const first: unknown = typeof given === "string" ? given : given[0];
  return isComplex(shape) && !(typeof first === "string" && /^\s*[[{]/.test(first));
}

function isComplex(shape: Shape): boolean {
  if (shape.type === "list") return ["structure", "list", "map"].includes(shapeOf(shape.member).type);
  return shape.type === "structure" || shape.type === "map";
}

function fromShorthand(option: string, shape: Shape, given: string | readonly string[]): Value {
  try {
    return coerceShorthand(shape, typeof given === "string" ? parseShorthand(given) : given.map(parseShorthand));
  } catch (error) {
    if (error instanceof ShorthandError) throw parameterError(option, error.message);
    throw error;
  }
}

function unpack(option: string, shape: Shape, given: Exclude<Given, boolean> | Uint8Array): Value {
  switch (shape.type) {
    case "structure":
    case "map":
      return unpackObject(option, String(given));
    case "list":
      return typeof given === "object" && !(given instanceof Uint8Array)
        ? unpackList(option, shape, given)
        : unpackList(option, shape, String(given));
    case "integer": {
      const number = pythonInt(String(given));
      if (number === undefined) throw new UsageError(notAnInteger(String(given)), 255);
      return number;
    }
    default:
      return given;
  }
}

function unpackObject(option: string, text: string): Value {
  if (text.trim() === "") throw new UsageError("string index out of range", 255); // the CLI looks at the first character
  if (text.trimStart().startsWith("{")) return fromJson(option, text);
  throw parameterError(option, `Invalid JSON:\n${text}`);
}

/** A text (from a file) that is no JSON is taken letter by letter, as the real CLI does. */
function unpackList(option: string, shape: Shape & { type: "list" }, given: string | readonly string[]): Value {
  const only = typeof given === "string" ? given : given.length === 1 ? given[0] : undefined;
  if (only?.trimStart().startsWith("[")) return fromJson(option, only);
  if (given === "") throw new UsageError("string index out of range", 255);
  return Array.from(given, (word) => unpack(option, shapeOf(shape.member), word));
}

function fromJson(option: string, text: string): Value {
  try {
    return parsePythonJson(text, "ordered");
  } catch (error) {
    if (error instanceof JsonError)
      throw parameterError(option, `Invalid JSON: ${error.message}\nJSON received: ${text}`);
    throw error;
  }
}
