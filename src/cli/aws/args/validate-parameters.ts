// Exports the check that the client makes before it sends anything: kinds, required members, smallest sizes.
// The service checks the rest (patterns, enums, greatest sizes) itself.
import type { Members, Shape } from "#kms/index.ts";
import { printed, typeName, type Value } from "./python-value.ts";
import { shapeOf } from "./shape-of.ts";
import { epochSeconds } from "./timestamp.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Holds the input of an operation against its members and names everything that is wrong. Source: botocore's validate.py.
 * @throws UsageError "Parameter validation failed: ..."
 */
export function validateParameters(members: Members, parameters: ReadonlyMap<string, Value>): void {
  const problems: string[] = [];
  checkMembers(members, parameters, "", problems);
  if (problems.length > 0) throw new UsageError(`Parameter validation failed:\n${problems.join("\n")}`);
}

function checkMembers(members: Members, values: ReadonlyMap<string, Value>, path: string, problems: string[]): void {
  const where = path === "" ? "input" : nameOf(path);
  for (const [name, { required }] of Object.entries(members))
    if (required && !values.has(name)) problems.push(`Missing required parameter in ${where}: "${name}"`);
  for (const name of values.keys())
    if (!Object.hasOwn(members, name))
      problems.push(`Unknown parameter in ${where}: "${name}", must be one of: ${Object.keys(members).join(", ")}`);
  for (const [name, value] of values) {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    if (member) check(shapeOf(member.shape), value, `${path}.${name}`, problems);
  }
}

function check(shape: Shape, value: Value, path: string, problems: string[]): void {
  const isOf = (fits: boolean, ...types: readonly string[]): boolean => {
    if (!fits)
      problems.push(
        `Invalid type for parameter ${nameOf(path)}, value: ${printed(value)}, type: ${typeName(value)}, valid types: ${types.join(", ")}`,
      );
    return fits;
  };
  const atLeast = (size: number | bigint, least: number | undefined, what: "value" | "length"): void => {
    if (least !== undefined && size < least)
      problems.push(`Invalid ${what} for parameter ${nameOf(path)}, value: ${size}, valid min ${what}: ${least}`);
  };
  switch (shape.type) {
    case "string":
      if (isOf(typeof value === "string", "<class 'str'>")) atLeast([...String(value)].length, shape.min, "length");
      return;
    case "integer":
      // true and false are integers to Python
      if (isOf(["number", "bigint", "boolean"].includes(typeof value), "<class 'int'>"))
        atLeast(typeof value === "bigint" ? value : Number(value), shape.min, "value");
      return;
    case "boolean":
      isOf(typeof value === "boolean", "<class 'bool'>");
      return;
    case "blob":
      isOf(
        typeof value === "string" || value instanceof Uint8Array,
        ...["<class 'bytes'>", "<class 'bytearray'>", "file-like object"],
      );
      return;
    case "timestamp":
      isOf(epochSeconds(value) !== undefined, "<class 'datetime.datetime'>", "timestamp-string");
      return;
    case "list":
      if (!isOf(Array.isArray(value), "<class 'list'>", "<class 'tuple'>") || !Array.isArray(value)) return;
      atLeast(value.length, shape.min, "length");
      value.forEach((entry: Value, i) => {
        check(shapeOf(shape.member), entry, `${path}[${i}]`, problems);
      });
      return;
    case "map":
      if (!isOf(value instanceof Map, "<class 'dict'>") || !(value instanceof Map)) return;
      for (const [key, entry] of value) {
        check(shapeOf(shape.key), key, `${path} (key: ${key})`, problems);
        check(shapeOf(shape.value), entry, `${path}.${key}`, problems);
      }
      return;
    case "structure":
      if (isOf(value instanceof Map, "<class 'dict'>") && value instanceof Map)
        checkMembers(shape.members, value, path, problems);
  }
}

function nameOf(path: string): string {
  return path.startsWith(".") ? path.slice(1) : path;
}
