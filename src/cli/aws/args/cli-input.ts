// Exports the whole input of a call from --cli-input-json or --cli-input-yaml.
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, type Scalar } from "yaml";
import { decodeUtf8 } from "#lib/bytes.ts";
import type { Given } from "./parse-known.ts";
import { JsonError, parsePythonJson } from "./python-json.ts";
import { Float, Time, typeName, type Value } from "./python-value.ts";
import { parameterError, UsageError } from "./usage-error.ts";

/**
 * The members that the whole input has; none where the line gives no whole input.
 * @param given the options of the line
 * @param loaded their values, with files read
 * @throws UsageError for both forms at once, for a text that cannot be read, or for one that is no map
 */
export function cliInput(
  given: ReadonlyMap<string, Given>,
  loaded: ReadonlyMap<string, Given | Uint8Array>,
): ReadonlyMap<string, Value> {
  const options = (["--cli-input-json", "--cli-input-yaml"] as const).filter((option) => given.has(option));
  const [option] = options;
  if (option === undefined) return new Map();
  if (options.length > 1) throw new UsageError("Only one --cli-input- parameter may be specified.");
  const text = loaded.get(option);
  const parsed = (option === "--cli-input-json" ? readJson : readYaml)(
    text instanceof Uint8Array ? (decodeUtf8(text) ?? "") : String(text),
  );
  if (parsed instanceof Map) return parsed;
  throw parameterError(option, `Invalid type: expecting map, received ${typeName(parsed)}`);
}

function readJson(text: string): Value {
  try {
    return parsePythonJson(text, "plain");
  } catch (error) {
    // The CLI names the option without its dashes here.
    if (error instanceof JsonError) throw parameterError("cli-input-json", "Invalid JSON received.");
    throw error;
  }
}

function readYaml(text: string): Value {
  try {
    // "error": a second document counts as one
    const document = parseDocument(text, { customTags: ["binary", "timestamp"], logLevel: "error" });
    if (document.errors.length > 0 || document.warnings.some(({ code }) => code === "TAG_RESOLVE_FAILED"))
      throw invalidYaml();
    return new YamlReading().value(document.contents);
  } catch (error) {
    // The package reads nested lists by functions that call each other.
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

/** Seen: AWS CLI 2.9.19 gives up at this depth, since its language does. */
const deepest = 485;
/**
 * Simulated: an alias is read anew wherever it stands, so that ten lines can mean a billion entries; the real CLI shares what
 * they share. No input of KMS has so many.
 */
const mostNodes = 100_000;

/** What is left of the nodes of YAML is what JSON has, bytes and times. */
class YamlReading {
  private nodes = 0;
  /** Kept on the way: the package would look through the whole text for each alias. */
  private readonly anchored = new Map<string, unknown>();

  value(node: unknown, depth = 0): Value {
    this.nodes += 1;
    if (depth > deepest) throw tooDeep();
    if (this.nodes > mostNodes) throw invalidYaml();
    if (isAlias(node)) return this.value(this.anchored.get(node.source), depth + 1);
    if (isNode(node) && node.anchor !== undefined) this.anchored.set(node.anchor, node);
    if (isMap(node))
      return new Map(
        node.items.map(({ key, value }) => [String(isScalar(key) ? key.value : key), this.value(value, depth + 1)]),
      );
    if (isSeq(node)) return node.items.map((entry) => this.value(entry, depth + 1));
    return isScalar(node) ? scalarValue(node) : null;
  }
}

function scalarValue({ value, source = "" }: Scalar): Value {
  if (typeof value === "number") return Number.isInteger(value) ? value : new Float(value);
  if (typeof value === "string" || typeof value === "boolean" || value instanceof Uint8Array) return value;
  if (value instanceof Date) return new Time(value, /^\d{4}-\d\d?-\d\d?$/.test(source) ? "date" : "datetime");
  return null;
}

function invalidYaml(): UsageError {
  return parameterError("cli-input-yaml", "Invalid YAML received.");
}

function tooDeep(): UsageError {
  return new UsageError("maximum recursion depth exceeded", 255);
}
