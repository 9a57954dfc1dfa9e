// Exports the whole input of a call from --cli-input-json or --cli-input-yaml.
import { parseDocument } from "yaml";
import { decodeUtf8 } from "#lib/bytes.ts";
import type { Given } from "./parse-known.ts";
import { JsonError, parsePythonJson } from "./python-json.ts";
import { Float, typeName, type Value } from "./python-value.ts";
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
  const document = parseDocument(text, { customTags: ["binary", "timestamp"], logLevel: "silent" });
  if (document.errors.length > 0) throw parameterError("cli-input-yaml", "Invalid YAML received.");
  return fromYaml(document.toJS({ mapAsMap: true }));
}

/** Aliases are resolved and tags applied by the parser; what is left is what JSON has, bytes and times. */
function fromYaml(value: unknown): Value {
  if (typeof value === "number") return Number.isInteger(value) ? value : new Float(value);
  if (typeof value === "string" || typeof value === "boolean" || value instanceof Uint8Array) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(fromYaml);
  if (value instanceof Map) return new Map(Array.from(value, ([name, entry]) => [String(name), fromYaml(entry)]));
  return null;
}
